/** The real command on a copy of an example. */
import { ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve('..', '..', '..');
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
/** What starts the command line; TWINWRIGHT names another one. */
const COMMAND = process.env.TWINWRIGHT ? [process.env.TWINWRIGHT] : [JAVA, `-Dtwinwright.root=${ROOT}`, '-jar', join(ROOT, 'releng', 'io.twinwright.application', 'target', 'app', 'twinwright.jar')];
const PATIENCE = 60_000;
const PROJECT_FILE = /\.(twin|layout\.json)$/;

export class Twinwright {
	private constructor(readonly folder: string, private readonly originals: ReadonlyMap<string, string>, private readonly address: string, private readonly process: ChildProcess, private readonly said: string[]) {}

	/** @param example the folder of the example that is copied */
	static async start(example: string): Promise<Twinwright> {
		const folder = await mkdtemp(join(tmpdir(), 'twinwright-'));
		await cp(join(ROOT, 'examples', example), folder, { recursive: true });
		const originals = new Map<string, string>();
		for (const file of (await readdir(folder)).filter(name => PROJECT_FILE.test(name))) {
			originals.set(file, await readFile(join(folder, file), 'utf8'));
		}
		const [program, ...options] = COMMAND;
		const running = spawn(program, [...options, 'diagram', folder, '--for', '10min'], { stdio: ['ignore', 'pipe', 'pipe'] });
		const said: string[] = [];
		const address = await new Promise<string>((done, failed) => {
			const timer = setTimeout(() => failed(new Error(`The server did not start: ${said.join('')}`)), PATIENCE);
			const hear = (chunk: Buffer): void => {
				said.push(String(chunk));
				const url = /http:\/\/\S+/.exec(said.join(''))?.[0];
				if (url) {
					clearTimeout(timer);
					done(url);
				}
			};
			running.stdout.on('data', hear);
			running.stderr.on('data', hear);
			running.on('exit', code => failed(new Error(`The server ended with ${code}: ${said.join('')}`)));
		});
		return new Twinwright(folder, originals, address, running, said);
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
		return this.said.join('').split('\n').filter(line => line !== '' && !/^(The diagrams are at|End with)/.test(line)).join('\n');
	}

	async stop(): Promise<void> {
		const ended = new Promise(done => this.process.once('exit', done));
		this.process.kill();
		await ended;
		await rm(this.folder, { recursive: true, force: true });
	}
}
