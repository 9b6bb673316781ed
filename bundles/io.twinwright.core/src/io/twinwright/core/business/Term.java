package io.twinwright.core.business;

import io.twinwright.model.DateKind;
import io.twinwright.model.DateMark;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;

/**
 * From when until when something holds, on the clock of the site of its subject.
 *
 * @param from the first instant, null without a beginning
 * @param until the first instant after it, null without an end
 */
public record Term(LocalDateTime from, LocalDateTime until) {
	/**
	 * @param clauses clauses or constraints; a date that does not exist says nothing
	 * @return what the first {@code from} and {@code until} among them say
	 */
	public static Term of(Collection<?> clauses) {
		return new Term(mark(clauses, DateKind.FROM).flatMap(mark -> Dates.beginning(mark.getDate())).orElse(null),
				mark(clauses, DateKind.UNTIL).flatMap(mark -> Dates.end(mark.getDate())).orElse(null));
	}

	/** @return the first clause or constraint with a date of a kind */
	public static Optional<DateMark> mark(Collection<?> clauses, DateKind kind) {
		return clauses.stream().filter(DateMark.class::isInstance).map(DateMark.class::cast)
				.filter(mark -> mark.getKind() == kind).findFirst();
	}

	/** @return whether both have an instant in common */
	public boolean overlaps(Term other) {
		return isBefore(from, other.until) && isBefore(other.from, until);
	}

	private static boolean isBefore(LocalDateTime beginning, LocalDateTime end) {
		return beginning == null || end == null || beginning.isBefore(end);
	}

	/** @return whether the other one is nowhere outside this one */
	public boolean contains(Term other) {
		return (from == null || other.from != null && !other.from.isBefore(from))
				&& (until == null || other.until != null && !other.until.isAfter(until));
	}
}
