package io.twinwright.generators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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

/** A list of files that stands in their folder: SHA-256 and path, as {@code sha256sum --check} reads it. */
public final class FileLog {
	/** Its name in the folder that configs are generated into. */
	static final String NAME = ".twinwright-files";
	/** Its name in a folder that is carried to another machine. */
	public static final String SUMS = "SHA256SUMS";
	private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

	private FileLog() {
	}

	/** @return the digests of files by their paths; none where there is no list; lines that lead out of the folder are none */
	static Map<String, String> read(Path folder) throws IOException {
		Map<String, String> log = new TreeMap<>();
		Path file = folder.resolve(NAME);
		if (Files.isRegularFile(file)) {
			for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
				add(line, folder, log);
			}
		}
		return log;
	}

	/**
	 * @param list the list of the files in its folder
	 * @return the digests of files by their paths
	 * @throws FileSystemException for a line that is no digest and path, or leads out of the folder
	 */
	static Map<String, String> readAll(Path list) throws IOException {
		Map<String, String> log = new TreeMap<>();
		int number = 0;
		for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8).lines().toList()) {
			number++;
			if (!add(line, list.getParent(), log)) {
				throw new FileSystemException(list.toString(), null, "its line %d is no digest and path in this folder".formatted(number));
			}
		}
		return log;
	}

	private static boolean add(String line, Path folder, Map<String, String> log) {
		Matcher entry = LINE.matcher(line);
		boolean inside = entry.matches() && entry.group(2).indexOf('\0') < 0 && folder.resolve(entry.group(2)).normalize().startsWith(folder);
		if (inside) {
			log.put(entry.group(2), entry.group(1));
		}
		return inside;
	}

	/** Writes the list of some files into the folder where they are. */
	static void write(Collection<String> paths, Path folder) throws IOException {
		Map<String, String> log = new TreeMap<>();
		for (String path : paths) {
			log.put(path, digest(Files.readAllBytes(folder.resolve(path))));
		}
		Files.write(folder.resolve(NAME), text(log).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @param log the digests of files by their paths
	 * @return a line for each
	 */
	public static String text(Map<String, String> log) {
		StringBuilder text = new StringBuilder();
		log.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
		return text.toString();
	}

	static String digest(byte[] content) {
		return HexFormat.of().formatHex(sha256().digest(content));
	}

	/** @return a new digest */
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
