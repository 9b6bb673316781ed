package io.twinwright.generators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of generated files that stands in their folder: SHA-256 and path, as {@code sha256sum --check} reads it. */
final class FileLog {
	/** Its name in the folder. */
	static final String NAME = ".twinwright-files";
	private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

	private FileLog() {
	}

	/** @return the digests of files by their paths; none where there is no list; lines that lead out of the folder are none */
	static Map<String, String> read(Path folder) throws IOException {
		Map<String, String> log = new TreeMap<>();
		Path file = folder.resolve(NAME);
		if (Files.isRegularFile(file)) {
			for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
				Matcher entry = LINE.matcher(line);
				if (entry.matches() && folder.resolve(entry.group(2)).normalize().startsWith(folder)) {
					log.put(entry.group(2), entry.group(1));
				}
			}
		}
		return log;
	}

	/** Writes the list of some files into the folder where they are. */
	static void write(Collection<String> paths, Path folder) throws IOException {
		StringBuilder log = new StringBuilder();
		for (String path : paths) {
			log.append(digest(Files.readAllBytes(folder.resolve(path)))).append("  ").append(path).append('\n');
		}
		Files.write(folder.resolve(NAME), log.toString().getBytes(StandardCharsets.UTF_8));
	}

	static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
