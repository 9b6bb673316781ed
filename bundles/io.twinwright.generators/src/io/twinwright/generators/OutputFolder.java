package io.twinwright.generators;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that changes as a whole or not at all. Files are collected aside; {@link #commit} moves them into place, removes
 * those of an earlier run that are no longer made, and leaves alone what others put there. A commit that fails is taken
 * back; one that was cut off is taken back when the folder is opened the next time.
 */
public final class OutputFolder implements ArtifactSink, AutoCloseable {
	/** Lists the generated files of the folder, one path a line. */
	static final String LOG = ".twinwright-files";
	private static final String ASIDE = ".twinwright-aside";
	private static final String NEW = "new";
	private static final String OLD = "old";
	private static final String JOURNAL = "journal";
	private static final String MADE = "+";
	private static final String STALE = "-";

	private final Path folder;
	private final Path aside;
	private final boolean existed;
	private final Set<String> files = new LinkedHashSet<>();

	/**
	 * Opens a folder, which need not exist; takes back what a run before left half done.
	 *
	 * @throws IOException if the folder cannot be written
	 */
	public OutputFolder(Path folder) throws IOException {
		this(folder, folder.toAbsolutePath().normalize().resolve(ASIDE));
		if (Files.exists(aside)) {
			takeBack();
		}
		Files.createDirectories(aside.resolve(NEW));
	}

	private OutputFolder(Path folder, Path aside) {
		this.folder = folder.toAbsolutePath().normalize();
		this.aside = aside;
		this.existed = Files.isDirectory(this.folder);
	}

	/** @return a view of a folder in which files are collected to be compared, never committed; the folder is not touched */
	public static OutputFolder preview(Path folder) throws IOException {
		OutputFolder preview = new OutputFolder(folder, Files.createTempDirectory("twinwright"));
		Files.createDirectories(preview.aside.resolve(NEW));
		return preview;
	}

	@Override
	public OutputStream open(String path) throws IOException {
		Path file = aside.resolve(NEW).resolve(path).normalize();
		if (!file.startsWith(aside.resolve(NEW)) || !files.add(path)) {
			throw new IllegalArgumentException("A file is made twice or outside of the folder: " + path);
		}
		Files.createDirectories(file.getParent());
		return Files.newOutputStream(file);
	}

	/** @return the paths of the collected files, sorted */
	public Collection<String> files() {
		return new TreeSet<>(files);
	}

	/** @return the content of a collected file */
	public byte[] made(String path) throws IOException {
		return Files.readAllBytes(aside.resolve(NEW).resolve(path));
	}

	/** @return the content of a file of the folder as it is, null if there is none */
	public byte[] present(String path) throws IOException {
		Path file = folder.resolve(path);
		return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
	}

	/** @return the files of an earlier run that this one does not make any more, sorted */
	public Collection<String> stale() throws IOException {
		Set<String> stale = new TreeSet<>(logged());
		stale.removeAll(files);
		return stale;
	}

	private List<String> logged() throws IOException {
		Path log = folder.resolve(LOG);
		return Files.exists(log) ? Files.readAllLines(log) : List.of();
	}

	/**
	 * Puts the collected files into place.
	 *
	 * @throws IOException if that fails; then the folder is as it was
	 */
	public synchronized void commit() throws IOException {
		Collection<String> stale = stale();
		try (OutputStream log = Files.newOutputStream(aside.resolve(NEW).resolve(LOG))) {
			log.write((String.join("\n", files()) + "\n").getBytes(StandardCharsets.UTF_8));
		}
		List<String> moved = new ArrayList<>(files());
		moved.add(LOG);
		List<String> touched = new ArrayList<>(moved);
		touched.addAll(stale);
		Files.write(aside.resolve(JOURNAL), Stream.concat(moved.stream().map(path -> MADE + path),
				stale.stream().map(path -> STALE + path)).toList());
		try {
			for (String path : touched) {
				move(folder.resolve(path), aside.resolve(OLD).resolve(path));
			}
			for (String path : moved) {
				move(aside.resolve(NEW).resolve(path), folder.resolve(path));
			}
		} catch (IOException failure) {
			takeBack();
			throw failure;
		}
		Files.delete(aside.resolve(JOURNAL));
		for (String path : stale) {
			removeEmpty(folder.resolve(path).getParent());
		}
	}

	private static void move(Path from, Path to) throws IOException {
		if (Files.exists(from)) {
			Files.createDirectories(to.getParent());
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/** Undoes a commit as far as its journal says it may have gone, and clears what was aside. */
	private void takeBack() throws IOException {
		Path journal = aside.resolve(JOURNAL);
		if (Files.exists(journal)) {
			for (String line : Files.readAllLines(journal)) {
				String path = line.substring(1);
				Path old = aside.resolve(OLD).resolve(path);
				boolean inPlace = line.startsWith(MADE) && !Files.exists(aside.resolve(NEW).resolve(path));
				if (Files.exists(old)) {
					Files.move(old, folder.resolve(path), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				} else if (inPlace) {
					Files.deleteIfExists(folder.resolve(path));
				}
			}
		}
		clear();
	}

	/** Ends the work; what was not committed is gone. */
	@Override
	public synchronized void close() throws IOException {
		clear();
		if (!existed) {
			removeEmpty(folder);
		}
	}

	private void clear() throws IOException {
		if (!Files.exists(aside)) {
			return;
		}
		try (Stream<Path> all = Files.walk(aside)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	private void removeEmpty(Path inner) throws IOException {
		for (Path path = inner; path != null && path.startsWith(folder) && Files.isDirectory(path); path = path.getParent()) {
			try (Stream<Path> left = Files.list(path)) {
				if (left.findAny().isPresent()) {
					return;
				}
			}
			Files.delete(path);
		}
	}
}
