package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A compiled expression with the kind of its value.
 *
 * @param inputs the nodes it reads, each once
 */
record Formula(Term term, Kind kind, List<Node> inputs) {
	/** Of nothing but itself. */
	static Formula constant(Value value, Kind kind) {
		return new Formula(new Constant(Reading.good(value)), kind, List.of());
	}

	static Formula of(Node node, Kind kind) {
		return new Formula(node, kind, List.of(node));
	}

	/** @param parts what the term reads */
	static Formula of(Term term, Kind kind, Collection<Formula> parts) {
		LinkedHashSet<Node> inputs = new LinkedHashSet<>();
		parts.forEach(part -> inputs.addAll(part.inputs));
		boolean constant = parts.stream().allMatch(Formula::isConstant);
		return new Formula(constant ? new Constant(term.read()) : term, kind, List.copyOf(inputs));
	}

	static Formula of(Term term, Kind kind, Formula... parts) {
		return of(term, kind, List.of(parts));
	}

	boolean isConstant() {
		return term instanceof Constant;
	}

	Reading read() {
		return term.read();
	}

	/** @return what it reads now, computed the short way where all is good */
	Reading compute() {
		double number = term.good();
		return Double.isNaN(number) ? term.read() : Reading.good(number);
	}

	/** @return whether one of its inputs has a new sample in this step */
	boolean isFresh() {
		for (Node input : inputs) {
			if (input.isFresh()) {
				return true;
			}
		}
		return false;
	}

	/** @return of the inputs with a new sample the latest beginning of what they speak for */
	long since() {
		long since = Long.MIN_VALUE;
		for (Node input : inputs) {
			if (input.isFresh()) {
				since = Math.max(since, input.since());
			}
		}
		return since;
	}

	Traits traits() {
		return Traits.of(inputs);
	}

	/** Only of a number. */
	Unit unit() {
		return ((Numeric) kind).unit();
	}

	/** @return the value as it is declared, converted if need be */
	Formula to(Kind declared) throws Unevaluable {
		if (declared instanceof Kind.Unknown || !Kind.fits(kind, declared)) {
			throw new Unevaluable("The value is %s and cannot be %s.", kind.described(), declared.described());
		}
		return kind instanceof Numeric && declared instanceof Numeric other ? in(other.unit()) : this;
	}

	/** Only of a number whose unit converts. */
	Formula in(Unit other) {
		return Units.sameMeaning(unit(), other) ? new Formula(term, new Kind.Numeric(other), inputs)
				: of(new Converted(term, Scale.of(unit(), other)), new Kind.Numeric(other), this);
	}

	/** The number as a difference, where offsets do not count; only of a number whose unit converts. */
	Formula differenceIn(Unit other) {
		return of(new Converted(term, Scale.ofDifferences(unit(), other)), new Kind.Numeric(other), this);
	}

	/** Always the same. */
	record Constant(Reading reading) implements Term {
		@Override
		public Reading read() {
			return reading;
		}

		@Override
		public double good() {
			return reading.good();
		}
	}

	/** A number in another unit. */
	private record Converted(Term term, Scale scale) implements Term {
		@Override
		public Reading read() {
			Reading reading = term.read();
			return reading.isBad() ? reading : reading.with(scale.apply(reading.number()));
		}

		@Override
		public double good() {
			return Term.finite(scale.apply(term.good()));
		}
	}
}
