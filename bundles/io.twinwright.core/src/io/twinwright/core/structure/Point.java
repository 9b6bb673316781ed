package io.twinwright.core.structure;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.Expression;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Policy;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Range;
import io.twinwright.model.Refinement;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Subjection;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A signal at a position, with what holds for it there: refinements of the positions around it come first, the
 * outermost before the inner ones, then the signal's own clauses, then the defaults in the headers around it.
 */
public final class Point implements Located {
	private final Position position;
	private final Signal signal;
	private final String name;
	private final int index;
	private final List<Refinement> refinements;

	Point(Position position, Signal signal, String name, int index, List<Refinement> refinements) {
		this.position = position;
		this.signal = signal;
		this.name = name;
		this.index = index;
		this.refinements = refinements;
	}

	/** @return where it is */
	public Position position() {
		return position;
	}

	/** @return its declaration */
	public Signal signal() {
		return signal;
	}

	/** @return its name at its position: with the service or connection before it, with {@code #n} if it is repeated */
	public String name() {
		return name;
	}

	/** @return its number if it is repeated, else 0 */
	public int index() {
		return index;
	}

	public SignalKind kind() {
		return signal.getKind();
	}

	@Override
	public String path() {
		return position.path() + "." + name;
	}

	@Override
	public String qualifiedName() {
		return position.qualifiedName() + "." + name;
	}

	/** @return the UCUM code of its unit, null if it has none */
	public String unit() {
		return switch (signal.getType()) {
			case QuantityType type -> type.getUnit();
			case PrimitiveType type -> type.getUnit();
			case null, default -> null;
		};
	}

	/** @return where something is said of it: refinements, the nearest first, and its declaration last */
	List<ClauseHolder> said() {
		List<ClauseHolder> said = new ArrayList<>(refinements);
		said.add(signal);
		return said;
	}

	/** @return the formula, default or fixed value that holds here, null if there is none */
	public Expression value() {
		return refinements.stream().map(Refinement::getValue).filter(value -> value != null).findFirst()
				.orElse(signal.getValue());
	}

	/** @return the values that can occur here */
	public Optional<Range> range() {
		return own(Range.class, range -> true);
	}

	/** @return the window of the insight */
	public Optional<Window> window() {
		return own(Window.class, window -> true);
	}

	/** @return what a clause of one word and a quantity says here, defaults of the headers around it included */
	public Optional<Quantity> measure(MeasureKind kind) {
		Optional<Measure> own = own(Measure.class, measure -> states(measure, kind));
		return (own.isPresent() ? own : switch (kind) {
			case EVERY, DEADBAND, DELAY, LATE, ACCURACY, COVERAGE -> position.said().common(kind);
			default -> Optional.<Measure>empty();
		}).map(Measure::getValue);
	}

	/** @return what a clause of one word and a quantity says of this signal itself, not of all in a header around it */
	public Optional<Quantity> ownMeasure(MeasureKind kind) {
		return own(Measure.class, measure -> states(measure, kind)).map(Measure::getValue);
	}

	static boolean states(Measure measure, MeasureKind kind) {
		return measure.getKind() == kind && measure.getValue() != null;
	}

	/** @return what a clause of one word and a text says here */
	public Optional<String> text(TextKind kind) {
		return own(Text.class, text -> text.getKind() == kind && text.getText() != null).map(Text::getText);
	}

	/** @return the alarms here: of each limit the tightest, of equal ones the nearest, and all on conditions */
	public List<Alarm> alarms() {
		Map<AlarmLevel, LimitAlarm> limits = new EnumMap<>(AlarmLevel.class);
		own(LimitAlarm.class).forEach(alarm -> limits.merge(alarm.getLevel(), alarm,
				(near, far) -> isTighter(far, near) ? far : near));
		List<Alarm> alarms = new ArrayList<>(limits.values());
		own(ConditionAlarm.class).forEach(alarms::add);
		return alarms;
	}

	/** @return whether a limit is passed before another one of its level; not where they cannot be compared */
	private boolean isTighter(LimitAlarm alarm, LimitAlarm other) {
		Optional<io.twinwright.core.quantity.Quantity> one = Quantities.of(alarm.getLimit(), unit());
		Optional<io.twinwright.core.quantity.Quantity> two = Quantities.of(other.getLimit(), unit());
		if (one.isEmpty() || two.isEmpty() || !Units.compatible(one.get().unit(), two.get().unit())) {
			return false;
		}
		int order = one.get().compareTo(two.get());
		return switch (alarm.getLevel()) {
			case LOWLOW, LOW -> order > 0;
			case HIGH, HIGHHIGH -> order < 0;
		};
	}

	/** @return the policies that bind this value and everything computed from it, not to be changed */
	public Set<Policy> policies() {
		Set<Policy> around = position.said().policies();
		if (first(signal, Subjection.class, any -> true) == null && refinements.isEmpty()) {
			return around;
		}
		Set<Policy> policies = new LinkedHashSet<>();
		said().forEach(holder -> Said.addPolicies(holder, policies));
		policies.addAll(around);
		return policies;
	}

	/** @return the nearest clause of a kind that fits */
	private <T extends Clause> Optional<T> own(Class<T> kind, Predicate<T> fits) {
		for (Refinement refinement : refinements) {
			T found = first(refinement, kind, fits);
			if (found != null) {
				return Optional.of(found);
			}
		}
		return Optional.ofNullable(first(signal, kind, fits));
	}

	static <T extends Clause> T first(ClauseHolder holder, Class<T> kind, Predicate<T> fits) {
		for (Clause clause : holder.getClauses()) {
			if (kind.isInstance(clause) && fits.test(kind.cast(clause))) {
				return kind.cast(clause);
			}
		}
		return null;
	}

	private <T extends Clause> Stream<T> own(Class<T> kind) {
		return said().stream().flatMap(holder -> clauses(holder, kind));
	}

	private static <T extends Clause> Stream<T> clauses(ClauseHolder holder, Class<T> kind) {
		return holder.getClauses().stream().filter(kind::isInstance).map(kind::cast);
	}

	@Override
	public String toString() {
		return path();
	}
}
