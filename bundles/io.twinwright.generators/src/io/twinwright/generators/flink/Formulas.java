package io.twinwright.generators.flink;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Quantities;
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
import io.twinwright.model.MeasureKind;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Segment;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Formulas in SQL, from the inside out. Units are converted where they meet. */
final class Formulas {
	/**
	 * Where a formula is read.
	 *
	 * @param at the position, at which its paths begin
	 * @param visited the position that {@code each} visits, in which paths are looked up first; else null
	 * @param inputs gets what is read
	 * @param slots gets what is gathered over a window; null where there is none
	 * @param arguments what the parameters of the function around it stand for
	 */
	record Scope(Position at, Position visited, Inputs inputs, Slots slots, Map<Parameter, Term> arguments) {
		/** What is inside of a function over time is read at each moment. */
		Scope inside() {
			return new Scope(at, visited, inputs, null, arguments);
		}

		Scope visiting(Position other) {
			return new Scope(at, other, inputs, slots, arguments);
		}

		Scope with(Map<Parameter, Term> others) {
			return new Scope(at, visited, inputs, slots, others);
		}
	}

	private final TwinModel twin;
	private final Functions functions = new Functions(this);
	private final Map<Point, Boolean> inlined = new HashMap<>();

	Formulas(TwinModel twin) {
		this.twin = twin;
	}

	Term map(Expression expression, Scope scope) throws NotMapped {
		return switch (expression) {
			case QuantityLiteral literal -> Term.constant(literal.getNumber(), number(literal.getUnit()));
			case BooleanLiteral literal -> new Term(literal.isTrue() ? "TRUE" : "FALSE", Kind.TRUTH, Set.of(), null);
			case ValueOf value -> value(value.getPath(), scope);
			case Binary binary -> binary(binary.getOperator(), map(binary.getLeft(), scope), map(binary.getRight(), scope));
			case Unary unary when unary.getOperator() == UnaryOperator.NOT -> {
				Term operand = condition(unary.getOperand(), scope);
				yield Term.of("(NOT " + operand.sql() + ")", Kind.TRUTH, operand);
			}
			case Unary unary -> {
				Term operand = map(unary.getOperand(), scope);
				yield operand.number() != null ? Term.constant(operand.number().negate(), operand.kind())
						: Term.of("(-" + operand.sql() + ")", new Numeric(operand.linear()), operand);
			}
			case Call call -> functions.map(call, scope);
			case Conditional choice -> choice(condition(choice.getCondition(), scope), map(choice.getYes(), scope), map(choice.getNo(), scope));
			case Membership membership -> membership(map(membership.getLeft(), scope), membership.getLiterals());
			case MoneyLiteral money -> throw new NotMapped("money");
			case null, default -> throw new NotMapped("text");
		};
	}

	Term condition(Expression expression, Scope scope) throws NotMapped {
		return map(expression, scope).to(Kind.TRUTH);
	}

	private static Kind number(String unit) throws NotMapped {
		if (Kind.number(unit) instanceof Numeric kind) {
			return kind;
		}
		throw new NotMapped("[" + unit + "]");
	}

	private Term value(Path path, Scope scope) throws NotMapped {
		if (path != null && !path.getSegments().isEmpty()) {
			if (path.getSegments().getLast().getTarget() instanceof Literal literal) {
				return new Term(Sql.text(literal.getName()), new Kind.State((Enumeration) literal.eContainer()), Set.of(), null);
			}
			if (path.getSegments().getFirst().getTarget() instanceof Parameter parameter && scope.arguments().containsKey(parameter)) {
				return scope.arguments().get(parameter);
			}
		}
		return signal(one(path, scope), scope);
	}

	/** @return what a path reaches: from the position that is visited, else from the one of the formula */
	List<Located> all(Path path, Scope scope) throws NotMapped {
		List<Located> inside = path == null || scope.visited() == null ? List.of() : twin.resolve(path, scope.visited());
		List<Located> reached = path == null || !inside.isEmpty() ? inside : twin.resolve(path, scope.at());
		if (reached.isEmpty()) {
			throw new NotMapped(text(path));
		}
		return reached;
	}

	private static String text(Path path) {
		return path == null ? "" : path.getSegments().stream().map(Segment::getTarget).map(target -> target == null ? "" : target.getName())
				.collect(Collectors.joining("."));
	}

	/** @return the one signal that a path reaches */
	Point one(Path path, Scope scope) throws NotMapped {
		List<Located> reached = all(path, scope);
		if (reached.size() == 1 && reached.getFirst() instanceof Point point) {
			return point;
		}
		throw new NotMapped(text(path));
	}

	/** A fixed fact is what the text says until it is read; an insight without a window is its formula; all else is read. */
	Term signal(Point point, Scope scope) throws NotMapped {
		Kind kind = Inputs.kind(point);
		if (Inputs.fixed(point) && point.value() != null) {
			Term declared = map(point.value(), new Scope(point.position(), null, scope.inputs(), null, Map.of())).to(kind);
			Term read = scope.inputs().read(point);
			return Term.of("COALESCE(" + read.sql() + ", " + declared.sql() + ")", kind, declared);
		}
		return isInlined(point) ? map(point.value(), new Scope(point.position(), null, scope.inputs(), null, Map.of())).to(kind)
				: scope.inputs().read(point);
	}

	/** @return whether an insight is nothing but its formula at each moment */
	boolean isInlined(Point point) {
		if (point.kind() != SignalKind.INSIGHT || point.value() == null || point.window().isPresent()
				|| point.ownMeasure(MeasureKind.EVERY).isPresent()) {
			return false;
		}
		Boolean known = inlined.get(point);
		if (known == null) {
			// one that leads back to itself has an error of its own
			inlined.put(point, false);
			known = isMapped(point);
			inlined.put(point, known);
		}
		return known;
	}

	private boolean isMapped(Point point) {
		try {
			map(point.value(), new Scope(point.position(), null, new Inputs(twin), null, Map.of()));
			return true;
		} catch (NotMapped e) {
			return false;
		}
	}

	private static Term membership(Term left, List<Literal> literals) throws NotMapped {
		if (!(left.kind() instanceof Kind.State)) {
			throw new NotMapped("is");
		}
		return Term.of("(%s IN (%s))".formatted(left.sql(), Sql.texts(literals.stream().map(Literal::getName).toList())), Kind.TRUTH, left);
	}

	private static Term choice(Term condition, Term yes, Term no) throws NotMapped {
		Term other = no.to(yes.kind());
		return Term.of("(CASE WHEN %1$s THEN %2$s WHEN NOT %1$s THEN %3$s END)".formatted(condition.sql(), yes.sql(), other.sql()), yes.kind(),
				condition, yes, other);
	}

	static Term binary(BinaryOperator operator, Term left, Term right) throws NotMapped {
		return switch (operator) {
			// of two conditions the worse decides, also where the other one would be enough
			case AND, OR -> Term.of("(CASE WHEN %1$s IS NOT NULL AND %2$s IS NOT NULL THEN %1$s %3$s %2$s END)".formatted(left.to(Kind.TRUTH).sql(),
					right.to(Kind.TRUTH).sql(), operator == BinaryOperator.AND ? "AND" : "OR"), Kind.TRUTH, left, right);
			case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(operator, left, right.to(left.kind()));
			case PLUS, MINUS -> sum(left, right, operator == BinaryOperator.MINUS);
			case TIMES -> Term.of("(%s * %s)".formatted(left.sql(), right.sql()), new Numeric(Units.product(left.linear(), right.linear())), left, right);
			case DIVIDED_BY -> Term.of("(%s / NULLIF(%s, 0e0))".formatted(left.sql(), right.sql()),
					new Numeric(Units.quotient(left.linear(), right.linear())), left, right);
		};
	}

	private static Term compared(BinaryOperator operator, Term left, Term right) {
		String sign = switch (operator) {
			case EQUAL -> "=";
			case NOT_EQUAL -> "<>";
			default -> operator.getLiteral();
		};
		return Term.of("(%s %s %s)".formatted(left.sql(), sign, right.sql()), Kind.TRUTH, left, right);
	}

	/** Two temperatures with an offset are subtracted to a difference. */
	private static Term sum(Term left, Term right, boolean minus) throws NotMapped {
		if (minus && left.unit().isAffine() && right.unit().isAffine()) {
			Term other = right.in(left.unit());
			return Term.of("(%s - %s)".formatted(left.sql(), other.sql()), new Numeric(Units.differenceOf(left.unit())), left, other);
		}
		Unit unit = left.linear();
		right.linear();
		Term other = right.in(unit);
		return Term.of("(%s %s %s)".formatted(left.sql(), minus ? "-" : "+", other.sql()), new Numeric(unit), left, other);
	}

	/** @return the number of a quantity in a unit */
	static BigDecimal in(Quantity quantity, Unit unit) throws NotMapped {
		return Quantities.in(Quantities.of(quantity, unit.code()), unit).orElseThrow(() -> new NotMapped(quantity.getUnit()));
	}
}
