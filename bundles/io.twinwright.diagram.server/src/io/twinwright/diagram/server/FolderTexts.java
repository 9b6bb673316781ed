package io.twinwright.diagram.server;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.dsl.project.Project;
import io.twinwright.dsl.project.SourceText;
import io.twinwright.diagram.server.Disk.Stamp;
import io.twinwright.diagram.server.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceServiceProvider;

/**
 * The twin files of a folder, or one of them alone. Each step is written at once. Looks several times a second whether somebody
 * else has changed a file, because not every file system tells; what others changed cannot be taken back here.
 */
public final class FolderTexts implements ProjectTexts {
	private static final long LOOK_MS = 250;
	/** A folder is searched for new files once in so many looks. */
	private static final int SEARCH = 8;

	/** How long nobody is to do anything before checking goes on. */
	private static final long AFTER_MS = 300;
	private static final long BETWEEN_MS = 2;

	private final ParsedTexts parsed;
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
	/** What was read last of each file. */
	private final Map<Path, String> contents = new LinkedHashMap<>();
	private final NavigableMap<Path, Diagnostic> unreadable = new TreeMap<>();
	/** When texts have changed last, not only what is found in them. */
	private long textVersion;
	/** How many wait for what users do. */
	private final AtomicInteger waiting = new AtomicInteger();
	private boolean isChecking;

	private FolderTexts(Injector language, Path path, Consumer<Throwable> log) {
		this.parsed = new ParsedTexts(language.getInstance(IResourceServiceProvider.class));
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
	public <T> T read(Function<ProjectState, T> reader) {
		waiting.incrementAndGet();
		synchronized (this) {
			waiting.decrementAndGet();
			return reader.apply(state);
		}
	}

	@Override
	public boolean change(Path at, long version, List<FileChange> changes) throws IOException {
		waiting.incrementAndGet();
		synchronized (this) {
			waiting.decrementAndGet();
			if (!isCurrent() || version < textVersion) {
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
		waiting.incrementAndGet();
		synchronized (this) {
			waiting.decrementAndGet();
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
			after.forEach((file, text) -> {
				contents.put(file, text);
				stamps.put(file, Stamp.of(file));
			});
			Map<Path, String> layouts = new LinkedHashMap<>(state.layouts());
			layouts.putAll(after);
			layouts.values().removeIf(String::isEmpty);
			textVersion = state.version() + 1;
			state = new ProjectState(textVersion, state.files(), state.twin(), state.diagrams(), layouts, state.fault());
		} else {
			Set<Path> files = new TreeSet<>(stamps.keySet());
			files.addAll(after.keySet());
			files.removeIf(file -> !isTwin(file) || !Files.exists(file));
			load(files);
		}
	}

	private String text(Path file) {
		return isTwin(file) ? parsed.text(file) : state.layouts().getOrDefault(file, "");
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
			textVersion = state.version() + 1;
			state = new ProjectState(textVersion, state.files(), state.twin(), state.diagrams(), state.layouts(), fault);
		}
		listeners.forEach(Runnable::run);
	}

	/** Reads what has changed of some files, which are all there are. */
	private void load(Collection<Path> files) throws IOException {
		Set<Path> all = new LinkedHashSet<>(files);
		files.forEach(file -> all.add(ProjectState.layout(file)));
		// taken before, so that what changes meanwhile is seen at the next look
		Map<Path, Stamp> taken = Disk.stamps(all);
		List.of(contents.keySet(), unreadable.keySet()).forEach(known -> known.retainAll(all));
		for (Path file : all) {
			if (!stamps.containsKey(file) || !Objects.equals(taken.get(file), stamps.get(file))) {
				read(file);
			}
		}
		stamps = taken;
		renew();
	}

	private void read(Path file) throws IOException {
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

	/** Makes the state of what was read. */
	private void renew() {
		Map<Path, String> twins = new TreeMap<>();
		Map<Path, String> layouts = new LinkedHashMap<>();
		contents.forEach((file, text) -> {
			if (isTwin(file)) {
				twins.put(file, text);
			} else if (!text.isEmpty()) {
				layouts.put(file, text);
			}
		});
		String fault = unreadable.isEmpty() ? parsed.take(twins) : unreadable.firstEntry().getValue().message()
				+ " The drawing is the last one that could be read.";
		boolean isFirst = state.diagrams() == null && !fault.isEmpty();
		TwinModel twin = isFirst ? null : parsed.twin();
		textVersion = state.version() + 1;
		state = new ProjectState(textVersion, isFirst ? List.of() : parsed.files(), twin, isFirst ? null : parsed.diagrams(twin), layouts, fault);
		check(0);
	}

	/** Checks some time later, between what users do. */
	private void check(long wait) {
		if (!isChecking && !watch.isShutdown()) {
			isChecking = true;
			watch.schedule(this::checkSome, wait, TimeUnit.MILLISECONDS);
		}
	}

	private void checkSome() {
		boolean isNews;
		synchronized (this) {
			isChecking = false;
			try {
				boolean isDone = parsed.check(() -> waiting.get() > 0);
				if (!isDone) {
					check(waiting.get() > 0 ? AFTER_MS : BETWEEN_MS);
				}
			} catch (RuntimeException e) {
				log.accept(e);
			}
			isNews = parsed.takeNews() && state.diagrams() != null;
			if (isNews) {
				state = new ProjectState(state.version() + 1, state.files(), state.twin(), parsed.diagrams(state.twin()), state.layouts(), state.fault());
			}
		}
		if (isNews) {
			listeners.forEach(Runnable::run);
		}
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
