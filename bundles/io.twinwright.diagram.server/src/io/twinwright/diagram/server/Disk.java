package io.twinwright.diagram.server;

import io.twinwright.core.diagnostic.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one folder. Others see each file as it was before or after a change, never in between. */
final class Disk {
	private static final String ASIDE = ".twinwright-";

	private final Path root;

	/** What tells that a file has changed. */
	record Stamp(FileTime time, long size, Object key) {
		/** @return that of a file, null where there is none */
		static Stamp of(Path file) {
			try {
				BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
				return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
			} catch (IOException gone) {
				return null;
			}
		}
	}

	Disk(Path root) {
		this.root = root;
	}

	/** @return the text of a file, empty where there is none */
	static String read(Path file) throws IOException {
		try {
			return Files.readString(file);
		} catch (NoSuchFileException none) {
			return "";
		}
	}

	/**
	 * Replaces files; an empty text removes its file.
	 *
	 * @param texts the new ones
	 * @param before the old ones, which come back if not all can be replaced
	 * @throws IOException if not all can be replaced; the message is a sentence
	 */
	void write(Map<Path, String> texts, Map<Path, String> before) throws IOException {
		List<Path> replaced = new ArrayList<>();
		try {
			for (Map.Entry<Path, String> text : texts.entrySet()) {
				replace(inside(text.getKey()), text.getValue());
				replaced.add(text.getKey());
			}
		} catch (IOException e) {
			IOException failure = new IOException(FileFailure.unwritable(e), e);
			for (Path file : replaced.reversed()) {
				try {
					replace(inside(file), before.get(file));
				} catch (IOException left) {
					failure.addSuppressed(left);
				}
			}
			throw failure;
		}
	}

	/** @return the file itself, where its name is a link to it */
	private Path inside(Path file) throws IOException {
		Path real = Files.exists(file) ? file.toRealPath() : file.getParent().toRealPath().resolve(file.getFileName());
		if (!real.startsWith(root.toRealPath())) {
			throw new FileSystemException(file.toString(), null, "it is not in the folder of the project");
		}
		return real;
	}

	private static void replace(Path file, String text) throws IOException {
		if (text.isEmpty()) {
			Files.deleteIfExists(file);
			return;
		}
		Path aside = Files.createTempFile(file.getParent(), ASIDE, "");
		try {
			Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
			permit(aside, file);
			try {
				Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} catch (AtomicMoveNotSupportedException e) {
				Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
			}
		} finally {
			Files.deleteIfExists(aside);
		}
	}

	/** The new file is for whom the old one is, a first one for whom the folder is. */
	private static void permit(Path aside, Path file) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
		if (view != null) {
			if (Files.exists(file)) {
				view.setPermissions(Files.getPosixFilePermissions(file));
			} else {
				var permissions = Files.getPosixFilePermissions(file.getParent());
				permissions.removeIf(permission -> permission.name().endsWith("_EXECUTE"));
				view.setPermissions(permissions);
			}
		}
	}

	/** @return what tells later whether one of some files has changed */
	static Map<Path, Stamp> stamps(Iterable<Path> files) {
		Map<Path, Stamp> stamps = new LinkedHashMap<>();
		files.forEach(file -> stamps.put(file, Stamp.of(file)));
		return stamps;
	}
}
