package io.twinwright.opcua.swap;

/** Is told how a hot swap goes, on its thread. */
public interface SwapListener {
	void begins(SwapStep step);

	void ends(SwapStep step);

	/** Something could not be done; what was done is taken back from now on. */
	void rollsBack(SwapStep failed, String sentence);
}
