package io.twinwright.core.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody who misspelled a name may have meant. */
public final class Nearest {
	private static final int MOST = 3;

	private Nearest() {
	}

	/** @return the known names nearest to a name, the nearest first, at most three; none that is far away */
	public static List<String> to(String name, Collection<String> known) {
		return to(name, known, name.length() < 3 ? 0 : Math.max(1, name.length() / 3));
	}

	/**
	 * @param far how many letters may be missing, added, swapped or other ones
	 * @return the known names nearest to a name, the nearest first, at most three
	 */
	public static List<String> to(String name, Collection<String> known, int far) {
		record Candidate(String name, int distance) {
		}
		return known.stream().distinct().filter(other -> Math.abs(other.length() - name.length()) <= far)
				.map(other -> new Candidate(other, distance(name, other, far)))
				.filter(candidate -> candidate.distance() <= far && !candidate.name().equals(name))
				.sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(MOST)
				.map(Candidate::name).toList();
	}

	/** Edit distance with neighbouring letters swapped counted as one; letters that differ only in case count nothing. */
	private static int distance(String one, String other, int far) {
		String a = one.toLowerCase(Locale.ROOT);
		String b = other.toLowerCase(Locale.ROOT);
		int[] before = null;
		int[] last = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int[] next = new int[b.length() + 1];
			next[0] = i;
			int least = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				next[j] = Math.min(replaced, Math.min(last[j], next[j - 1]) + 1);
				if (before != null && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					next[j] = Math.min(next[j], before[j - 2] + 1);
				}
				least = Math.min(least, next[j]);
			}
			if (least > far) {
				return far + 1;
			}
			before = last;
			last = next;
		}
		return last[b.length()];
	}
}
