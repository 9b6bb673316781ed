package io.twinwright.core.evaluate;

import java.util.Arrays;

/**
 * The value some time after the end of the window, by the straight line in time and in the drivers that fits the
 * samples best (least squares). The drivers are taken to stay as they are at the newest sample.
 */
final class DrivenForecast extends Aggregate {
	private final long origin;
	private final Term horizon;
	private final int drivers;
	private final Moments moments;
	private double[] newest;

	/**
	 * @param origin any instant near, from which time is counted
	 * @param horizon in seconds
	 * @param drivers how many
	 */
	DrivenForecast(long origin, Term horizon, int drivers) {
		this.origin = origin;
		this.horizon = horizon;
		this.drivers = drivers;
		this.moments = new Moments(drivers + 2);
	}

	@Override
	Aggregate empty() {
		return new DrivenForecast(origin, horizon, drivers);
	}

	/** Time first, then the drivers, then the value itself. */
	@Override
	void take(Value[] sample, long at) {
		double[] vector = new double[drivers + 2];
		vector[0] = Nanos.seconds(at - origin);
		for (int i = 1; i <= drivers; i++) {
			vector[i] = number(sample[i]);
		}
		vector[drivers + 1] = number(sample[0]);
		moments.add(vector);
		newest = vector;
	}

	@Override
	void join(Aggregate later) {
		DrivenForecast other = (DrivenForecast) later;
		moments.join(other.moments);
		newest = other.newest == null ? newest : other.newest;
	}

	@Override
	Reading value(long from, long to) {
		if (moments.count() < drivers + 2) {
			return Reading.bad("A forecast with %d drivers needs %d samples or more.".formatted(drivers, drivers + 2));
		}
		Reading ahead = horizon.read();
		if (ahead.isBad()) {
			return ahead;
		}
		int size = drivers + 1;
		double[][] matrix = new double[size][size];
		double[] right = new double[size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				matrix[i][j] = moments.co(i, j);
			}
			right[i] = moments.co(i, size);
		}
		double[] weights = new SymmetricSystem(matrix).solve(right);
		double[] then = Arrays.copyOf(newest, size);
		then[0] = Nanos.seconds(to - origin) + ahead.number();
		double value = moments.mean(size);
		for (int i = 0; i < size; i++) {
			value += weights[i] * (then[i] - moments.mean(i));
		}
		return ahead.with(value);
	}
}
