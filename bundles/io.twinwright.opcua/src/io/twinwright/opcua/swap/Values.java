package io.twinwright.opcua.swap;

import io.twinwright.core.evaluate.Value;

/** Whether values are the same after they were on the wire. */
final class Values {
	/** What a number on the wire may have lost. */
	private static final double SAME = 1e-6;

	private Values() {
	}

	static boolean same(Value one, Value other) {
		return one instanceof Value.Number(double a) && other instanceof Value.Number(double b)
				? Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b))) : one.equals(other);
	}
}
