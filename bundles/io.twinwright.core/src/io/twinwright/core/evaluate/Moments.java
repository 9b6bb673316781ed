package io.twinwright.core.evaluate;

import java.util.Arrays;

/**
 * Count, means and co-moments of vectors, so that no sum of squares grows beyond its digits: Chan, Golub and LeVeque,
 * Updating Formulae and a Pairwise Algorithm for Computing Sample Variances (1979).
 */
final class Moments {
	private final int size;
	private final double[] mean;
	private final double[][] co;
	private long count;

	/** @param size of the vectors */
	Moments(int size) {
		this.size = size;
		this.mean = new double[size];
		this.co = new double[size][size];
	}

	void add(double[] vector) {
		count++;
		move(vector, 1);
	}

	/** Takes a vector away that was added. */
	void remove(double[] vector) {
		if (count == 1) {
			clear();
			return;
		}
		count--;
		move(vector, -1);
	}

	/** The vector is one of {@code count} after adding, and one more than {@code count} after removing. */
	private void move(double[] vector, int sign) {
		double[] before = new double[size];
		for (int i = 0; i < size; i++) {
			before[i] = vector[i] - mean[i];
			mean[i] += sign * before[i] / count;
		}
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				co[i][j] += sign * before[i] * (vector[j] - mean[j]);
			}
		}
	}

	void join(Moments other) {
		if (other.count == 0) {
			return;
		}
		long both = count + other.count;
		double weight = (double) count * other.count / both;
		double[] apart = new double[size];
		for (int i = 0; i < size; i++) {
			apart[i] = other.mean[i] - mean[i];
		}
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				co[i][j] += other.co[i][j] + apart[i] * apart[j] * weight;
			}
			mean[i] += apart[i] * other.count / both;
		}
		count = both;
	}

	void clear() {
		count = 0;
		Arrays.fill(mean, 0);
		for (double[] row : co) {
			Arrays.fill(row, 0);
		}
	}

	long count() {
		return count;
	}

	double mean(int i) {
		return mean[i];
	}

	/** @return the sum of the products of the distances from both means */
	double co(int i, int j) {
		return co[i][j];
	}
}
