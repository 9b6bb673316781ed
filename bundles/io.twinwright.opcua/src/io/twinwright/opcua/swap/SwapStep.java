package io.twinwright.opcua.swap;

/** The steps of a hot swap, in their order. */
public enum SwapStep {
	/** The machine is compared with what the position asks for; nothing is written. */
	FIT,
	/** What takes commands at the position is stopped, and its actuators get their declared values, which are their safe ones. */
	SAFE_STATE,
	/** The text says the new piece, its server and its nodes. */
	REBIND,
	/** A second session is attached to the new server; it must be the same machine, with good values, and is made ready by its commands. */
	COME_UP,
	/** The machine gets the set points that its predecessor had and is started if that ran, and the second session takes over. */
	RESUME
}
