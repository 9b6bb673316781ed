import { BaseJsonrpcGLSPClient, ClientState, createWebSocketConnection, DisposeClientSessionParameters, wrap } from '@eclipse-glsp/client';

/** The client's side of GLSP; that the connection is lost is told by the window. */
export class TwinClient extends BaseJsonrpcGLSPClient {
	constructor(socket: WebSocket) {
		super({ id: 'twinwright', connectionProvider: createWebSocketConnection(wrap(socket)) });
	}

	override disposeClientSession(params: DisposeClientSessionParameters): Promise<void> {
		return this.isConnectionActive() ? super.disposeClientSession(params) : Promise.resolve();
	}

	protected override handleConnectionClosed(): void {
		this.resolvedConnection?.dispose();
		this.connectionPromise = undefined;
		this.resolvedConnection = undefined;
		this.state = ClientState.Stopped;
	}
}
