package io.twinwright.core.topology;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.capability.Arguments;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Bay;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Footprint;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Parameter;
import io.twinwright.model.Size;
import io.twinwright.model.Structure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a bay.
 *
 * @param footprint the sizes of its ground plan, null if it says none
 * @param mass in kilograms, null if it says none
 */
public record Module(Footprint footprint, Double mass) {
	private static final double STANDARD_GRAVITY = 9.80665;
	/** Sizes are given to the millimetre. */
	private static final double TOLERANCE = 0.0005;

	/**
	 * The ground plan of a footprint.
	 *
	 * @param length in metres
	 * @param width in metres
	 */
	public record Plan(double length, double width) {
		/** @return the plan of a footprint, empty if it lacks a length or width */
		public static Optional<Plan> of(Footprint footprint) {
			Optional<Double> length = size(footprint, "length");
			Optional<Double> width = size(footprint, "width");
			return length.isPresent() && width.isPresent() ? Optional.of(new Plan(length.get(), width.get()))
					: Optional.empty();
		}

		private static Optional<Double> size(Footprint footprint, String name) {
			for (Parameter parameter : footprint == null ? List.<Parameter>of() : footprint.getParameters()) {
				if (name.equals(parameter.getName())) {
					return Arguments.fixed(parameter).flatMap(value -> Amounts.in(value, "m"));
				}
			}
			return Optional.empty();
		}

		/** @return whether it has room in the other one, turned if need be */
		public boolean fits(Plan room) {
			return length <= room.length + TOLERANCE && width <= room.width + TOLERANCE
					|| length <= room.width + TOLERANCE && width <= room.length + TOLERANCE;
		}

		/** @return in square metres */
		public double area() {
			return length * width;
		}

		@Override
		public String toString() {
			return metres(length) + " x " + metres(width) + " m";
		}

		private static String metres(double size) {
			BigDecimal exact = BigDecimal.valueOf(size).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
			return exact.toPlainString();
		}
	}

	/** @return the module at a position: what the position, its piece or their types say, the nearest first */
	public static Module of(Position position) {
		return of(position.layers());
	}

	/** @return the module of which some braces say something, the nearest first */
	static Module of(List<Structure> layers) {
		Footprint footprint = null;
		Double mass = null;
		for (Structure layer : layers) {
			if (layer instanceof ClauseHolder holder) {
				footprint = footprint == null ? footprint(holder) : footprint;
				mass = mass == null ? Amounts.of(holder,
						MeasureKind.MASS).flatMap(value -> Amounts.in(value, "kg")).orElse(null)
						: mass;
			}
		}
		return new Module(footprint, mass);
	}

	/** @return the footprint that a module or bay says, null if it says none */
	public static Footprint footprint(ClauseHolder holder) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Size size && size.getFootprint() != null && !size.getFootprint().eIsProxy()) {
				return size.getFootprint();
			}
		}
		return null;
	}

	/** @return whether it has room in a bay, as far as both say their sizes */
	public boolean fits(Bay bay) {
		Optional<Plan> own = Plan.of(footprint);
		Optional<Plan> room = Plan.of(footprint(bay));
		return own.isEmpty() || room.isEmpty() || own.get().fits(room.get());
	}

	/** @return the load of the floor in kilograms per square metre, empty if mass or size are not known */
	public Optional<Double> load() {
		return mass == null ? Optional.empty() : Plan.of(footprint).filter(plan -> plan.area() > 0)
				.map(plan -> mass / plan.area());
	}

	/** @return what the floor of a bay bears in kilograms per square metre; a pressure counts with standard gravity */
	public static Optional<Double> bears(Bay bay) {
		return Amounts.of(bay, MeasureKind.FLOOR).flatMap(Module::perArea);
	}

	private static Optional<Double> perArea(Quantity floor) {
		Dimension dimension = floor.unit().dimension();
		if (dimension.equals(Units.of("Pa").dimension())) {
			return Amounts.in(floor, "Pa").map(pressure -> pressure / STANDARD_GRAVITY);
		}
		return Amounts.in(floor, "kg/m2");
	}

	/** @return whether the floor of a bay bears it, as far as that is known */
	public boolean isBorne(Bay bay) {
		Optional<Double> load = load();
		Optional<Double> floor = bears(bay);
		return load.isEmpty() || floor.isEmpty() || load.get() <= floor.get();
	}
}
