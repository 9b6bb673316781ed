package io.twinwright.opcua.live;

/** Is told what happens on a link, on a thread of the link; must not block. */
public interface LinkListener {
	/** The state of the link changed. */
	void state(LinkState state);

	/** A value arrived. */
	void value(LiveValue value);
}
