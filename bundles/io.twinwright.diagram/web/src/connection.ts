/** The web socket to the server, opened again when it is lost. */

/** @return how long to wait before a try: soon at first, then every five seconds */
export function pauseBefore(tries: number): number {
	return Math.min(5000, 250 * 2 ** Math.min(tries, 10));
}

export interface ConnectionEars {
	opened(socket: WebSocket): void;
	lost(): void;
	/** The server answers but does not know this page any more: it was started again. */
	refused(): void;
}

export class Connection {
	private tries = 0;

	constructor(private readonly token: string, private readonly ears: ConnectionEars) {}

	open(): void {
		const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
		const socket = new WebSocket(`${scheme}://${location.host}/glsp?token=${encodeURIComponent(this.token)}`);
		socket.addEventListener('open', () => {
			this.tries = 0;
			this.ears.opened(socket);
		});
		socket.addEventListener('close', () => this.again());
	}

	private again(): void {
		this.ears.lost();
		setTimeout(() => void this.tryAgain(), pauseBefore(this.tries++));
	}

	private async tryAgain(): Promise<void> {
		try {
			const page = await fetch(`/?token=${encodeURIComponent(this.token)}`, { method: 'HEAD', cache: 'no-store' });
			if (page.status === 401 || page.status === 403) {
				this.ears.refused();
				return;
			}
		} catch {
			// Not there yet; the socket finds out in its own way.
		}
		this.open();
	}
}
