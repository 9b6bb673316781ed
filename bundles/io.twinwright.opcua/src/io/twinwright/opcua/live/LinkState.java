package io.twinwright.opcua.live;

import java.time.Instant;

/** How a link to a server stands. */
public sealed interface LinkState {
	/** The link is being opened. */
	record Connecting(String url) implements LinkState {
	}

	/** Values arrive. */
	record Online(String url) implements LinkState {
	}

	/** The server does not answer since an instant; the link goes on trying. */
	record Lost(String url, Instant since) implements LinkState {
	}

	/** The link was closed and stays so. */
	record Closed(String url) implements LinkState {
	}
}
