package io.twinwright.core.evaluate;

/** What has been gathered of the windows of one call, in pieces as its kind of window needs them. */
interface Gathering {
	/** @return the piece that is being gathered */
	Aggregate open();

	/** A sample is about to be taken. */
	default void sample() {
		// only windows of samples have a piece for each
	}

	/** A window will begin or end at an instant; everything so far was before it. */
	default void cut(long t) {
		// only sliding windows have pieces
	}

	/** @return all that is in the window that begins at an instant and ends now; gathering goes on */
	Aggregate whole(long from);

	/** The next window begins. */
	void restart();

	/** One piece: for windows that do not slide. */
	final class Whole implements Gathering {
		private Aggregate open;

		Whole(Aggregate empty) {
			this.open = empty;
		}

		@Override
		public Aggregate open() {
			return open;
		}

		@Override
		public Aggregate whole(long from) {
			return open;
		}

		@Override
		public void restart() {
			open = open.next();
		}
	}

	/** A piece for each stretch in which no window begins or ends. */
	final class Sliding implements Gathering {
		private final Pieces pieces = new Pieces();
		private Aggregate open;

		Sliding(Aggregate empty) {
			this.open = empty;
		}

		@Override
		public Aggregate open() {
			return open;
		}

		@Override
		public void cut(long t) {
			pieces.add(open, t);
			open = open.empty();
		}

		@Override
		public Aggregate whole(long from) {
			while (!pieces.isEmpty() && pieces.oldest() <= from) {
				pieces.drop();
			}
			return pieces.and(open);
		}

		@Override
		public void restart() {
			while (!pieces.isEmpty()) {
				pieces.drop();
			}
			open = open.next();
		}
	}

	/** A piece for each of the newest samples. */
	final class Newest implements Gathering {
		private final Pieces pieces = new Pieces();
		private final int most;
		private Aggregate open;

		/** @param most how many samples */
		Newest(Aggregate empty, int most) {
			this.open = empty;
			this.most = most;
		}

		@Override
		public Aggregate open() {
			return open;
		}

		@Override
		public void sample() {
			if (open.taken() > 0) {
				pieces.add(open, 0);
			}
			open = open.empty();
			if (pieces.size() >= most) {
				pieces.drop();
			}
		}

		@Override
		public Aggregate whole(long from) {
			return pieces.and(open);
		}

		@Override
		public void restart() {
			while (!pieces.isEmpty()) {
				pieces.drop();
			}
			open = open.next();
		}
	}
}
