package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A number that is the sum of others, with the bounded noise of an instrument of its own. Faults of the others do not reach it. */
final class Whole implements Model {
	private final Point point;
	private final Noise noise;
	private final Bounds bounds;
	private final Map<Process, Conversion> parts = new LinkedHashMap<>();

	/** @param processes the models of the parts, whose units convert */
	Whole(Point point, Noise noise, Bounds bounds, List<Point> parts, Function<Point, Process> processes) {
		this.point = point;
		this.noise = noise;
		this.bounds = bounds;
		parts.forEach(part -> this.parts.put(processes.apply(part),
				Units.conversion(Units.of(unit(part)), Units.of(unit(point)))));
	}

	@Override
	public Value next(long step, double seconds, double since) {
		double sum = 0;
		for (Map.Entry<Process, Conversion> part : parts.entrySet()) {
			sum += part.getValue().apply(part.getKey().level(seconds));
		}
		return Numbers.of(point, bounds.clip(sum + Process.noise(bounds, noise, step)));
	}

	private static String unit(Point point) {
		return point.unit() == null ? "1" : point.unit();
	}
}
