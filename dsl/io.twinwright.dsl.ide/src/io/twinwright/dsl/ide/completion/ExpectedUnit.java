package io.twinwright.dsl.ide.completion;

import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Typing;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Argument;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Binding;
import io.twinwright.model.Deadline;
import io.twinwright.model.Elapsed;
import io.twinwright.model.Entry;
import io.twinwright.model.Event;
import io.twinwright.model.Expression;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Limit;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Alarm;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.Price;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Range;
import io.twinwright.model.Refinement;
import io.twinwright.model.Signal;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Trigger;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.UnitPer;
import io.twinwright.model.ValueType;
import io.twinwright.model.Watchdog;
import io.twinwright.model.Write;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Which unit a place in a text asks for: one that converts to the signal's, a time, an angle … */
public final class ExpectedUnit {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final String SECOND = "s";
	private static final Set<BinaryOperator> SAME_UNIT = Set.of(BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL,
			BinaryOperator.LESS, BinaryOperator.LESS_OR_EQUAL, BinaryOperator.GREATER, BinaryOperator.GREATER_OR_EQUAL,
			BinaryOperator.PLUS, BinaryOperator.MINUS);

	private ExpectedUnit() {
	}

	/** @return the unit to which one at this element must convert, empty if any will do or it is not known */
	static Optional<Unit> at(EObject element) {
		return switch (element) {
			case Quantity quantity -> code(quantity).flatMap(ExpectedUnit::unit);
			case QuantityLiteral literal -> literal(literal);
			case ValueType type when type.eContainer() instanceof Signal signal && signal.getValue() != null ->
				unit(new Typing().of(signal.getValue()));
			case Binding binding -> declared(binding.getTarget());
			case UnitPer per when per.eContainer() instanceof Price price && price.getMeter() != null -> declared(price.getMeter());
			case null, default -> Optional.empty();
		};
	}

	private static Optional<String> code(Quantity quantity) {
		EReference feature = quantity.eContainmentFeature();
		return switch (quantity.eContainer()) {
			case Range range -> holder(range.eContainer());
			case LimitAlarm alarm when feature == TWIN.getLimitAlarm_Limit() -> holder(alarm.eContainer());
			case Alarm alarm when feature == TWIN.getAlarm_Hysteresis() -> holder(alarm.eContainer());
			case Measure measure -> of(measure.getKind(), measure.eContainer());
			case Write write when feature == TWIN.getWrite_Ramp() -> target(write.getTarget()).map(code -> code + "/s");
			case Write write -> target(write.getTarget());
			case GeoPosition position -> Optional.of("deg");
			case Entry entry -> entry.getKey() == null ? Optional.empty() : EndpointEntry.of(entry.getKey())
					.filter(known -> known.form() == EndpointEntry.Form.TIME).map(known -> SECOND);
			case Alarm alarm -> Optional.of(SECOND);
			case TimeWindow window -> Optional.of(SECOND);
			case Trigger trigger -> Optional.of(SECOND);
			case Limit limit -> Optional.of(SECOND);
			case Deadline deadline -> Optional.of(SECOND);
			case Watchdog watchdog -> Optional.of(SECOND);
			case Event event -> Optional.of(SECOND);
			case Elapsed elapsed -> Optional.of(SECOND);
			case null, default -> Optional.empty();
		};
	}

	/** @return the code of the unit to which that of a clause on an element must convert, empty if any will do or it is not known */
	public static Optional<String> of(MeasureKind kind, EObject holder) {
		return switch (kind) {
			case EVERY, DELAY, LATE, SETUP, LASTS, DURATION, WARMUP -> Optional.of(SECOND);
			case DEADBAND, ACCURACY -> holder(holder);
			case COVERAGE, YIELD -> Optional.of("%");
			case MASS -> Optional.of("kg");
			case FLOOR -> Optional.of("t/m2");
			case RATE -> Optional.of("/h");
			case SCALE, OFFSET, CAPACITY, BUFFER, QUANTITY, REPLICATIONS, SEED -> Optional.empty();
		};
	}

	/** @return the code of the unit of a signal or parameter */
	public static Optional<String> holder(EObject holder) {
		return switch (holder) {
			case Signal signal -> code(signal.getType());
			case Parameter parameter -> code(parameter.getType());
			case Refinement refinement -> target(refinement.getTarget());
			case null, default -> Optional.empty();
		};
	}

	private static Optional<String> target(Path path) {
		return path == null || path.getSegments().isEmpty() ? Optional.empty()
				: holder(path.getSegments().getLast().getTarget());
	}

	private static Optional<String> code(ValueType type) {
		return Optional.ofNullable(switch (type) {
			case QuantityType quantity -> quantity.getUnit();
			case PrimitiveType primitive -> primitive.getUnit();
			case null, default -> null;
		});
	}

	private static Optional<Unit> literal(QuantityLiteral literal) {
		return switch (literal.eContainer()) {
			case Argument argument -> declared(argument.getParameter());
			case Signal signal -> code(signal.getType()).flatMap(ExpectedUnit::unit);
			case Parameter parameter -> code(parameter.getType()).flatMap(ExpectedUnit::unit);
			case Refinement refinement -> declared(refinement.getTarget());
			case Write write -> declared(write.getTarget());
			case Binary binary when SAME_UNIT.contains(binary.getOperator()) ->
				unit(new Typing().of(other(binary, literal)));
			case null, default -> Optional.empty();
		};
	}

	private static Expression other(Binary binary, Expression side) {
		return binary.getLeft() == side ? binary.getRight() : binary.getLeft();
	}

	private static Optional<Unit> declared(Path path) {
		return target(path).flatMap(ExpectedUnit::unit);
	}

	private static Optional<Unit> declared(NamedElement element) {
		return holder(element).flatMap(ExpectedUnit::unit);
	}

	private static Optional<Unit> unit(String code) {
		return Units.parse(code).unit();
	}

	private static Optional<Unit> unit(Kind kind) {
		return kind instanceof Kind.Numeric number ? Optional.of(number.unit()) : Optional.empty();
	}
}
