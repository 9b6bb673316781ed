package io.twinwright.generators.flink;

import io.twinwright.core.expression.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the calls of a formula gather over a window: columns that are summed over its pieces. A piece has its weight in
 * milliseconds in column {@code w}; a window its beginning and end in {@code ws} and {@code we}.
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

		/** @param filter null for all */
		Call(Term operand, Term filter) {
			counts = filter == null ? operand.good() : "(%s AND %s)".formatted(operand.good(), filter.holds());
			String outside = filter == null ? "FALSE" : "(%s AND NOT %s)".formatted(filter.good(), filter.holds());
			known = column("SUM", "CASE WHEN %s OR %s THEN w ELSE 0 END".formatted(counts, outside));
		}

		/** @return the sum of something over all pieces that count */
		String sum(String piece) {
			return column("SUM", "CASE WHEN %s THEN %s ELSE 0 END".formatted(counts, piece));
		}

		/** @return what a function says of a value in all pieces that count and last */
		String over(String function, String value) {
			return column(function, "CASE WHEN %s AND w > 0 THEN %s END".formatted(counts, value));
		}

		String integral(Term operand) {
			return sum(operand.sql() + " * w" + SECONDS);
		}

		String seconds() {
			return "(" + sum("w") + SECONDS + ")";
		}

		/** @return what the call gives; bad without anything known, uncertain with less than is to be covered */
		Term result(String value, Kind kind) {
			return new Term("CASE WHEN %s > 0 THEN %s END".formatted(known, value), kind,
					Set.of("CAST(%s AS DOUBLE) / (we - ws) < %se0".formatted(known, BigDecimal.valueOf(coverage).toPlainString())), null);
		}
	}
}
