package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import java.util.function.DoublePredicate;

/**
 * A number that follows its target with a first-order lag, with bounded noise on it. The target is a place in the normal
 * part of the range that moves slowly by a twentieth of it, or where an actuator drives it; a machine that does not
 * execute takes it to a twentieth of its way up.
 */
final class Process implements Model {
	private static final double WANDER = 0.05;
	private static final double NOISE = 0.005;
	private static final double REST = 0.05;

	private final Point point;
	private final Noise noise;
	private final Bounds bounds;
	private final Drive drive;
	private final DoublePredicate working;
	private final double nominal;
	private final double lag;
	private final double period;
	private double state;
	private double at;
	private boolean begun;

	/**
	 * @param drive null if no actuator moves it
	 * @param lag the time constant in seconds
	 * @param working whether the machine works at a time, which does not matter to all numbers
	 */
	Process(Point point, Noise noise, Bounds bounds, Drive drive, double lag, DoublePredicate working) {
		this.point = point;
		this.noise = noise;
		this.bounds = bounds;
		this.drive = drive;
		this.working = working;
		this.lag = lag;
		this.nominal = bounds.normalLow() + noise.constant(0, 0.4, 0.6) * (bounds.normalHigh() - bounds.normalLow());
		this.period = noise.constant(1, 300, 1200);
	}

	@Override
	public Value next(long step, double seconds, double since) {
		state = level(seconds);
		at = seconds;
		begun = true;
		return Numbers.of(point, bounds.clip(state + noise(bounds, noise, step)));
	}

	/** @return what an instrument with these bounds adds to what it measures */
	static double noise(Bounds bounds, Noise noise, long step) {
		return NOISE * (bounds.normalHigh() - bounds.normalLow()) * noise.bell(step);
	}

	/** @param seconds the simulated time since the start, not before the last sample */
	double level(double seconds) {
		double target = target(seconds);
		return begun ? state + (target - state) * (1 - Math.exp(-(seconds - at) / lag)) : target;
	}

	private double target(double seconds) {
		double normal = bounds.normalHigh() - bounds.normalLow();
		double phase = noise.constant(2, 0, 2 * Math.PI);
		double undriven = nominal + WANDER * normal * Math.sin(2 * Math.PI * seconds / period + phase);
		if (!working.test(seconds)) {
			return bounds.low() + REST * (undriven - bounds.low());
		}
		return drive == null ? undriven : drive.target(undriven, bounds);
	}
}
