/** The real command on a copy of the bottling example. */
import { ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve('..', '..', '..');
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
/** What starts the command line; TWINWRIGHT names another one. */
const COMMAND = process.env.TWINWRIGHT ? [process.env.TWINWRIGHT] : [JAVA, `-Dtwinwright.root=${ROOT}`, '-jar', join(ROOT, 'releng', 'io.twinwright.application', 'target', 'app', 'twinwright.jar')];
const PATIENCE = 180_000;

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
	private constructor(readonly folder: string, readonly address: string, private readonly process: ChildProcess, private readonly said: string[]) {}

	/** @param diagram kind and name, such as line/acme.bottling.Juice1 */
	static async start(diagram: string, ...options: string[]): Promise<Twinwright> {
		const folder = await mkdtemp(join(tmpdir(), 'twinwright-'));
		await cp(join(ROOT, 'examples', 'bottling'), folder, { recursive: true });
		const pki = options.length > 0 ? ['--pki', join(folder, 'pki')] : [];
		const { running, said, found } = await begin(['diagram', folder, '--diagram', diagram, '--for', '5min', ...options, ...pki], /http:\/\/\S+/);
		return new Twinwright(folder, found, running, said);
	}

	text(file = 'plant.twin'): Promise<string> {
		return readFile(join(this.folder, file), 'utf8');
	}

	/** @return the text of a file as soon as it is as wanted */
	async awaitText(wanted: (text: string) => boolean, file = 'plant.twin'): Promise<string> {
		const end = Date.now() + 20_000;
		for (;;) {
			const text = await this.text(file).catch(() => '');
			if (wanted(text)) {
				return text;
			}
			if (Date.now() > end) {
				throw new Error(`The text of ${file} stayed\n${text}\n${this.said.slice(-3).join('')}`);
			}
			await new Promise(done => setTimeout(done, 50));
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
