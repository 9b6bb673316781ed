/** The real command on a copy of the bottling example. */
import { ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve('..', '..', '..');
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
/** What starts the command line; TWINWRIGHT names another one. */
const COMMAND = process.env.TWINWRIGHT ? [process.env.TWINWRIGHT] : [JAVA, `-Dtwinwright.root=${ROOT}`, '-jar', join(ROOT, 'releng', 'io.twinwright.application', 'target', 'app', 'twinwright.jar')];
const PATIENCE = 60_000;

export class Twinwright {
	private constructor(readonly folder: string, readonly address: string, private readonly process: ChildProcess, private readonly said: string[]) {}

	/** @param diagram kind and name, such as line/acme.bottling.Juice1 */
	static async start(diagram: string): Promise<Twinwright> {
		const folder = await mkdtemp(join(tmpdir(), 'twinwright-'));
		await cp(join(ROOT, 'examples', 'bottling'), folder, { recursive: true });
		const [program, ...options] = COMMAND;
		const running = spawn(program, [...options, 'diagram', folder, '--diagram', diagram, '--for', '5min'], { stdio: ['ignore', 'pipe', 'pipe'] });
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
		return new Twinwright(folder, address, running, said);
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
		return this.said.join('').split('\n').filter(line => line !== '' && !/^(The diagrams are at|End with)/.test(line)).join('\n');
	}

	async stop(): Promise<void> {
		const ended = new Promise(done => this.process.once('exit', done));
		this.process.kill();
		await ended;
		await rm(this.folder, { recursive: true, force: true });
	}
}
