package io.twinwright.core.evaluate;

/** The straight line that fits the samples best (least squares), and what is asked of it. */
abstract class Trend extends Aggregate {
	private final long origin;
	private final Moments moments = new Moments(2);
	private long first = Nanos.NEVER;

	/** @param origin any instant near, from which time is counted */
	Trend(long origin) {
		this.origin = origin;
	}

	@Override
	final void take(Value[] sample, long at) {
		first = Math.min(first, at);
		moments.add(new double[] { Nanos.seconds(at - origin), number(sample[0]) });
	}

	@Override
	final void join(Aggregate later) {
		Trend other = (Trend) later;
		first = Math.min(first, other.first);
		moments.join(other.moments);
	}

	@Override
	final Reading value(long from, long to) {
		return moments.co(0, 0) > 0 ? of(to) : Reading.bad("A trend needs two samples at different times.");
	}

	/** @param to the end of the window */
	abstract Reading of(long to);

	final long origin() {
		return origin;
	}

	/** @return the time of the first sample */
	final long first() {
		return first;
	}

	/** @return the slope per second */
	final double slope() {
		return moments.co(0, 1) / moments.co(0, 0);
	}

	/** @return the value of the line at an instant */
	final double at(long t) {
		return moments.mean(1) + slope() * (Nanos.seconds(t - origin) - moments.mean(0));
	}
}
