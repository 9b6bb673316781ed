package io.twinwright.core.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How unusual the newest sample is among those before it. The distance of the sample from the mean of what is usual is
 * measured by the covariance of what is usual (Mahalanobis), and its square D becomes D / (D + c), where c is what
 * one in a thousand samples exceeds if they are normally distributed: 0.5 is rare, 0.9 is three times as far. The fewer
 * samples tell what is usual, the larger is c (Hotelling's T-squared).
 * <p>
 * An unusual sample is not learned, so that a fault that goes on stays unusual, until such samples fill half of the
 * window: then they are the new usual. The samples themselves are kept, since each leaves again; a step costs the
 * square of the number of signals for learning and the cube for measuring, whatever the length of the window.
 */
final class Detector {
	private static final double RARE = 0.5;
	/** How many deviations of the normal distribution one in a thousand exceeds. */
	private static final double ONE_IN_A_THOUSAND = 3.0902;
	/** The least deviation that is told apart, as a share of mean and deviation: signals that stand still have none. */
	private static final double LEAST = 1e-6;
	/** The least deviation of a signal that stands still at zero, in its unit. */
	private static final double TINY = 1e-12;
	private static final int FEWEST = 10;

	private record Kept(long at, double[] vector, boolean learned) {
	}

	private final int size;
	private final Deque<Kept> kept = new ArrayDeque<>();
	private final Moments usual;
	private int learned;
	private int removals;
	private double score = Double.NaN;

	/** @param size how many signals */
	Detector(int size) {
		this.size = size;
		this.usual = new Moments(size);
	}

	/**
	 * @return what the square of the distance of one in a thousand samples exceeds: Hotelling's T-squared of a sample that is
	 *         none of those learned, by the approximation of Paulson (1942) to the distribution F
	 */
	private double rare() {
		double z = ONE_IN_A_THOUSAND;
		double one = 2.0 / (9.0 * size);
		double other = 2.0 / (9.0 * (learned - size));
		double a = (1 - other) * (1 - other) - z * z * other;
		double b = (1 - one) * (1 - other);
		double c = (1 - one) * (1 - one) - z * z * one;
		double root = (b + Math.sqrt(b * b - a * c)) / a;
		double scale = size * (learned + 1.0) * (learned - 1.0) / ((double) learned * (learned - size));
		return scale * root * root * root;
	}

	/** @return how many samples are needed before one can be unusual */
	int fewest() {
		return Math.max(FEWEST, 3 * size);
	}

	/** Measures a sample and keeps it. */
	void add(double[] vector, long at) {
		score = learned < fewest() ? Double.NaN : measure(vector);
		boolean learn = Double.isNaN(score) || score < RARE || learned * 2 < kept.size();
		kept.addLast(new Kept(at, vector, learn));
		if (learn) {
			usual.add(vector);
			learned++;
		}
	}

	private double measure(double[] vector) {
		double[][] covariance = new double[size][size];
		double[] apart = new double[size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				covariance[i][j] = usual.co(i, j) / (learned - 1);
			}
			double least = LEAST * (Math.abs(usual.mean(i)) + Math.sqrt(Math.max(covariance[i][i], 0))) + TINY;
			covariance[i][i] = Math.max(covariance[i][i], 0) + least * least;
			apart[i] = vector[i] - usual.mean(i);
		}
		double distance = new SymmetricSystem(covariance).distance(apart);
		return Double.isInfinite(distance) ? 1 : distance / (distance + rare());
	}

	/** Forgets the oldest until there are not more than so many. */
	void keep(int most) {
		while (kept.size() > most) {
			forget();
		}
	}

	/** Forgets what is older than an instant. */
	void keepFrom(long from) {
		while (!kept.isEmpty() && kept.peekFirst().at < from) {
			forget();
		}
	}

	private void forget() {
		Kept oldest = kept.removeFirst();
		if (oldest.learned) {
			learned--;
			usual.remove(oldest.vector);
			removals++;
		}
		if (removals > kept.size()) {
			removals = 0;
			usual.clear();
			kept.stream().filter(Kept::learned).forEach(each -> usual.add(each.vector));
		}
	}

	/** @return from 0 to 1; NaN if there were too few samples to tell */
	double score() {
		return kept.isEmpty() ? Double.NaN : score;
	}
}
