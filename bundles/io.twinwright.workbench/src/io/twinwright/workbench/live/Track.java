package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;

/** The values of one signal or insight over time, the newest of them, as they came. Thread-safe. */
public final class Track {
	private static final int MOST = 36_000;

	private final Point point;
	private final boolean recorded;
	private final Supplier<Instant> held;
	private double[] times = new double[256];
	private double[] values = new double[256];
	private int size;

	/** @param held until when the last value holds so far, null where it does not hold any more */
	Track(Point point, boolean recorded, Supplier<Instant> held) {
		this.point = point;
		this.recorded = recorded;
		this.held = held;
	}

	/** @return whose values these are */
	public Point point() {
		return point;
	}

	/** @return whether they come of a recording and not of a plant that runs */
	public boolean isRecorded() {
		return recorded;
	}

	/** Forgets all values. */
	synchronized void clear() {
		size = 0;
	}

	/** Adds a value; one that is older than the last, or no number, is left out. */
	synchronized void add(Instant time, double value) {
		double at = time.toEpochMilli();
		if (Double.isNaN(value) || size > 0 && at < times[size - 1]) {
			return;
		}
		if (size == MOST) {
			// in large steps, since each moves all
			int kept = MOST - MOST / 10;
			System.arraycopy(times, size - kept, times, 0, kept);
			System.arraycopy(values, size - kept, values, 0, kept);
			size = kept;
		} else if (size == times.length) {
			times = Arrays.copyOf(times, Math.min(2 * size, MOST));
			values = Arrays.copyOf(values, Math.min(2 * size, MOST));
		}
		times[size] = at;
		values[size++] = value;
	}

	/**
	 * @param times in milliseconds since 1970, ascending
	 * @param values of the same length, in the unit of the signal
	 */
	public record Series(double[] times, double[] values) {
	}

	/** @return the values so far */
	public synchronized Series series() {
		return new Series(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
	}

	/** @return the values so far, and the last one once more at the time until which it holds */
	public Series line() {
		Instant until = held.get();
		Series series = series();
		int many = series.times().length;
		if (until == null || many == 0 || until.toEpochMilli() <= series.times()[many - 1]) {
			return series;
		}
		double[] to = Arrays.copyOf(series.times(), many + 1);
		double[] on = Arrays.copyOf(series.values(), many + 1);
		to[many] = until.toEpochMilli();
		on[many] = on[many - 1];
		return new Series(to, on);
	}
}
