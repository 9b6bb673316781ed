package io.twinwright.generators.aas;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes to several streams; leaves carriage returns out, which are part of no other character in UTF-8 and which both JSON
 * and XML escape inside of texts. Closing it closes none of them.
 */
final class LineFeeds extends OutputStream {
	private final OutputStream[] copies;

	LineFeeds(OutputStream... copies) {
		this.copies = copies;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int end = offset + length;
		int from = offset;
		for (int i = offset; i < end; i++) {
			if (bytes[i] == '\r') {
				copy(bytes, from, i);
				from = i + 1;
			}
		}
		copy(bytes, from, end);
	}

	private void copy(byte[] bytes, int from, int end) throws IOException {
		for (OutputStream copy : copies) {
			copy.write(bytes, from, end - from);
		}
	}
}
