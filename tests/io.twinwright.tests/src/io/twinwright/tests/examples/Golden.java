package io.twinwright.tests.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Generated files as they are kept under {@code expected}: JSON without its indentation, which is a third of it; of an
 * AASX package the list of its parts with their SHA-256, since the part that matters is the JSON file beside it; of shells in
 * XML the SHA-256 too, since a test reads them back to the same as the JSON; of a module type package that list too, since its
 * tests have a golden document of their own; of Java, JavaScript and Flink's connectors its SHA-256, since they are sources
 * too and the same for all; pages without their style, which is a source, and without drawings, which have golden files of
 * their own; of a bundle what other targets do not make, and the list of its files without their digests; of a script of SQL
 * that is long its digest, since each position has the same statements.
 */
final class Golden {
	private static final String PACKAGE = ".*\\.(aasx|mtp)";
	private static final String SCRIPT = ".sql";
	private static final int LONG_SCRIPT = 100_000;

	private Golden() {
	}

	/** @return what is kept of some generated files, by path */
	static Map<String, String> of(Map<String, byte[]> generated) throws IOException {
		Map<String, String> kept = new TreeMap<>();
		for (Map.Entry<String, byte[]> file : generated.entrySet()) {
			String path = file.getKey();
			if (path.matches("compose/.+/.+")) {
				continue;
			}
			if (path.matches(PACKAGE)) {
				kept.put(path + ".sha256", parts(file.getValue()));
			} else if (path.matches("aas/[^/]+\\.xml|.+\\.(java|js)|flink/(kafka|recording)\\.sql")) {
				kept.put(path + ".sha256", digest(file.getValue(), path.substring(path.lastIndexOf('/') + 1)));
			} else if (path.endsWith(SCRIPT) && file.getValue().length > LONG_SCRIPT) {
				kept.put(path + ".sha256", digest(file.getValue(), path.substring(path.lastIndexOf('/') + 1)));
			} else {
				String text = new String(file.getValue(), StandardCharsets.UTF_8);
				kept.put(path, path.endsWith(".json") ? text.replaceAll("(?m)^ +", "") : path.endsWith(".html") ? page(text)
						: path.endsWith("SHA256SUMS") ? text.replaceAll("(?m)^[0-9a-f]{64}  ", "") : text);
			}
		}
		return kept;
	}

	private static String page(String text) {
		return text.replaceAll("(?s)<style>.*?</style>", "<style/>").replaceAll("(?s)<svg .*?</svg>", "<svg/>");
	}

	/** The parts in their order, as {@code sha256sum} lists files. */
	private static String parts(byte[] archive) throws IOException {
		StringBuilder list = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				list.append(digest(zip.readAllBytes(), entry.getName()));
			}
		}
		return list.toString();
	}

	private static String digest(byte[] content, String name) {
		return HexFormat.of().formatHex(sha256().digest(content)) + "  " + name + "\n";
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
