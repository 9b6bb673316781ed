/** The real command on a copy of an example. */
import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve('..', '..', '..');
const HOME = process.env.JAVA_HOME;
const JAVA = HOME ? join(HOME, 'bin', 'java') : 'java';
/** Newer Java runtimes warn about what libraries do. */
const QUIET = HOME && Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(HOME, 'release'), 'utf8'))?.[1]) >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : [];
/** What starts the command line; TWINWRIGHT names another one. */
const COMMAND = process.env.TWINWRIGHT ? [process.env.TWINWRIGHT] : [JAVA, ...QUIET, `-Dtwinwright.root=${ROOT}`, '-jar', join(ROOT, 'releng', 'io.twinwright.application', 'target', 'app', 'twinwright.jar')];
const PATIENCE = 180_000;
const PROJECT_FILE = /\.(twin|layout\.json)$/;

/** Starts the command; @return what was found in what it says, once it has */
async function begin(parameters: string[], wanted: RegExp): Promise<{ running: ChildProcess; said: string[]; found: string }> {
	const [program, ...options] = COMMAND;
	const running = spawn(program, [...options, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
	const said: string[] = [];
	const found = await new Promise<string>((done, failed) => {
		const timer = setTimeout(() => failed(new Error(`It did not start: ${said.join('')}`)), PATIENCE);
		const hear = (chunk: Buffer): void => {
			said.push(String(chunk));
			const match = wanted.exec(said.join(''))?.[0];
			if (match) {
				clearTimeout(timer);
				done(match);
			}
		};
		running.stdout.on('data', hear);
		running.stderr.on('data', hear);
		running.on('exit', code => failed(new Error(`It ended with ${code}: ${said.join('')}`)));
	});
	return { running, said, found };
}

async function end(running: ChildProcess): Promise<void> {
	const ended = new Promise(done => running.once('exit', done));
	running.kill();
	await ended;
}

/** The simulated plant of the bottling example. */
export class Plant {
	private constructor(readonly url: string, private readonly process: ChildProcess, private readonly pki: string) {}

	/** @param port 0 for any free one */
	static async start(port: number): Promise<Plant> {
		const pki = await mkdtemp(join(tmpdir(), 'twinwright-plant-'));
		const { running, found } = await begin(['plant', join(ROOT, 'examples', 'bottling'), '--port', String(port), '--pki', pki, '--for', '5min'], /opc\.tcp:\/\/\S+(?= with)/);
		return new Plant(found, running, pki);
	}

	get port(): number {
		return Number(new URL(this.url.replace('opc.tcp', 'http')).port);
	}

	async stop(): Promise<void> {
		await end(this.process);
		await rm(this.pki, { recursive: true, force: true });
	}
}

export class Twinwright {
	private constructor(readonly folder: string, private readonly originals: ReadonlyMap<string, string>, private readonly address: string, private readonly process: ChildProcess, private readonly said: string[]) {}

	/** @param example the folder of the example that is copied */
	static async start(example: string, ...options: string[]): Promise<Twinwright> {
		const folder = await mkdtemp(join(tmpdir(), 'twinwright-'));
		await cp(join(ROOT, 'examples', example), folder, { recursive: true });
		const originals = new Map<string, string>();
		for (const file of (await readdir(folder)).filter(name => PROJECT_FILE.test(name))) {
			originals.set(file, await readFile(join(folder, file), 'utf8'));
		}
		const pki = options.length > 0 ? ['--pki', join(folder, 'pki')] : [];
		const { running, said, found } = await begin(['diagram', folder, '--for', '10min', ...options, ...pki], /http:\/\/\S+/);
		return new Twinwright(folder, originals, found, running, said);
	}

	/** @param diagram kind and name, such as line/acme.bottling.Juice1 */
	at(diagram: string): string {
		const url = new URL(this.address);
		url.searchParams.set('diagram', `#${diagram}`);
		return url.href;
	}

	text(file: string): Promise<string> {
		return readFile(join(this.folder, file), 'utf8').catch(() => '');
	}

	/** Changes a file as another program does. */
	write(file: string, text: string): Promise<void> {
		return writeFile(join(this.folder, file), text);
	}

	/** @return the text of a file as soon as it is as wanted */
	async awaitText(wanted: (text: string) => boolean, file: string): Promise<string> {
		const end = Date.now() + PATIENCE / 2;
		for (;;) {
			const text = await this.text(file);
			if (wanted(text)) {
				return text;
			}
			if (Date.now() > end) {
				throw new Error(`The text of ${file} stayed\n${text}\n${this.said.slice(-3).join('')}`);
			}
			await new Promise(done => setTimeout(done, 50));
		}
	}

	/** Makes all files as they were in the example. */
	async restore(): Promise<void> {
		for (const file of (await readdir(this.folder)).filter(name => PROJECT_FILE.test(name))) {
			const original = this.originals.get(file);
			if (original === undefined) {
				await rm(join(this.folder, file));
			} else if (original !== await this.text(file)) {
				await this.write(file, original);
			}
		}
	}

	/** What the server reported besides its address. */
	get faults(): string {
		return this.said.join('').split('\n').filter(line => line !== '' && !/^(The diagrams are at|End with|Connect|opc\.tcp|The model is being read)/.test(line)).join('\n');
	}

	async stop(): Promise<void> {
		await end(this.process);
		await rm(this.folder, { recursive: true, force: true });
	}
}
