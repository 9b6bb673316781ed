package io.twinwright.importers.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out the encoding of a text: its byte order mark, else UTF-16 or UTF-8 if it is, else EUC-KR or Windows-1252. */
public final class Texts {
	private static final int SEEN = 4096;

	private Texts() {
	}

	/** @return the text, without a byte order mark */
	public static String decode(byte[] bytes) {
		if (starts(bytes, 0xef, 0xbb, 0xbf)) {
			return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
		}
		if (starts(bytes, 0xff, 0xfe)) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
		}
		if (starts(bytes, 0xfe, 0xff)) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
		}
		return utf16(bytes).map(charset -> new String(bytes, charset)).or(() -> strict(bytes, StandardCharsets.UTF_8))
				.or(() -> korean(bytes)).orElseGet(() -> new String(bytes, Charset.forName("windows-1252")));
	}

	private static boolean starts(byte[] bytes, int... mark) {
		for (int i = 0; i < mark.length; i++) {
			if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
				return false;
			}
		}
		return true;
	}

	/** @return which UTF-16 it is: of many characters one byte is zero, always the same one, which no other text has */
	private static Optional<Charset> utf16(byte[] bytes) {
		int[] zeros = new int[2];
		int seen = Math.min(bytes.length, SEEN);
		for (int i = 0; i < seen; i++) {
			zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
		}
		int more = Math.max(zeros[0], zeros[1]);
		boolean oneSided = more > seen / 8 && more > 4 * Math.min(zeros[0], zeros[1]);
		return !oneSided ? Optional.empty() : Optional.of(zeros[0] == more ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
	}

	/** @return the text if it is Korean: German in Windows-1252 may pass for EUC-KR, but not for Hangul */
	private static Optional<String> korean(byte[] bytes) {
		return !Charset.isSupported("EUC-KR") ? Optional.empty() : strict(bytes, Charset.forName("EUC-KR")).filter(text -> {
			long foreign = text.chars().filter(c -> c > 0x7f).count();
			return text.chars().filter(c -> c >= 0xac00 && c <= 0xd7a3).count() * 2 > foreign;
		});
	}

	private static Optional<String> strict(byte[] bytes, Charset charset) {
		try {
			return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		} catch (CharacterCodingException e) {
			return Optional.empty();
		}
	}
}
