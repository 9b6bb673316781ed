package io.twinwright.opcua.live;

import java.time.Instant;

/** How a link to a server stands. */
public sealed interface LinkState {
	/** @return the server */
	String url();

	/** The link is being opened. */
	record Connecting(String url) implements LinkState {
	}

	/** What the server does not report has not changed. */
	record Online(String url) implements LinkState {
	}

	/** The last sign of life of the server came at an instant; the link goes on trying. */
	record Lost(String url, Instant since) implements LinkState {
	}

	/** The link was closed and stays so. */
	record Closed(String url) implements LinkState {
	}
}
