package io.twinwright.core.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A queue of pieces that knows what all of them are together. Two stacks: of the older pieces each keeps what it and
 * the newer ones of its stack are together, of the newer ones only the sum is kept. A piece is joined three times at
 * most between its coming and its going, however many there are.
 */
final class Pieces {
	/** A piece, or in the older stack the sum from it on, and when the piece ends. */
	private record Ending(Aggregate aggregate, long end) {
	}

	private final Deque<Ending> older = new ArrayDeque<>();
	private final Deque<Ending> newer = new ArrayDeque<>();
	private Aggregate newerSum;

	boolean isEmpty() {
		return older.isEmpty() && newer.isEmpty();
	}

	int size() {
		return older.size() + newer.size();
	}

	/** Adds the newest. */
	void add(Aggregate piece, long end) {
		newer.addLast(new Ending(piece, end));
		if (newerSum == null) {
			newerSum = piece.empty();
		}
		newerSum.append(piece);
	}

	/** @return when the oldest ends; there is one */
	long oldest() {
		return (older.isEmpty() ? newer.peekFirst() : older.peekFirst()).end;
	}

	/** Drops the oldest; there is one. */
	void drop() {
		if (older.isEmpty()) {
			while (!newer.isEmpty()) {
				Ending last = newer.removeLast();
				Aggregate sum = last.aggregate.empty();
				sum.append(last.aggregate);
				if (!older.isEmpty()) {
					sum.append(older.peekFirst().aggregate);
				}
				older.addFirst(new Ending(sum, last.end));
			}
			newerSum = null;
		}
		older.removeFirst();
	}

	/** @return all of them and one more, which is not kept */
	Aggregate and(Aggregate last) {
		Aggregate all = last.empty();
		if (!older.isEmpty()) {
			all.append(older.peekFirst().aggregate);
		}
		if (newerSum != null) {
			all.append(newerSum);
		}
		all.append(last);
		return all;
	}
}
