package io.twinwright.opcua.behaviour;

/** Numbers that look random and are a function of the seed, what they are for, and the step. */
final class Noise {
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;
	private static final long FIRST = 0xBF58476D1CE4E5B9L;
	private static final long SECOND = 0x94D049BB133111EBL;
	private static final double UNIT = 0x1.0p-53;

	private final long key;

	/** @param purpose the same text gives the same numbers; its hash is fixed by the Java language */
	Noise(long seed, String purpose) {
		long mixed = mix(seed + GOLDEN);
		for (int i = 0; i < purpose.length(); i++) {
			mixed = mix(mixed ^ purpose.charAt(i) + GOLDEN);
		}
		this.key = mixed;
	}

	/** SplitMix64's finalizer. */
	private static long mix(long value) {
		long mixed = (value ^ value >>> 30) * FIRST;
		mixed = (mixed ^ mixed >>> 27) * SECOND;
		return mixed ^ mixed >>> 31;
	}

	/** @return the number of a step, from 0, less than 1 */
	double at(long step) {
		return (mix(key + step * GOLDEN) >>> 11) * UNIT;
	}

	/** @return a constant between two bounds; different for each number */
	double constant(int number, double low, double high) {
		return low + (high - low) * at(-1L - number);
	}

	/** @return a bell-shaped number from -1 to 1: the mean of four even ones */
	double bell(long step) {
		return (at(4 * step) + at(4 * step + 1) + at(4 * step + 2) + at(4 * step + 3)) / 2 - 1;
	}
}
