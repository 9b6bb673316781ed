package io.twinwright.tests.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random series of samples and what functions over a window of it give, by looking at every sample. */
final class Series {
	/**
	 * A sample.
	 *
	 * @param at in seconds
	 * @param value NaN if it is bad
	 */
	record At(double at, double value) {
		boolean isGood() {
			return !Double.isNaN(value);
		}
	}

	final List<At> samples = new ArrayList<>();
	private final double hold;

	/** @param hold after how many seconds a value is missing */
	Series(Random random, double end, double hold) {
		this.hold = hold;
		double at = random.nextInt(20);
		while (at < end) {
			samples.add(new At(at, random.nextInt(15) == 0 ? Double.NaN : random.nextInt(-50, 50)));
			at += random.nextInt(30) == 0 ? hold * (1 + random.nextDouble()) : random.nextInt(1, 40) / 4.0;
		}
	}

	/** A value that held for some time within a window. */
	private record Piece(double from, double to, double value) {
		double length() {
			return to - from;
		}
	}

	private List<Piece> pieces(double from, double to) {
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < samples.size(); i++) {
			At sample = samples.get(i);
			double end = Math.min(sample.at + hold, i + 1 < samples.size() ? samples.get(i + 1).at : Double.POSITIVE_INFINITY);
			double begin = Math.max(from, Math.max(0, sample.at));
			if (sample.isGood() && Math.min(end, to) > begin) {
				pieces.add(new Piece(begin, Math.min(end, to), sample.value));
			}
		}
		return pieces;
	}

	private List<At> good(double from, double to) {
		return samples.stream().filter(At::isGood).filter(sample -> sample.at >= from && sample.at < to).toList();
	}

	double known(double from, double to) {
		return pieces(from, to).stream().mapToDouble(Piece::length).sum();
	}

	double integral(double from, double to) {
		return pieces(from, to).stream().mapToDouble(piece -> piece.value * piece.length()).sum();
	}

	double mean(double from, double to) {
		return integral(from, to) / known(from, to);
	}

	double min(double from, double to) {
		return pieces(from, to).stream().mapToDouble(Piece::value).min().orElse(Double.NaN);
	}

	double max(double from, double to) {
		return pieces(from, to).stream().mapToDouble(Piece::value).max().orElse(Double.NaN);
	}

	double last(double from, double to) {
		List<Piece> pieces = pieces(from, to);
		return pieces.isEmpty() ? Double.NaN : pieces.getLast().value;
	}

	double duration(double from, double to) {
		return pieces(from, to).stream().filter(piece -> piece.value > 0).mapToDouble(Piece::length).sum();
	}

	double count(double from, double to) {
		return good(from, to).size();
	}

	double total(double from, double to) {
		return good(from, to).stream().mapToDouble(At::value).sum();
	}

	double increase(double from, double to) {
		double sum = 0;
		At before = null;
		for (At sample : samples) {
			if (sample.isGood()) {
				if (before != null && sample.at >= from && sample.at < to) {
					sum += sample.value >= before.value ? sample.value - before.value : sample.value;
				}
				before = sample;
			}
		}
		return sum;
	}

	double slope(double from, double to) {
		return slope(good(from, to));
	}

	static double slope(List<At> samples) {
		double n = samples.size();
		double t = samples.stream().mapToDouble(At::at).sum() / n;
		double x = samples.stream().mapToDouble(At::value).sum() / n;
		double above = samples.stream().mapToDouble(sample -> (sample.at - t) * (sample.value - x)).sum();
		return above / samples.stream().mapToDouble(sample -> (sample.at - t) * (sample.at - t)).sum();
	}
}
