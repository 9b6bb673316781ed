package io.twinwright.core.expression;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Expression;
import io.twinwright.model.Membership;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.Segment;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Whether two conditions can never hold at once, as far as their text shows it. */
public final class Exclusion {
	private Exclusion() {
	}

	/** @return whether some term of one contradicts some term of the other: other states, disjoint intervals, or its opposite */
	public static boolean between(Expression one, Expression other) {
		for (Expression left : terms(one)) {
			for (Expression right : terms(other)) {
				if (contradict(left, right)) {
					return true;
				}
			}
		}
		return false;
	}

	/** @return what must all hold */
	private static List<Expression> terms(Expression condition) {
		if (condition instanceof Binary binary && binary.getOperator() == BinaryOperator.AND) {
			List<Expression> all = new ArrayList<>(terms(binary.getLeft()));
			all.addAll(terms(binary.getRight()));
			return all;
		}
		return condition == null ? List.of() : List.of(condition);
	}

	private static boolean contradict(Expression one, Expression other) {
		if (one instanceof Membership left && other instanceof Membership right) {
			return samePath(left.getLeft(), right.getLeft()) && Collections.disjoint(left.getLiterals(), right.getLiterals());
		}
		if (negated(one, other) || negated(other, one)) {
			return true;
		}
		return one instanceof Binary left && other instanceof Binary right && samePath(left.getLeft(), right.getLeft())
				&& (disjoint(left, right) || disjoint(right, left));
	}

	private static boolean negated(Expression one, Expression other) {
		return one instanceof Unary unary && unary.getOperator() == UnaryOperator.NOT && EcoreUtil.equals(unary.getOperand(), other);
	}

	/** Whether the upper side of one ends where the lower side of the other begins, or before. */
	private static boolean disjoint(Binary below, Binary above) {
		boolean strict = below.getOperator() == BinaryOperator.LESS || above.getOperator() == BinaryOperator.GREATER;
		boolean sides = (below.getOperator() == BinaryOperator.LESS || below.getOperator() == BinaryOperator.LESS_OR_EQUAL)
				&& (above.getOperator() == BinaryOperator.GREATER || above.getOperator() == BinaryOperator.GREATER_OR_EQUAL);
		String unit = unit(below.getLeft());
		Optional<Quantity> most = Quantities.of(below.getRight(), unit);
		Optional<Quantity> least = Quantities.of(above.getRight(), unit);
		if (!sides || most.isEmpty() || least.isEmpty() || !Units.compatible(most.get().unit(), least.get().unit())) {
			return false;
		}
		int order = most.get().compareTo(least.get());
		return order < 0 || order == 0 && strict;
	}

	private static String unit(Expression value) {
		return value instanceof ValueOf read && !read.getPath().getSegments().isEmpty()
				? Quantities.unit((Object) read.getPath().getSegments().getLast().getTarget()) : null;
	}

	private static boolean samePath(Expression one, Expression other) {
		return one instanceof ValueOf left && other instanceof ValueOf right && names(left.getPath()).equals(names(right.getPath()));
	}

	private static List<Object> names(Path path) {
		List<Object> names = new ArrayList<>();
		for (Segment segment : path.getSegments()) {
			NamedElement target = segment.getTarget();
			names.add(List.of(target == null ? "" : target, segment.getIndex()));
		}
		return names;
	}
}
