package io.twinwright.core.binding;

import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often values are sampled, and how often an endpoint can. A view of a model that does not change meanwhile. */
public final class Sampling {
	private final TwinModel twin;
	/** Types say for many signals how often they are sampled. */
	private final Map<Compared, Boolean> compared = new HashMap<>();

	private record Compared(io.twinwright.model.Quantity every, Quantity fastest) {
		boolean isFaster() {
			return time(every).filter(time -> time.compareTo(fastest) < 0).isPresent();
		}
	}

	public Sampling(TwinModel twin) {
		this.twin = twin;
	}

	/** @return the fastest interval at which an endpoint samples, empty if it says none that is a time */
	public static Optional<Quantity> fastest(Endpoint endpoint) {
		return endpoint == null || endpoint.eIsProxy() ? Optional.empty() : endpoint.getEntries().stream()
				.filter(entry -> EndpointEntry.SAMPLING.key().equals(entry.getKey())).map(Entry::getQuantity)
				.flatMap(quantity -> time(quantity).stream()).findFirst();
	}

	/** @return the interval that a binding asks for with {@code every} */
	public static Optional<Measure> interval(ClauseHolder holder) {
		return holder.getClauses().stream().filter(Measure.class::isInstance).map(Measure.class::cast)
				.filter(measure -> measure.getKind() == MeasureKind.EVERY).findFirst();
	}

	/** @return how often a signal is sampled: {@code every} of its binding or, where that says nothing, of the signal */
	public static Optional<io.twinwright.model.Quantity> every(TwinModel twin, Point point) {
		return twin.attachment(point).map(Attachment::binding).flatMap(Sampling::interval).map(Measure::getValue)
				.or(() -> point.measure(MeasureKind.EVERY));
	}

	/** @return a quantity of the text as a time, empty if it is none */
	public static Optional<Quantity> time(io.twinwright.model.Quantity quantity) {
		if (quantity == null || quantity.getUnit() == null || quantity.getNumber() == null) {
			return Optional.empty();
		}
		Optional<Unit> unit = Units.parse(quantity.getUnit()).unit();
		return unit.filter(known -> known.dimension().equals(Dimension.TIME))
				.map(known -> new Quantity(quantity.getNumber(), known));
	}

	/** @return the signals below what is bound, by this binding and no nearer one, that ask for less than an interval */
	public List<Point> faster(Binding binding, Quantity fastest) {
		List<Point> faster = new ArrayList<>();
		for (Located located : twin.resolve(binding.getTarget())) {
			switch (located) {
				case Point point -> addFaster(point, binding, fastest, faster);
				case Position position -> addFaster(position, binding, fastest, faster);
			}
		}
		return faster;
	}

	private void addFaster(Position position, Binding binding, Quantity fastest, List<Point> faster) {
		for (Point point : position.points()) {
			addFaster(point, binding, fastest, faster);
		}
		for (Position part : position.parts()) {
			addFaster(part, binding, fastest, faster);
		}
	}

	private void addFaster(Point point, Binding binding, Quantity fastest, List<Point> faster) {
		if (isSampled(point) && isFaster(point, fastest) && twin.attachment(point).filter(by -> by.binding() == binding).isPresent()) {
			faster.add(point);
		}
	}

	private static boolean isSampled(Point point) {
		return switch (point.kind()) {
			case SENSOR, ACTUATOR, STATE -> true;
			case PROPERTY, PARAMETER, INSIGHT, METER, SHARE -> false;
		};
	}

	private boolean isFaster(Point point, Quantity fastest) {
		return point.measure(MeasureKind.EVERY)
				.filter(every -> compared.computeIfAbsent(new Compared(every, fastest), Compared::isFaster)).isPresent();
	}
}
