package io.twinwright.dsl.ide.server;

import io.twinwright.dsl.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;

/**
 * The files of the library where an editor can open them. The library itself is inside the program; editors want files.
 * At the first call of {@link #file} it is unpacked into {@code twinwright/library-HASH} below the user's cache folder
 * ({@code XDG_CACHE_HOME}, {@code LOCALAPPDATA} or {@code ~/.cache}), or below the folder for temporary files where that
 * cannot be written. HASH is made from the contents, so that two versions of the program do not disturb each other and a
 * folder that is there already has the right files. The files are read-only; the folder appears at once, complete.
 * Thread-safe.
 */
public final class LibraryFolder {
	private static final int HASH_BYTES = 8;

	private final Map<String, byte[]> contents = new LinkedHashMap<>();
	private final Path preferred;
	private final Path reserve;
	private Path unpacked;

	/** Below the user's cache folder, else below the folder for temporary files. */
	public LibraryFolder() {
		this(caches(), Path.of(System.getProperty("java.io.tmpdir")));
	}

	/**
	 * @param caches the folder below which to unpack
	 * @param reserve another one for the case that the first cannot be written
	 */
	public LibraryFolder(Path caches, Path reserve) {
		for (String file : Library.FILES) {
			try (InputStream text = Library.open(file)) {
				contents.put(file, text.readAllBytes());
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		String name = "library-" + hash(contents);
		this.preferred = caches.resolve("twinwright").resolve(name).toAbsolutePath().normalize();
		this.reserve = reserve.resolve("twinwright").resolve(name).toAbsolutePath().normalize();
	}

	private static Path caches() {
		String home = System.getProperty("user.home");
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String named = system.startsWith("windows") ? System.getenv("LOCALAPPDATA") : System.getenv("XDG_CACHE_HOME");
		if (named != null && !named.isBlank()) {
			return Path.of(named);
		}
		return system.startsWith("mac") ? Path.of(home, "Library", "Caches") : Path.of(home, ".cache");
	}

	private static String hash(Map<String, byte[]> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			files.forEach((name, bytes) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
				digest.update(bytes);
			});
			return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * @param name of a file of the library
	 * @return the file, unpacked
	 * @throws UncheckedIOException if neither folder can be written
	 */
	public synchronized Path file(String name) {
		if (unpacked == null || !holdsAll(unpacked)) {
			unpacked = unpack();
		}
		return unpacked.resolve(name);
	}

	/** @return the name of the file of the library that was unpacked there; empty for any other file */
	public Optional<String> name(Path file) {
		Path folder = file.getParent();
		boolean here = folder != null && (folder.equals(preferred) || folder.equals(reserve));
		return here ? Library.FILES.stream().filter(file.getFileName().toString()::equals).findFirst() : Optional.empty();
	}

	/** @return the resource URI of a file of the library */
	static URI uri(String name) {
		return URI.createURI("classpath:/" + Library.class.getPackageName().replace('.', '/') + "/" + name);
	}

	private Path unpack() {
		try {
			return unpack(preferred);
		} catch (IOException first) {
			try {
				return unpack(reserve);
			} catch (IOException second) {
				second.addSuppressed(first);
				throw new UncheckedIOException(second);
			}
		}
	}

	private Path unpack(Path folder) throws IOException {
		if (holdsAll(folder)) {
			return folder;
		}
		Files.createDirectories(folder.getParent());
		Path draft = Files.createTempDirectory(folder.getParent(), "unpacking");
		try {
			for (Map.Entry<String, byte[]> file : contents.entrySet()) {
				Path target = Files.write(draft.resolve(file.getKey()), file.getValue());
				target.toFile().setReadOnly();
			}
			delete(folder);
			Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
		} catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
			delete(draft);
		} catch (IOException e) {
			delete(draft);
			throw e;
		}
		if (!holdsAll(folder)) {
			throw new IOException("The library cannot be unpacked into " + folder + ".");
		}
		return folder;
	}

	private boolean holdsAll(Path folder) {
		return contents.entrySet().stream().allMatch(file -> holds(folder.resolve(file.getKey()), file.getValue()));
	}

	private static boolean holds(Path file, byte[] content) {
		try {
			return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content);
		} catch (IOException e) {
			return false;
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(folder);
	}
}
