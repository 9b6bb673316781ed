package io.twinwright.core.capability;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Members;
import io.twinwright.model.Argument;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Bound;
import io.twinwright.model.Clause;
import io.twinwright.model.Expression;
import io.twinwright.model.Invocation;
import io.twinwright.model.Literal;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Order;
import io.twinwright.model.Parameter;
import io.twinwright.model.Product;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Range;
import io.twinwright.model.Segment;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the arguments of a port, a capability or a step stand for. An argument that is no plain value or parameter is
 * left out, for it limits nothing that is known beforehand.
 */
public final class Arguments {
	private Arguments() {
	}

	/** @return the limits by the names of the parameters, in the order of the text */
	public static Map<String, Limits> of(Invocation invocation) {
		return of(invocation, Map.of());
	}

	/**
	 * @param known what parameters of the product stand for
	 * @return the limits by the names of the parameters, in the order of the text
	 */
	public static Map<String, Limits> of(Invocation invocation, Map<Parameter, Limits> known) {
		if (invocation.getArguments().isEmpty()) {
			return Map.of();
		}
		Map<String, Limits> limits = new LinkedHashMap<>();
		for (Argument argument : invocation.getArguments()) {
			NamedElement parameter = argument.getParameter();
			if (parameter != null && parameter.getName() != null) {
				of(argument, known).ifPresent(limit -> limits.putIfAbsent(parameter.getName(), limit));
			}
		}
		return limits;
	}

	private static Optional<Limits> of(Argument argument, Map<Parameter, Limits> known) {
		String unit = Amounts.unit(argument.getParameter());
		String shared = unit(argument.getHigh());
		Limits value = value(argument.getValue(), shared == null ? unit : shared, known);
		if (argument.getHigh() != null) {
			String first = unit(argument.getValue());
			Limits high = value(argument.getHigh(), first == null ? unit : first, known);
			return value instanceof Limits.Span one && high instanceof Limits.Span other && one.low() != null
					&& other.high() != null ? Optional.of(Limits.Span.between(one.low(), other.high())) : Optional.empty();
		}
		if (value instanceof Limits.Span span && argument.getBound() == Bound.AT_MOST) {
			return Optional.of(new Limits.Span(null, span.high()));
		}
		if (value instanceof Limits.Span span && argument.getBound() == Bound.AT_LEAST) {
			return Optional.of(new Limits.Span(span.low(), null));
		}
		return Optional.ofNullable(value);
	}

	/** @return the unit written at a number, null for none */
	private static String unit(Expression expression) {
		return switch (expression) {
			case QuantityLiteral literal -> literal.getUnit();
			case Unary unary -> unit(unary.getOperand());
			case null, default -> null;
		};
	}

	private static Limits value(Expression expression, String unit, Map<Parameter, Limits> known) {
		return switch (expression) {
			case QuantityLiteral literal -> single(Amounts.of(literal.getNumber(),
					literal.getUnit() == null ? unit : literal.getUnit()));
			case Unary unary when unary.getOperator() == UnaryOperator.MINUS && unary.getOperand() instanceof QuantityLiteral
					literal && literal.getNumber() != null -> single(Amounts.of(literal.getNumber().negate(),
					literal.getUnit() == null ? unit : literal.getUnit()));
			case StringLiteral text -> new Limits.Word(text.getText());
			case BooleanLiteral truth -> new Limits.Word(truth.isTrue() ? "true" : "false");
			case ValueOf value -> named(value, known);
			case null, default -> null;
		};
	}

	private static Limits named(ValueOf value, Map<Parameter, Limits> known) {
		List<Segment> segments = value.getPath() == null ? List.of() : value.getPath().getSegments();
		return switch (segments.size() == 1 ? segments.getFirst().getTarget() : null) {
			case Parameter parameter -> known.get(parameter);
			case Literal literal when literal.getName() != null -> new Limits.Word(literal.getName());
			case null, default -> null;
		};
	}

	private static Limits single(Optional<Quantity> quantity) {
		return quantity.map(value -> new Limits.Span(value, value)).orElse(null);
	}

	/**
	 * What may be asked of the parameters of a product: their range; without one, the default and what orders state.
	 *
	 * @param orders of the product or a kind of it
	 */
	public static Map<Parameter, Limits> asked(Product product, Collection<Order> orders) {
		Map<Parameter, Limits> asked = new HashMap<>();
		Map<Parameter, Limits> stated = new HashMap<>();
		for (Order order : orders) {
			for (Argument argument : order.getArguments()) {
				if (argument.getParameter() instanceof Parameter parameter) {
					of(argument, Map.of()).ifPresent(limits -> stated.merge(parameter, limits, Arguments::around));
				}
			}
		}
		for (Parameter parameter : Members.parameters(product)) {
			Limits limits = range(parameter);
			if (limits == null) {
				limits = around(value(parameter.getValue(), Amounts.unit(parameter), Map.of()), stated.get(parameter));
			}
			if (limits != null) {
				asked.put(parameter, limits);
			}
		}
		return asked;
	}

	/** @return the single value that a parameter is given where it is declared */
	public static Optional<Quantity> fixed(Parameter parameter) {
		return value(parameter.getValue(), Amounts.unit(parameter), Map.of()) instanceof Limits.Span span
				? Optional.of(span.low()) : Optional.empty();
	}

	private static Limits around(Limits one, Limits other) {
		if (one instanceof Limits.Span span && other instanceof Limits.Span more) {
			return span.around(more);
		}
		return one == null ? other : other == null || one.equals(other) ? one : null;
	}

	private static Limits range(Parameter parameter) {
		for (Clause clause : parameter.getClauses()) {
			if (clause instanceof Range range && range.getLow() != null && range.getHigh() != null) {
				String unit = Amounts.unit(parameter);
				String high = range.getHigh().getUnit();
				String low = range.getLow().getUnit();
				Optional<Quantity> from = Amounts.of(range.getLow(), high == null ? unit : high);
				Optional<Quantity> to = Amounts.of(range.getHigh(), low == null ? unit : low);
				return from.isPresent() && to.isPresent() ? Limits.Span.between(from.get(), to.get()) : null;
			}
		}
		return null;
	}
}
