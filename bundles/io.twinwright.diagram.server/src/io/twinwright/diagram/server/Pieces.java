package io.twinwright.diagram.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** A file that comes in pieces, one after another, because it is larger than a message may be. */
final class Pieces {
	private static final int MOST_BYTES = 64 << 20;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();
	private boolean isRefused;

	/**
	 * @param piece in base64 by itself
	 * @param isLast whether the file is whole with it
	 * @return the file when it is whole
	 * @throws IOException with a sentence, once for a file; the rest of it is taken without a word
	 */
	Optional<byte[]> take(String piece, boolean isLast) throws IOException {
		try {
			if (isRefused) {
				return Optional.empty();
			}
			content.writeBytes(Base64.getDecoder().decode(piece));
			if (content.size() > MOST_BYTES) {
				throw refused("The picture is larger than %d MB. Save it as SVG.".formatted(MOST_BYTES >> 20));
			}
			return isLast ? Optional.of(content.toByteArray()) : Optional.empty();
		} catch (IllegalArgumentException e) {
			throw refused("The picture has not arrived whole. Save it again.");
		} finally {
			if (isLast) {
				content.reset();
				isRefused = false;
			}
		}
	}

	private IOException refused(String sentence) {
		isRefused = true;
		content.reset();
		return new IOException(sentence);
	}
}
