package io.twinwright.importers.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has given more bytes than it may, whatever a header said of its length. */
final class BoundedStream extends FilterInputStream {
	/** Told of bytes as they are read; may fail. */
	interface Meter {
		void read(long bytes) throws IOException;
	}

	private final Meter meter;

	BoundedStream(InputStream stream, Meter meter) {
		super(stream);
		this.meter = meter;
	}

	BoundedStream(InputStream stream, long most) {
		this(stream, new Meter() {
			private long sum;

			@Override
			public void read(long bytes) throws IOException {
				sum += bytes;
				if (sum > most) {
					throw new TooLargeException("The file has more than %s. Divide it.".formatted(Sizes.of(most)));
				}
			}
		});
	}

	@Override
	public int read() throws IOException {
		int read = in.read();
		if (read >= 0) {
			meter.read(1);
		}
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = in.read(bytes, offset, length);
		if (read > 0) {
			meter.read(read);
		}
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		long skipped = in.skip(bytes);
		meter.read(skipped);
		return skipped;
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}
