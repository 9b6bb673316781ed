package io.twinwright.opcua.live;

import java.util.List;

/** Is told what happens on a link, on threads of the link; must not block. */
public interface LinkListener {
	/** The state of the link changed. */
	void state(LinkState state);

	/**
	 * Values arrived: what changed, and the first values after the link was opened or found the server again. A signal
	 * for which the server has no node, or no right to read it, has a bad value with the server's reason.
	 */
	void values(List<LiveValue> values);
}
