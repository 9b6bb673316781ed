package io.twinwright.diagram.server;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.dsl.project.Project;
import io.twinwright.diagram.server.Disk.Stamp;
import io.twinwright.diagram.server.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The twin files of a folder, or one of them alone. Each step is written at once. Looks several times a second whether somebody
 * else has changed a file, because not every file system tells; what others changed cannot be taken back here.
 */
public final class FolderTexts implements ProjectTexts {
	private static final long LOOK_MS = 250;
	/** A folder is searched for new files once in so many looks. */
	private static final int SEARCH = 8;

	private final Injector language;
	private final Path path;
	private final Disk disk;
	private final Consumer<Throwable> log;
	private final History history = new History();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("diagrams watch").unstarted(task));
	private ProjectState state = ProjectState.NONE;
	private Map<Path, Stamp> stamps = Map.of();
	private int looks;

	private FolderTexts(Injector language, Path path, Consumer<Throwable> log) {
		this.language = language;
		this.path = path;
		this.disk = new Disk(root());
		this.log = log;
	}

	/**
	 * @param language the injector of the language
	 * @param path a folder, or a twin file
	 * @param log gets what should not happen
	 * @throws IOException if the path cannot be read
	 */
	public static FolderTexts open(Injector language, Path path, Consumer<Throwable> log) throws IOException {
		FolderTexts texts = new FolderTexts(language, path.toAbsolutePath().normalize(), log);
		texts.load(Project.find(List.of(texts.path)));
		texts.watch.scheduleWithFixedDelay(texts::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
		return texts;
	}

	@Override
	public Path root() {
		return Files.isDirectory(path) ? path : path.getParent();
	}

	@Override
	public synchronized <T> T read(Function<ProjectState, T> reader) {
		return reader.apply(state);
	}

	@Override
	public boolean change(Path at, long version, List<FileChange> changes) throws IOException {
		synchronized (this) {
			if (!isCurrent() || version != state.version()) {
				return false;
			}
			List<FileChange> forth = changes.stream().filter(change -> !change.edits().isEmpty()).toList();
			if (forth.isEmpty()) {
				return true;
			}
			List<FileChange> back = forth.stream().map(change -> change.inverse(text(path(change.file())))).toList();
			write(forth);
			history.add(new Step(uri(at), forth, back));
		}
		listeners.forEach(Runnable::run);
		return true;
	}

	@Override
	public String undo(Path file, boolean again) throws IOException {
		synchronized (this) {
			isCurrent();
			Optional<Step> last = history.last(Set.of(uri(file), uri(ProjectState.layout(file))), again);
			if (last.isEmpty()) {
				return ProjectTexts.nothing(again);
			}
			if (!history.isFree(last.get(), again)) {
				return ProjectTexts.blocked(again);
			}
			write(again ? last.get().forth() : last.get().back());
			history.move(last.get(), again);
		}
		listeners.forEach(Runnable::run);
		return "";
	}

	@Override
	public Subscription listen(Runnable changed) {
		// as often as it listens, each subscription is one of its own
		Runnable own = changed::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	@Override
	public void close() {
		watch.shutdownNow();
	}

	private void write(List<FileChange> changes) throws IOException {
		Map<Path, String> before = new LinkedHashMap<>();
		Map<Path, String> after = new LinkedHashMap<>();
		for (FileChange change : changes) {
			Path file = path(change.file());
			before.put(file, text(file));
			after.put(file, change.apply(text(file)));
		}
		disk.write(after, before);
		if (after.keySet().stream().noneMatch(FolderTexts::isTwin)) {
			Map<Path, String> layouts = new LinkedHashMap<>(state.layouts());
			layouts.putAll(after);
			layouts.values().removeIf(String::isEmpty);
			after.keySet().forEach(file -> stamps.put(file, Stamp.of(file)));
			state = new ProjectState(state.version() + 1, state.files(), state.twin(), state.diagrams(), layouts, state.fault());
		} else {
			load(Project.find(List.of(path)));
		}
	}

	private String text(Path file) {
		return isTwin(file) ? state.files().stream().filter(known -> ProjectState.path(known).equals(file)).findFirst()
				.map(known -> known.getParseResult().getRootNode().getText()).orElse("") : state.layouts().getOrDefault(file, "");
	}

	/** Looks whether files are as they were read; if not, reads them anew and forgets the steps that they were changed by. */
	private boolean isCurrent() throws IOException {
		Map<Path, Stamp> now = Disk.stamps(stamps.keySet());
		if (now.equals(stamps)) {
			return true;
		}
		history.forget(now.keySet().stream().filter(file -> !Objects.equals(now.get(file), stamps.get(file))).map(FolderTexts::uri).collect(Collectors.toSet()));
		load(Project.find(List.of(path)));
		return false;
	}

	private void look() {
		try {
			boolean isChanged;
			synchronized (this) {
				isChanged = !isCurrent();
				if (!isChanged && ++looks % SEARCH == 0) {
					Collection<Path> files = Project.find(List.of(path));
					isChanged = !stamps.keySet().containsAll(files);
					if (isChanged) {
						load(files);
					}
				}
			}
			if (isChanged) {
				listeners.forEach(Runnable::run);
			}
		} catch (IOException e) {
			lose(e);
		} catch (RuntimeException e) {
			// the next look may find it mended
			log.accept(e);
		}
	}

	private void lose(IOException e) {
		String fault = FileFailure.unreadable(e);
		synchronized (this) {
			if (state.fault().equals(fault)) {
				return;
			}
			state = new ProjectState(state.version() + 1, state.files(), state.twin(), state.diagrams(), state.layouts(), fault);
		}
		listeners.forEach(Runnable::run);
	}

	private void load(Collection<Path> files) throws IOException {
		Set<Path> all = new LinkedHashSet<>(files);
		files.forEach(file -> all.add(ProjectState.layout(file)));
		// taken before, so that what changes meanwhile is seen at the next look
		Map<Path, Stamp> taken = Disk.stamps(all);
		Map<Path, String> layouts = new LinkedHashMap<>();
		for (Path file : files) {
			String text = Disk.read(ProjectState.layout(file));
			if (!text.isEmpty()) {
				layouts.put(ProjectState.layout(file), text);
			}
		}
		Project project = Project.load(language, new ArrayList<>(files));
		stamps = taken;
		state = state.next(state.version() + 1, project, layouts);
	}

	private static boolean isTwin(Path file) {
		return file.getFileName().toString().endsWith(Project.ENDING);
	}

	private static URI uri(Path file) {
		return URI.createFileURI(file.toString());
	}

	private static Path path(URI file) {
		return Path.of(file.toFileString());
	}
}
