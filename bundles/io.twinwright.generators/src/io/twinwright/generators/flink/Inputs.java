package io.twinwright.generators.flink;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.evaluate.Clauses;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signals that a statement reads, each with its number: its reading is in column {@code r0}, its value in {@code v0},
 * whether it is uncertain in {@code u0}, by how much it has counted in {@code s0}, whether it has a line just then in {@code f0}.
 * Of the key of a window, {@code k} is the good value that it had last.
 */
final class Inputs {
	private static final long NANOS = 1_000_000;

	private final TwinModel twin;
	private final Clauses clauses;
	private final List<Point> points = new ArrayList<>();
	private final Set<Integer> counters = new LinkedHashSet<>();
	private final Set<Integer> samples = new LinkedHashSet<>();
	private int key = -1;

	Inputs(TwinModel twin) {
		this.twin = twin;
		this.clauses = new Clauses(twin);
	}

	List<Point> points() {
		return points;
	}

	Set<Integer> counters() {
		return counters;
	}

	Set<Integer> samples() {
		return samples;
	}

	/** @return the value of a signal */
	Term read(Point point) throws NotMapped {
		int number = number(point);
		return new Term("v" + number, kind(point), fixed(point) ? Set.of() : Set.of("u" + number), null);
	}

	/** @return the column with the steps of a counter */
	String counted(Point point) {
		int number = number(point);
		counters.add(number);
		return "s" + number;
	}

	/** @return SQL of whether something that a term reads has a line at the beginning of a span */
	String sampled(Term term) {
		List<Integer> read = term.doubts().stream().map(doubt -> Integer.valueOf(doubt.substring(1))).toList();
		samples.addAll(read);
		return read.isEmpty() ? "FALSE" : read.stream().map(number -> "f" + number).collect(Collectors.joining(" OR ", "(", ")"));
	}

	/** Takes the signal between whose changes a window reaches. */
	void key(Point point) throws NotMapped {
		kind(point);
		key = number(point);
	}

	/** @return the number of the key, -1 if there is none */
	int key() {
		return key;
	}

	private int number(Point point) {
		if (!points.contains(point)) {
			points.add(point);
		}
		return points.indexOf(point);
	}

	static boolean fixed(Point point) {
		return point.kind() == SignalKind.PROPERTY || point.kind() == SignalKind.PARAMETER;
	}

	/** @return the kind of a signal that can be a column */
	static Kind kind(Point point) throws NotMapped {
		Kind kind = Kind.of(point.signal().getType());
		return switch (kind) {
			case Kind.Numeric number -> kind;
			case Kind.Truth truth -> kind;
			case Kind.State state -> kind;
			case Kind.Words words -> kind;
			default -> throw new NotMapped(point.name());
		};
	}

	/** @return of a reading, which is the first letter of its status and its value, the value; null if it is bad */
	static String value(String reading, Kind kind) {
		String text = "SUBSTRING(" + reading + ", 2)";
		return switch (kind) {
			case Kind.Numeric number -> "TRY_CAST(" + text + " AS DOUBLE)";
			case Kind.Truth truth -> "CASE " + text + " WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END";
			default -> "NULLIF(" + text + ", '')";
		};
	}

	/** @return the URL of the server that carries a signal, null if none is known */
	String link(Point point) {
		return twin.attachment(point).map(Attachment::endpoint).flatMap(Addresses::url).orElse(null);
	}

	/** @return for how long a value holds after its link was lost, in milliseconds */
	long hold(Point point) {
		long hold = clauses.hold(point);
		return hold == Long.MAX_VALUE ? 0 : hold / NANOS;
	}
}
