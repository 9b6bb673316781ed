package io.twinwright.opcua.behaviour;

/**
 * The cycle of a packaging machine (ISA-TR88.00.02): Execute for a minute, then Completing, Complete, Resetting, Idle,
 * Starting, and again. It begins in Execute. A reserve rests in Idle: of a position and what is installed or waits to
 * stand in for it, one runs.
 *
 * @param head how many seconds of the first Execute are over at the start
 * @param rests whether it is a reserve
 */
record Rhythm(double head, boolean rests) {
	private static final double EXECUTE = 60;
	/** The states after Execute with their numbers and lengths in seconds. */
	private static final int[][] AFTER = {{16, 3}, {17, 4}, {15, 2}, {4, 5}, {3, 3}};
	private static final int EXECUTE_NUMBER = 6;
	private static final int IDLE_NUMBER = 4;
	private static final double LENGTH = 77;

	/** @return the number of the state, see the enumeration PackML of the library */
	int state(double seconds) {
		if (rests) {
			return IDLE_NUMBER;
		}
		double left = (seconds + head) % LENGTH - EXECUTE;
		for (int[] state : AFTER) {
			if (left < 0) {
				break;
			}
			if (left < state[1]) {
				return state[0];
			}
			left -= state[1];
		}
		return EXECUTE_NUMBER;
	}

	boolean isExecuting(double seconds) {
		return state(seconds) == EXECUTE_NUMBER;
	}

	/** @return how many times Execute has begun, from 1; 0 for a reserve */
	long cycle(double seconds) {
		return rests ? 0 : (long) ((seconds + head) / LENGTH) + 1;
	}
}
