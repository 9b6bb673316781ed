package io.twinwright.generators;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that changes as a whole or not at all. Files are collected aside, in the folder {@code .twinwright-aside} of it;
 * {@link #commit} moves them into place, removes those of an earlier run that are no longer made, and leaves alone what
 * others put there. A commit that fails is taken back, and so are the folders around it that were made for it. One run at a time has the folder: the system frees its lock when
 * the process ends, however that may be.
 * <p>
 * What holds between processes: a run that is asked to end (SIGINT, SIGTERM) closes the folder first, which finishes a
 * commit that has begun; so it leaves the folder as it was or entirely new, and nothing aside. One that is killed (SIGKILL)
 * before or after its commit leaves the folder so too, but also what lies aside. One that is killed within its commit, which
 * is a rename for each file, leaves files of both runs and the journal of the commit aside; the next run takes that back
 * first, so that it begins with the folder as it was. Each file is whole at all times. This says nothing of power failures:
 * nothing is forced to the disk.
 */
public final class OutputFolder implements ArtifactSink, AutoCloseable {
	private static final String ASIDE = ".twinwright-aside";
	private static final String NEW = "new";
	private static final String OLD = "old";
	private static final String JOURNAL = "journal";
	private static final String LOCK = "lock";
	private static final String MADE = "+";
	private static final String STALE = "-";

	private final Path folder;
	private final Path aside;
	private final MadeFolders around = new MadeFolders();
	private final FileChannel lock;
	private final Set<String> files = new LinkedHashSet<>();
	private boolean closed;

	/**
	 * Opens a folder, which need not exist; takes back what a run before left half done.
	 *
	 * @throws IOException if the folder cannot be written, or another run has it
	 */
	public OutputFolder(Path folder) throws IOException {
		this.folder = absolute(folder);
		this.aside = this.folder.resolve(ASIDE);
		this.lock = lock(folder);
		try {
			takeBack();
			Files.createDirectories(aside.resolve(NEW));
		} catch (IOException e) {
			after(e, this::close);
			throw e;
		}
	}

	private FileChannel lock(Path named) throws IOException {
		try {
			return FolderLock.take(aside.resolve(LOCK), named, around);
		} catch (IOException e) {
			after(e, around::removeEmpty);
			throw e;
		}
	}

	/** What can fail again after a failure. */
	private interface Undoing {
		void run() throws IOException;
	}

	private static void after(IOException failure, Undoing undoing) {
		try {
			undoing.run();
		} catch (IOException again) {
			failure.addSuppressed(again);
		}
	}

	private OutputFolder(Path folder, Path aside) throws IOException {
		this.folder = absolute(folder);
		this.aside = aside;
		this.lock = null;
		Files.createDirectories(aside.resolve(NEW));
	}

	/** @return a view of a folder in which files are collected to be compared, never committed; the folder is not touched */
	public static OutputFolder preview(Path folder) throws IOException {
		absolute(folder);
		return new OutputFolder(folder, Files.createTempDirectory("twinwright"));
	}

	private static Path absolute(Path folder) throws IOException {
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new FileSystemException(folder.toString(), null, "it is no folder");
		}
		return folder.toAbsolutePath().normalize();
	}

	/** @throws FileSystemException if the folder was closed by another thread, because the run is interrupted */
	@Override
	public synchronized OutputStream open(String path) throws IOException {
		requireOpen();
		Path file = aside.resolve(NEW).resolve(path).normalize();
		if (!file.startsWith(aside.resolve(NEW)) || !files.add(path)) {
			throw new IllegalArgumentException("A file is made twice or outside of the folder: " + path);
		}
		Files.createDirectories(file.getParent());
		return Files.newOutputStream(file);
	}

	private void requireOpen() throws FileSystemException {
		if (closed) {
			throw new FileSystemException(folder.toString(), null, "the run was interrupted");
		}
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
		Set<String> stale = new TreeSet<>(FileLog.read(folder).keySet());
		stale.removeAll(files);
		return stale;
	}

	/** @return the files that a commit would replace or remove although they are not as an earlier run made them, sorted */
	public Collection<String> foreign() throws IOException {
		Map<String, String> log = FileLog.read(folder);
		Set<String> touched = new TreeSet<>(log.keySet());
		touched.addAll(files);
		Set<String> foreign = new TreeSet<>();
		for (String path : touched) {
			byte[] present = present(path);
			if (present != null && !FileLog.digest(present).equals(log.get(path))
					&& !(files.contains(path) && Arrays.equals(present, made(path)))) {
				foreign.add(path);
			}
		}
		return foreign;
	}

	/**
	 * Puts the collected files into place.
	 *
	 * @throws IOException if that fails; then the folder is as it was
	 */
	public synchronized void commit() throws IOException {
		requireOpen();
		Collection<String> stale = stale();
		FileLog.write(files(), aside.resolve(NEW));
		List<String> moved = new ArrayList<>(files());
		moved.add(FileLog.NAME);
		List<String> touched = new ArrayList<>(moved);
		touched.addAll(stale);
		writeJournal(Stream.concat(moved.stream().map(path -> MADE + path), stale.stream().map(path -> STALE + path)).toList());
		try {
			for (String path : touched) {
				move(folder.resolve(path), aside.resolve(OLD).resolve(path));
			}
			for (String path : moved) {
				move(aside.resolve(NEW).resolve(path), folder.resolve(path));
			}
			Files.delete(aside.resolve(JOURNAL));
			around.keep();
		} catch (IOException failure) {
			after(failure, this::takeBack);
			throw failure;
		}
		for (String path : stale) {
			removeEmpty(folder.resolve(path).getParent());
		}
	}

	/** The journal is there as a whole or not at all. */
	private void writeJournal(List<String> lines) throws IOException {
		Path draft = aside.resolve(JOURNAL + ".new");
		Files.write(draft, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
		Files.move(draft, aside.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
	}

	private static void move(Path from, Path to) throws IOException {
		if (Files.isRegularFile(from)) {
			Files.createDirectories(to.getParent());
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Undoes a commit as far as its journal says it may have gone, and clears what was aside. Goes backwards in steps
	 * that can be told from each other, so that it can be cut off and done again.
	 */
	private void takeBack() throws IOException {
		Path journal = aside.resolve(JOURNAL);
		if (Files.exists(journal)) {
			List<String> lines = Files.readAllLines(journal);
			for (String line : lines) {
				Path made = aside.resolve(NEW).resolve(line.substring(1));
				if (line.startsWith(MADE) && !Files.exists(made)) {
					move(folder.resolve(line.substring(1)), made);
				}
			}
			for (String line : lines) {
				move(aside.resolve(OLD).resolve(line.substring(1)), folder.resolve(line.substring(1)));
				removeEmpty(folder.resolve(line.substring(1)).getParent());
			}
			Files.delete(journal);
		}
		clear();
	}

	/**
	 * Ends the work, once, on any thread; waits for a commit that is going on. What was not committed is gone. What could
	 * not be taken back waits for the next run.
	 */
	@Override
	public synchronized void close() throws IOException {
		if (closed) {
			return;
		}
		closed = true;
		try (FileChannel held = lock) {
			if (Files.exists(aside.resolve(JOURNAL))) {
				return;
			}
			clear();
			// while it is still locked, since a run that opened this file must not get it any more
			Files.deleteIfExists(aside.resolve(LOCK));
		}
		try {
			Files.deleteIfExists(aside);
		} catch (DirectoryNotEmptyException e) {
			// the next run has come already
			return;
		}
		around.removeEmpty();
	}

	/** Removes all that is aside but the lock. */
	private void clear() throws IOException {
		if (!Files.isDirectory(aside)) {
			// somebody deleted the whole folder meanwhile
			return;
		}
		try (Stream<Path> all = Files.walk(aside)) {
			for (Path path : all.toList().reversed()) {
				if (!path.equals(aside) && !path.equals(aside.resolve(LOCK))) {
					Files.delete(path);
				}
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
