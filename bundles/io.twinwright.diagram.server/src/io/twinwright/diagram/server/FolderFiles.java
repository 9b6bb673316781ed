package io.twinwright.diagram.server;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.diagram.server.Disk.Stamp;
import io.twinwright.dsl.project.Project;
import io.twinwright.dsl.project.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The twin files of a folder and those with their positions, as they were read last. Used by one thread at a time. */
final class FolderFiles {
	private final Path path;
	private final Map<Path, String> contents = new LinkedHashMap<>();
	private final NavigableMap<Path, Diagnostic> unreadable = new TreeMap<>();
	private Map<Path, Stamp> stamps = new LinkedHashMap<>();

	/** @param path a folder, or a twin file */
	FolderFiles(Path path) {
		this.path = path;
	}

	/** @return the files that have been changed since they were read */
	Set<Path> changed() {
		Map<Path, Stamp> now = Disk.stamps(stamps.keySet());
		return now.keySet().stream().filter(file -> !Objects.equals(now.get(file), stamps.get(file))).collect(Collectors.toSet());
	}

	/** @return whether there are twin files that were not there when all were read */
	boolean hasMore() throws IOException {
		return !stamps.keySet().containsAll(find());
	}

	private Collection<Path> find() throws IOException {
		return Project.find(List.of(path));
	}

	/** Searches all files, and reads those that are new or have changed. */
	void read() throws IOException {
		read(find());
	}

	/** Reads what was written; what others have changed meanwhile is still to be seen. */
	void read(Set<Path> written) throws IOException {
		Map<Path, Stamp> taken = Disk.stamps(written);
		for (Path file : written) {
			boolean isGone = isTwin(file) && taken.get(file) == null;
			if (isGone) {
				contents.remove(file);
				stamps.remove(file);
			} else {
				readOne(file);
				stamps.put(file, taken.get(file));
			}
		}
	}

	private void read(Collection<Path> twins) throws IOException {
		Set<Path> all = new LinkedHashSet<>(twins);
		twins.forEach(file -> all.add(ProjectState.layout(file)));
		// taken before, so that what changes meanwhile is seen at the next look
		Map<Path, Stamp> taken = Disk.stamps(all);
		List.of(contents.keySet(), unreadable.keySet()).forEach(known -> known.retainAll(all));
		for (Path file : all) {
			if (!stamps.containsKey(file) || !Objects.equals(taken.get(file), stamps.get(file))) {
				readOne(file);
			}
		}
		stamps = taken;
	}

	private void readOne(Path file) throws IOException {
		unreadable.remove(file);
		if (!isTwin(file)) {
			contents.put(file, Disk.read(file));
			return;
		}
		switch (SourceText.read(file)) {
			case Outcome.Done<String> text -> contents.put(file, text.value());
			case Outcome.Refused<String> refused -> unreadable.put(file, refused.diagnostics().getFirst());
		}
	}

	/** @return the texts of the twin files that can be read */
	Map<Path, String> twins() {
		Map<Path, String> twins = new TreeMap<>(contents);
		twins.keySet().removeIf(file -> !isTwin(file));
		return twins;
	}

	/** @return the texts with positions; none where there is no such file */
	Map<Path, String> layouts() {
		Map<Path, String> layouts = new LinkedHashMap<>(contents);
		layouts.entrySet().removeIf(file -> isTwin(file.getKey()) || file.getValue().isEmpty());
		return layouts;
	}

	/** @return why a twin file cannot be read, a sentence; empty if all can */
	String fault() {
		return unreadable.isEmpty() ? "" : "%s The drawing is the last one that could be read; it can be edited again when the file is mended."
				.formatted(unreadable.firstEntry().getValue().message());
	}

	static boolean isTwin(Path file) {
		return file.getFileName().toString().endsWith(Project.ENDING);
	}
}
