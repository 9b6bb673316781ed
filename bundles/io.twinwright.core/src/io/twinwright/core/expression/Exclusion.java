package io.twinwright.core.expression;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Expression;
import io.twinwright.model.Membership;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Segment;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Whether two conditions can never hold at once, as far as their text shows it. */
public final class Exclusion {
	private final BiPredicate<Path, Path> same;

	private Exclusion(BiPredicate<Path, Path> same) {
		this.same = same;
	}

	/** @return whether two conditions that are read at one place exclude each other */
	public static boolean between(Expression one, Expression other) {
		return between(one, other, (left, right) -> names(left).equals(names(right)));
	}

	/**
	 * @param same whether a path of the first condition and one of the second reach the same value, in this order
	 * @return whether some term of one contradicts some term of the other: other states, disjoint intervals, or its opposite
	 */
	public static boolean between(Expression one, Expression other, BiPredicate<Path, Path> same) {
		Exclusion exclusion = new Exclusion(same);
		return terms(one).stream().anyMatch(left -> terms(other).stream().anyMatch(right -> exclusion.contradict(left, right)));
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

	private boolean contradict(Expression one, Expression other) {
		if (one instanceof Membership left && other instanceof Membership right) {
			return isSame(left.getLeft(), right.getLeft()) && Collections.disjoint(left.getLiterals(), right.getLiterals());
		}
		if (isOpposite(one, other)) {
			return true;
		}
		return one instanceof Binary left && other instanceof Binary right && isSame(left.getLeft(), right.getLeft())
				&& (disjoint(left, right) || disjoint(right, left));
	}

	/** {@code not a} and {@code a}, or {@code a} and {@code not a}. */
	private boolean isOpposite(Expression one, Expression other) {
		return one instanceof Unary left && left.getOperator() == UnaryOperator.NOT && isSame(left.getOperand(), other)
				|| other instanceof Unary right && right.getOperator() == UnaryOperator.NOT && isSame(one, right.getOperand());
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

	/** Whether two expressions have the same value for certain. */
	private boolean isSame(Expression one, Expression other) {
		if (one instanceof ValueOf left && other instanceof ValueOf right) {
			return left.getPath() != null && right.getPath() != null && same.test(left.getPath(), right.getPath());
		}
		if (one instanceof Membership left && other instanceof Membership right) {
			return isSame(left.getLeft(), right.getLeft()) && Set.copyOf(left.getLiterals()).equals(Set.copyOf(right.getLiterals()));
		}
		if (one instanceof Binary left && other instanceof Binary right) {
			return left.getOperator() == right.getOperator() && isSame(left.getLeft(), right.getLeft())
					&& isSame(left.getRight(), right.getRight());
		}
		if (one instanceof Unary left && other instanceof Unary right) {
			return left.getOperator() == right.getOperator() && isSame(left.getOperand(), right.getOperand());
		}
		return one instanceof QuantityLiteral && EcoreUtil.equals(one, other);
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
