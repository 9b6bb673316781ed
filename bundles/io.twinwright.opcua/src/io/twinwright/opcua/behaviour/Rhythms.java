package io.twinwright.opcua.behaviour;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.States;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Element;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Part;
import io.twinwright.model.Provision;
import io.twinwright.model.Service;
import io.twinwright.model.Structure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When which machine works, and how fast. */
final class Rhythms {
	private static final String PACKML = "twin.std.PackML";
	private static final double LONGEST_HEAD = 20;
	private static final Unit PER_SECOND = Units.of("/s");

	private final Mounting mounting;
	private final long seed;
	private final Map<Position, Optional<Rhythm>> known = new HashMap<>();
	private final Map<Position, Commanded> commanded = new HashMap<>();

	Rhythms(Mounting mounting, long seed) {
		this.mounting = mounting;
		this.seed = seed;
	}

	/** @return the rhythm of the machine at a position or around it, empty if none of them has PackML states or is a reserve */
	Optional<Rhythm> of(Position position) {
		Optional<Rhythm> rhythm = known.get(position);
		if (rhythm == null) {
			boolean own = position.points().stream().anyMatch(point -> isPackMl(States.of(point.signal().getType())));
			boolean reserve = isReserve(position);
			rhythm = own || reserve
					? Optional.of(new Rhythm(new Noise(seed, position.qualifiedName()).constant(0, 0, LONGEST_HEAD), reserve))
					: position.parent() == null ? Optional.empty() : of(position.parent());
			known.put(position, rhythm);
		}
		return rhythm;
	}

	/** Whether it is, or stands in, an installed reserve or a piece that waits as standby. */
	private boolean isReserve(Position position) {
		for (Position around = position; around != null; around = around.parent()) {
			if (around.element() instanceof Part part && Wiring.covered(part) != null
					|| around.parent() == null && mounting.isSpare(around.piece())) {
				return true;
			}
		}
		return false;
	}

	static boolean isPackMl(Enumeration states) {
		return states != null && states.getName() != null && TwinModel.qualifiedName(states).equals(PACKML);
	}

	/** From its first command on, a machine works when it is told to. */
	void add(Position position, Commanded machine) {
		commanded.put(position, machine);
	}

	boolean isWorking(Position position, double seconds) {
		for (Position at = position; at != null && !commanded.isEmpty(); at = at.parent()) {
			if (commanded.containsKey(at) && commanded.get(at).isCommanded()) {
				return commanded.get(at).isExecuting();
			}
		}
		return of(position).map(rhythm -> rhythm.isExecuting(seconds)).orElse(true);
	}

	/** @return how many pieces a second the equipment makes: the first rate of what it provides; empty if none is said */
	static Optional<Double> pieces(Position position) {
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof ClauseHolder holder && (element instanceof Provision || element instanceof Service)) {
					Optional<Double> rate = rate(holder);
					if (rate.isPresent()) {
						return rate;
					}
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Double> rate(ClauseHolder holder) {
		return holder.getClauses().stream().filter(Measure.class::isInstance).map(Measure.class::cast)
				.filter(measure -> measure.getKind() == MeasureKind.RATE)
				.flatMap(measure -> Quantities.in(Quantities.of(measure.getValue(), "1"), PER_SECOND).stream())
				.map(BigDecimal::doubleValue).findFirst();
	}
}
