package io.twinwright.dsl.project;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Diagnostic.Location;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The texts of files. */
public final class SourceText {
	private SourceText() {
	}

	/** @return the text of a UTF-8 file; refused with a finding where it cannot be had */
	public static Outcome<String> read(Path file) {
		byte[] bytes;
		try {
			bytes = Files.readAllBytes(file);
		} catch (IOException e) {
			return refused(file, "", reason(e));
		}
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length);
		CoderResult result = decoder.decode(in, out, true);
		String text = out.flip().toString();
		if (result.isError()) {
			return refused(file, text, "it is not UTF-8 text. The byte 0x%02X cannot stand here; save the file as UTF-8.".formatted(in.get()));
		}
		return new Outcome.Done<>(text, List.of());
	}

	private static String reason(IOException cause) {
		return switch (cause) {
			case AccessDeniedException denied -> "permission denied.";
			case NoSuchFileException missing -> "it is a link to nothing, or has just gone.";
			case FileSystemException known when known.getReason() != null -> known.getReason() + ".";
			default -> cause.getMessage() + ".";
		};
	}

	/** @param before what stands before the place that cannot be read */
	private static Outcome<String> refused(Path file, String before, String reason) {
		int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
		int column = before.length() - before.lastIndexOf('\n');
		return new Outcome.Refused<>(List.of(new Diagnostic(Rule.FILE_UNREADABLE.severity(), Rule.FILE_UNREADABLE.code(),
				"'%s' cannot be read: %s".formatted(file.getFileName(), reason), "",
				new Location(file.toUri(), line, column, before.length(), 0), List.of())));
	}
}
