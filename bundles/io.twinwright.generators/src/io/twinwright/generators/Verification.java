package io.twinwright.generators;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What became of generated files: a folder against the list that stands in it. It finds what was lost, cut or edited, not what
 * somebody forges who changes the list too.
 *
 * @param verified the files that are as they were generated
 * @param missing the files that are gone
 * @param changed the files that have another content
 * @param added the files that were not generated
 */
public record Verification(Collection<String> verified, Collection<String> missing, Collection<String> changed, Collection<String> added) {
	/**
	 * @param folder a bundle, or the folder that configs were generated into
	 * @throws IOException if the folder has no list, or something of it cannot be read
	 */
	public static Verification of(Path folder) throws IOException {
		Path root = folder.toAbsolutePath().normalize();
		if (!Files.isDirectory(root)) {
			throw Files.exists(root) ? new FileSystemException(folder.toString(), null, "it is no folder") : new NoSuchFileException(folder.toString());
		}
		Path list = Stream.of(FileLog.SUMS, FileLog.NAME).map(root::resolve).filter(Files::isRegularFile).findFirst()
				.orElseThrow(() -> new FileSystemException(folder.toString(), null,
						"it has no list of generated files, neither '%s' nor '%s'".formatted(FileLog.SUMS, FileLog.NAME)));
		Map<String, String> log = FileLog.readAll(list);
		Verification found = new Verification(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
		for (Map.Entry<String, String> entry : log.entrySet()) {
			found.compare(root.resolve(entry.getKey()), entry.getKey(), entry.getValue());
		}
		try (Stream<Path> all = Files.walk(root)) {
			all.filter(file -> !Files.isDirectory(file) && !file.equals(list)).map(file -> root.relativize(file).toString().replace('\\', '/'))
					.filter(path -> !log.containsKey(path)).forEach(found.added::add);
		}
		return found;
	}

	private void compare(Path file, String path, String expected) throws IOException {
		if (!Files.isRegularFile(file)) {
			missing.add(path);
		} else {
			(digest(file).equals(expected) ? verified : changed).add(path);
		}
	}

	private static String digest(Path file) throws IOException {
		MessageDigest digest = FileLog.sha256();
		try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
			stream.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** @return whether all files are as they were generated, and no other is there */
	public boolean isFine() {
		return missing.isEmpty() && changed.isEmpty() && added.isEmpty();
	}
}
