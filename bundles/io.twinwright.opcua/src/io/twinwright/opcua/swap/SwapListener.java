package io.twinwright.opcua.swap;

import java.util.List;

/** Is told how a hot swap goes, on its thread. */
public interface SwapListener {
	void begins(SwapStep step);

	/** @param said what it has come to, in sentences: which safe state, what was started */
	void ends(SwapStep step, List<String> said);

	/** Something could not be done; what was done is taken back from now on. */
	void rollsBack(SwapStep failed, String sentence);
}
