package io.twinwright.core.evaluate;

/**
 * Linear equations with a symmetric matrix that is positive but for rounding, solved by Cholesky's method on the scaled
 * matrix. What varies not at all or only with the others gets next to no weight instead of a huge one.
 */
final class SymmetricSystem {
	private static final double RIDGE = 1e-9;

	private final double[] scale;
	private final double[][] lower;

	/** @param matrix variances and covariances, or sums of them; not changed */
	SymmetricSystem(double[][] matrix) {
		int size = matrix.length;
		scale = new double[size];
		lower = new double[size][size];
		for (int i = 0; i < size; i++) {
			scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
		}
		for (int i = 0; i < size; i++) {
			for (int j = 0; j <= i; j++) {
				double sum = i == j ? 1 + RIDGE : matrix[i][j] * scale[i] * scale[j];
				for (int k = 0; k < j; k++) {
					sum -= lower[i][k] * lower[j][k];
				}
				lower[i][j] = i == j ? Math.sqrt(Math.max(sum, RIDGE)) : sum / lower[j][j];
			}
		}
	}

	/** @return the solution; 0 for what does not vary */
	double[] solve(double[] right) {
		double[] half = half(right);
		int size = half.length;
		for (int i = size - 1; i >= 0; i--) {
			for (int k = i + 1; k < size; k++) {
				half[i] -= lower[k][i] * half[k];
			}
			half[i] /= lower[i][i];
		}
		for (int i = 0; i < size; i++) {
			half[i] *= scale[i];
		}
		return half;
	}

	/** @return the square of the distance of a vector, measured by the matrix (Mahalanobis) */
	double distance(double[] vector) {
		double sum = 0;
		for (double part : half(vector)) {
			sum += part * part;
		}
		return sum;
	}

	private double[] half(double[] vector) {
		double[] half = new double[vector.length];
		for (int i = 0; i < vector.length; i++) {
			half[i] = vector[i] * scale[i];
			for (int k = 0; k < i; k++) {
				half[i] -= lower[i][k] * half[k];
			}
			half[i] /= lower[i][i];
		}
		return half;
	}
}
