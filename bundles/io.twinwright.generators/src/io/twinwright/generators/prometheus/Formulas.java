package io.twinwright.generators.prometheus;

import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Kind.State;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Membership;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formulas in PromQL, from the inside out. Units are converted where they meet. */
final class Formulas {
	/**
	 * Where a formula is read.
	 *
	 * @param at the position, at which its paths begin
	 * @param window in milliseconds, 0 for none
	 * @param arguments what the parameters of the function around it stand for
	 */
	record Scope(Position at, long window, Map<Parameter, Term> arguments) {
	}

	/** How a signal is found. */
	@FunctionalInterface
	interface Signals {
		/** @return the name of its series */
		String series(Point point);
	}

	private final TwinModel twin;
	private final Signals signals;
	private final Functions functions;

	Formulas(TwinModel twin, Signals signals) {
		this.twin = twin;
		this.signals = signals;
		this.functions = new Functions(this);
	}

	Term map(Expression expression, Scope scope) throws NotMapped {
		return switch (expression) {
			case QuantityLiteral literal -> Term.constant(literal.getNumber(), number(literal.getUnit()));
			case BooleanLiteral literal -> Term.constant(literal.isTrue() ? BigDecimal.ONE : BigDecimal.ZERO, Kind.TRUTH);
			case ValueOf value -> value(value.getPath(), scope);
			case Binary binary -> binary(binary.getOperator(), map(binary.getLeft(), scope), map(binary.getRight(), scope));
			case Unary unary when unary.getOperator() == UnaryOperator.NOT -> not(condition(unary.getOperand(), scope));
			case Unary unary -> {
				Term operand = map(unary.getOperand(), scope);
				yield Term.of(Term.constant(BigDecimal.ZERO, operand.kind()), "-", operand, new Numeric(linear(operand)));
			}
			case Call call -> functions.map(call, scope);
			case Conditional choice -> choice(condition(choice.getCondition(), scope), map(choice.getYes(), scope),
					map(choice.getNo(), scope));
			case Membership membership -> membership(map(membership.getLeft(), scope), membership.getLiterals());
			case null, default -> throw new NotMapped("text");
		};
	}

	Term condition(Expression expression, Scope scope) throws NotMapped {
		Term term = map(expression, scope);
		if (!(term.kind() instanceof Kind.Truth)) {
			throw new NotMapped(term.kind().described());
		}
		return term;
	}

	private static Kind number(String unit) throws NotMapped {
		Kind kind = Kind.number(unit);
		if (kind instanceof Numeric) {
			return kind;
		}
		throw new NotMapped("[" + unit + "]");
	}

	private Term value(Path path, Scope scope) throws NotMapped {
		if (path != null && !path.getSegments().isEmpty() && path.getSegments().getLast().getTarget() instanceof Literal literal) {
			return state(literal);
		}
		if (path != null && path.getSegments().size() == 1 && path.getSegments().getFirst().getTarget() instanceof Parameter parameter
				&& scope.arguments().containsKey(parameter)) {
			return scope.arguments().get(parameter);
		}
		return signal(one(path, scope));
	}

	private static Term state(Literal literal) {
		Enumeration states = (Enumeration) literal.eContainer();
		return Term.constant(BigDecimal.valueOf(StateNumbers.of(states).get(literal)), new State(states));
	}

	/** @return the signals that a path reaches at a position; at least one */
	List<Point> all(Path path, Scope scope) throws NotMapped {
		List<Located> reached = path == null ? List.of() : twin.resolve(path, scope.at());
		List<Point> points = reached.stream().filter(Point.class::isInstance).map(Point.class::cast).toList();
		if (points.isEmpty() || points.size() != reached.size()) {
			throw new NotMapped(path == null ? "" : path.getSegments().stream().map(segment -> segment.getTarget() == null ? "" : segment.getTarget().getName())
					.collect(Collectors.joining(".")));
		}
		return points;
	}

	/** @return the one signal that a path reaches */
	Point one(Path path, Scope scope) throws NotMapped {
		List<Point> points = all(path, scope);
		if (points.size() != 1) {
			throw new NotMapped(points.getFirst().name());
		}
		return points.getFirst();
	}

	/** A fixed fact is a number; everything else is a series. */
	Term signal(Point point) throws NotMapped {
		if (point.kind() == SignalKind.PROPERTY && point.value() instanceof QuantityLiteral literal) {
			Term number = Term.constant(literal.getNumber(), number(literal.getUnit() == null ? point.unit() : literal.getUnit()));
			return point.unit() == null ? number : number.in(Units.of(point.unit()));
		}
		return Term.series(Series.of(series(point), point), kind(point));
	}

	String series(Point point) {
		return signals.series(point);
	}

	/** @return the kind of a signal that can be a series */
	static Kind kind(Point point) throws NotMapped {
		Kind kind = Kind.of(point.signal().getType());
		return switch (kind) {
			case Numeric number -> kind;
			case Kind.Truth truth -> kind;
			case State state -> kind;
			default -> throw new NotMapped(point.name());
		};
	}

	static Term not(Term condition) {
		return Term.of(Term.constant(BigDecimal.ONE, Kind.TRUTH), "-", condition, Kind.TRUTH);
	}

	/** @return the unit of what is added or scaled; a temperature with an offset is not */
	static Unit linear(Term term) throws NotMapped {
		if (term.unit().isAffine() || term.unit().isLogarithmic()) {
			throw new NotMapped("[" + term.unit().code() + "]");
		}
		return term.unit();
	}

	private static Term membership(Term left, List<Literal> literals) throws NotMapped {
		Term any = null;
		for (Literal literal : literals) {
			Term is = Term.of(left, "== bool", state(literal), Kind.TRUTH);
			any = any == null ? is : Term.of(any, "+", is, Kind.TRUTH);
		}
		if (any == null || !(left.kind() instanceof State)) {
			throw new NotMapped("is");
		}
		return any;
	}

	private static Term choice(Term condition, Term yes, Term no) throws NotMapped {
		Term other = yes.kind() instanceof Numeric ? no.in(yes.unit()) : no;
		return Term.of(Term.of(condition, "*", yes, yes.kind()), "+", Term.of(not(condition), "*", other, yes.kind()), yes.kind());
	}

	private static Term binary(BinaryOperator operator, Term left, Term right) throws NotMapped {
		return switch (operator) {
			case AND -> Term.of(left, "*", right, Kind.TRUTH);
			// at least one of both
			case OR -> not(Term.of(not(left), "*", not(right), Kind.TRUTH));
			case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Term.of(left, operator.getLiteral() + " bool",
					left.kind() instanceof Numeric ? right.in(left.unit()) : right, Kind.TRUTH);
			case PLUS, MINUS -> sum(left, right, operator == BinaryOperator.MINUS);
			case TIMES -> Term.of(left, "*", right, new Numeric(Units.product(linear(left), linear(right))));
			case DIVIDED_BY -> Term.of(left, "/", right, new Numeric(Units.quotient(linear(left), linear(right))));
		};
	}

	/** Two temperatures with an offset are subtracted to a difference. */
	private static Term sum(Term left, Term right, boolean minus) throws NotMapped {
		if (minus && left.unit().isAffine() && right.unit().isAffine()) {
			return Term.of(left, "-", right.in(left.unit()), new Numeric(Units.differenceOf(left.unit())));
		}
		Unit unit = linear(left);
		linear(right);
		return Term.of(left, minus ? "-" : "+", right.in(unit), new Numeric(unit));
	}
}
