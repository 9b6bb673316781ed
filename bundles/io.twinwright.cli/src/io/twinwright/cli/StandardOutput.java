package io.twinwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Standard output that keeps why it failed; print streams would swallow that. */
final class StandardOutput extends FilterOutputStream {
	private IOException failure;

	StandardOutput() {
		super(new FileOutputStream(FileDescriptor.out));
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			out.write(bytes, offset, length);
		} catch (IOException e) {
			failure = e;
			throw e;
		}
	}

	/** @return why output was lost; not where a reader such as {@code head} had enough */
	Optional<IOException> failure() {
		return Optional.ofNullable(failure).filter(known -> known.getMessage() == null || !known.getMessage().contains("pipe"));
	}
}
