package io.twinwright.opcua.swap;

import java.util.List;

/** What came of a hot swap. */
public sealed interface SwapOutcome {
	/** The machine has the position. */
	record Swapped() implements SwapOutcome {
	}

	/**
	 * The position has the piece that it had: text, bindings and set points are as before.
	 *
	 * @param failed the step that could not be done
	 * @param sentence which element, why, and what to do
	 * @param left what could not be taken back, a sentence for each; empty where everything is as before
	 */
	record RolledBack(SwapStep failed, String sentence, List<String> left) implements SwapOutcome {
	}
}
