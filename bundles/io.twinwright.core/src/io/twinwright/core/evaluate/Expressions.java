package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Binary;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Membership;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Port;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes terms of expressions, from the inside out. Units are converted where they meet. */
final class Expressions {
	private final Compiler compiler;
	private final Paths paths;
	private final Calls calls;

	Expressions(Compiler compiler, Paths paths, Windows windows, Lane lane, long origin) {
		this.compiler = compiler;
		this.paths = paths;
		this.calls = new Calls(this, compiler, paths, windows, new OverTime(this, paths, lane, origin));
	}

	Formula compile(Expression expression, Scope scope) throws Unevaluable {
		return switch (expression) {
			case QuantityLiteral literal -> number(literal);
			case ValueOf value -> value(value.getPath(), scope);
			case Binary binary -> Operators.binary(binary.getOperator(), compile(binary.getLeft(), scope),
					compile(binary.getRight(), scope));
			case Unary unary -> unary(unary, scope);
			case Call call -> calls.compile(call, scope);
			case Conditional choice -> conditional(choice, scope);
			case Membership membership -> membership(membership, scope);
			case MoneyLiteral literal -> Formula.constant(
					new Value.Money(literal.getMoney().getAmount(), literal.getMoney().getCurrency()),
					new Kind.Amount(literal.getMoney().getCurrency()));
			case StringLiteral literal -> Formula.constant(new Value.Text(literal.getText()), new Kind.Words());
			case BooleanLiteral literal -> Formula.constant(new Value.Bool(literal.isTrue()), Kind.TRUTH);
			case null, default -> throw new Unevaluable("A formula is missing or not complete.");
		};
	}

	/** @return a condition */
	Formula condition(Expression expression, Scope scope) throws Unevaluable {
		return compile(expression, scope).to(Kind.TRUTH);
	}

	private static Formula number(QuantityLiteral literal) throws Unevaluable {
		if (!(Kind.number(literal.getUnit()) instanceof Kind.Numeric kind)) {
			throw new Unevaluable("The unit [%s] is not known. Use a UCUM code.", literal.getUnit());
		}
		return Formula.constant(new Value.Number(literal.getNumber().doubleValue()), kind);
	}

	private Formula unary(Unary unary, Scope scope) throws Unevaluable {
		if (unary.getOperator() == UnaryOperator.NOT) {
			return Operators.not(condition(unary.getOperand(), scope));
		}
		return Operators.minus(compile(unary.getOperand(), scope));
	}

	private Formula conditional(Conditional choice, Scope scope) throws Unevaluable {
		Formula condition = condition(choice.getCondition(), scope);
		Formula yes = compile(choice.getYes(), scope);
		Formula no = compile(choice.getNo(), scope).to(yes.kind());
		return Formula.of(new Choice(condition.term(), yes.term(), no.term()), yes.kind(), condition, yes, no);
	}

	/** The condition and the value that it chooses decide, not the other one. */
	private record Choice(Term condition, Term yes, Term no) implements Term {
		@Override
		public Reading read() {
			Reading chosen = condition.read();
			if (chosen.isBad()) {
				return chosen;
			}
			Reading value = chosen.is() ? yes.read() : no.read();
			Reading worst = value.worst(chosen);
			return worst.isBad() ? worst : worst.with(value.value());
		}
	}

	private Formula membership(Membership membership, Scope scope) throws Unevaluable {
		Formula left = compile(membership.getLeft(), scope);
		if (!(left.kind() instanceof Kind.State)) {
			throw new Unevaluable("'is' asks for a state, but its left side is %s. Compare it with '=='.",
					left.kind().described());
		}
		Set<Value> states = new HashSet<>();
		for (Literal literal : membership.getLiterals()) {
			if (literal.eIsProxy()) {
				throw new Unevaluable("A state is not known. Use one of its enumeration.");
			}
			states.add(Value.State.of(literal));
		}
		return Formula.of(new Member(left.term(), states), Kind.TRUTH, left);
	}

	/** Whether a state is one of some. */
	record Member(Term state, Set<Value> states) implements Term {
		@Override
		public Reading read() {
			Reading now = state.read();
			return now.isBad() ? now : now.with(states.contains(now.value()));
		}
	}

	private Formula value(Path path, Scope scope) throws Unevaluable {
		NamedElement target = path == null || path.getSegments().isEmpty() ? null
				: path.getSegments().getLast().getTarget();
		if (target == null || target.eIsProxy()) {
			throw new Unevaluable("A name is not known. Use one that is.");
		}
		return switch (target) {
			case Parameter parameter when scope.arguments().containsKey(parameter) -> scope.arguments().get(parameter);
			case Parameter parameter -> throw new Unevaluable("Parameter '%s' has no value here.", parameter.getName());
			case Literal literal -> Formula.constant(Value.State.of(literal),
					new Kind.State((Enumeration) literal.eContainer()));
			case Part part -> throw new Unevaluable("'%s' is a part and has no value. Name one of its signals.",
					Paths.text(path));
			case Port port -> throw new Unevaluable("'%s' is a port and has no value. Name a signal.", Paths.text(path));
			default -> signal(paths.one(path, scope), scope);
		};
	}

	private Formula signal(Point point, Scope scope) throws Unevaluable {
		Formula value = compiler.point(point);
		boolean endsByKey = scope.draft() != null && scope.draft().key() != null && !scope.inside();
		if (endsByKey && !value.traits().waits()) {
			Node node = value.inputs().getFirst();
			return new Formula(node::readBefore, value.kind(), List.of(node));
		}
		return value;
	}

	/** @return the formula in a unit that is known to be legal */
	static Formula in(Formula formula, String unit) throws Unevaluable {
		return formula.to(new Kind.Numeric(Units.of(unit)));
	}
}
