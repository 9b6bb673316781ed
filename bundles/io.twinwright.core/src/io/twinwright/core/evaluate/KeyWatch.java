package io.twinwright.core.evaluate;

/** The value between whose changes a window reaches. */
final class KeyWatch {
	private final Formula key;
	private Value current;
	private long opened;

	KeyWatch(Formula key) {
		this.key = key;
	}

	Formula key() {
		return key;
	}

	/** @return whether the value is not the one of the open window; what is not good is no change */
	boolean hasChanged() {
		Reading now = key.read();
		return now.isGood() && current != null && !now.value().equals(current);
	}

	/** The window of the present value is open. */
	void turn(long t) {
		current = key.read().value();
		opened = t;
	}

	void begin(long t) {
		opened = t;
	}

	/** Takes the first value of all. It says nothing about when its window began. */
	void learn() {
		Reading now = key.read();
		if (current == null && now.isGood()) {
			current = now.value();
		}
	}

	/** @return the beginning of the open window, in nanoseconds */
	long opened() {
		return opened;
	}
}
