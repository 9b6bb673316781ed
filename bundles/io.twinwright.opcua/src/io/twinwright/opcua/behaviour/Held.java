package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;

/** A value that stays until it is written: of an actuator, a parameter or a property. */
final class Held implements Model {
	private Value value;

	Held(Value value) {
		this.value = value;
	}

	@Override
	public Value next(long step, double seconds, double since) {
		return value;
	}

	void set(Value written) {
		value = written;
	}

	/** @return the value as a number, 0 if it is none */
	double number() {
		return value instanceof Value.Number number ? number.number() : 0;
	}
}
