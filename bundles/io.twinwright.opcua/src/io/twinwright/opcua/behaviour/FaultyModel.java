package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;

/** A model with a fault on it. The model itself goes on unseen. */
final class FaultyModel implements Model {
	private static final double DRIFT_SECONDS = 60;
	private static final double SPIKE_SHARE = 0.1;
	private static final double SPIKE_HEIGHT = 0.5;

	private final Model model;
	private final Point point;
	private final Fault fault;
	private final double from;
	private final Bounds bounds;
	private final Noise noise;
	private Value last;

	FaultyModel(Model model, Point point, Fault fault, long seed) {
		this.model = model;
		this.point = point;
		this.fault = fault;
		this.from = fault.at().toNanos() / 1e9;
		this.bounds = Bounds.of(point);
		this.noise = new Noise(seed, point.qualifiedName() + "@" + fault.kind());
	}

	Fault fault() {
		return fault;
	}

	boolean isActive(double seconds) {
		return seconds >= from;
	}

	@Override
	public Value next(long step, double seconds, double since) {
		Value healthy = model.next(step, seconds, since);
		if (!isActive(seconds)) {
			last = healthy;
			return healthy;
		}
		last = last == null ? healthy : last;
		return healthy instanceof Value.Number number ? number(number.number(), step, seconds) : last;
	}

	private Value number(double healthy, long step, double seconds) {
		return switch (fault.kind()) {
			case DRIFT -> {
				double share = Math.min(1, (seconds - from) / DRIFT_SECONDS);
				yield Numbers.of(point, healthy + share * (bounds.beyond() - healthy));
			}
			case SPIKE -> {
				double height = noise.at(2 * step) < SPIKE_SHARE ? SPIKE_HEIGHT * bounds.width() : 0;
				yield Numbers.of(point, healthy + (noise.at(2 * step + 1) < 0.5 ? -height : height));
			}
			case STUCK, OFFLINE, BAD -> last;
		};
	}
}
