package io.twinwright.generators.flink;

import io.twinwright.core.expression.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the calls of a formula gather over a window: columns that are summed over its pieces. A piece reaches from {@code ps} to
 * {@code pe}, a window from {@code ws} to {@code we}; signal 0 is known until {@code e0}. All are in milliseconds.
 */
final class Slots {
	private static final String SECONDS = " / 1000e0";

	/** A column of a window. */
	record Column(String name, String function, String piece) {
	}

	private final List<Column> columns = new ArrayList<>();
	private final double coverage;

	/** @param coverage the share that must be good */
	Slots(double coverage) {
		this.coverage = coverage;
	}

	List<Column> columns() {
		return columns;
	}

	private String column(String function, String piece) {
		String name = "x" + columns.size();
		columns.add(new Column(name, function, piece));
		return name;
	}

	/** One call: which of the time is known, and which of it counts. */
	final class Call {
		private final String counts;
		private final String known;
		private final String weight;

		/** @param filter null for all */
		Call(Term operand, Term filter) {
			Term both = filter == null ? operand : Term.of(operand.sql(), operand.kind(), operand, filter);
			counts = filter == null ? operand.good() : "(%s AND %s)".formatted(operand.good(), filter.holds());
			weight = weight(both);
			String outside = filter == null ? "" : " WHEN %s AND NOT %s THEN %s".formatted(filter.good(), filter.holds(), weight(filter));
			known = column("SUM", "CASE WHEN %s THEN %s%s ELSE 0 END".formatted(counts, weight, outside));
		}

		/** @return for how long all that is read is known; while a link is lost that ends at some time */
		private static String weight(Term read) {
			String until = read.doubts().stream().map(doubt -> ", " + doubt.replaceFirst("^u", "e")).collect(Collectors.joining());
			return until.isEmpty() ? "(pe - ps)" : "GREATEST(LEAST(pe%s) - ps, 0)".formatted(until);
		}

		/** @return the sum of something over all pieces that count */
		String sum(String piece) {
			return column("SUM", "CASE WHEN %s THEN %s ELSE 0 END".formatted(counts, piece));
		}

		/** @return what a function says of a value in all pieces that count and last */
		String over(String function, String value) {
			return column(function, "CASE WHEN %s AND %s > 0 THEN %s END".formatted(counts, weight, value));
		}

		String integral(Term operand) {
			return sum(operand.sql() + " * " + weight + SECONDS);
		}

		String seconds() {
			return "(" + sum(weight) + SECONDS + ")";
		}

		/** @return for how long a condition holds, in seconds */
		String seconds(Term condition) {
			return "(" + sum("CASE WHEN %s THEN %s ELSE 0 END".formatted(condition.sql(), weight)) + SECONDS + ")";
		}

		/**
		 * @param sampled SQL of whether there is a sample at the beginning of a span
		 * @return the sum of something over all samples that count
		 */
		String sampled(String value, String sampled) {
			return sum("CASE WHEN %s THEN %s ELSE 0e0 END".formatted(sampled, value));
		}

		/** @return what a function says of something in all samples that count */
		String sampled(String function, String value, String sampled) {
			return column(function, "CASE WHEN %s AND %s THEN %s END".formatted(counts, sampled, value));
		}

		/**
		 * @param beside what is read when the window ends
		 * @return what the call gives; bad without anything known, uncertain with less than is to be covered
		 */
		Term result(String value, Kind kind, Term... beside) {
			Set<String> doubts = new LinkedHashSet<>(Term.of(value, kind, beside).doubts());
			doubts.add("CAST(%s AS DOUBLE) / (we - ws) < %se0".formatted(known, BigDecimal.valueOf(coverage).toPlainString()));
			return new Term("CASE WHEN %s > 0 THEN %s END".formatted(known, value), kind, doubts, null);
		}
	}
}
