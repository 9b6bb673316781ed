package io.twinwright.diagram.server;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.diagram.server.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.eclipse.xtext.resource.IResourceServiceProvider;

/**
 * The twin files of a folder, or one of them alone. Each step is written at once. Looks several times a second whether somebody
 * else has changed a file, because not every file system tells; what others changed cannot be taken back here.
 */
public final class FolderTexts implements ProjectTexts {
	private static final long LOOK_MS = 250;
	/** A folder is searched for new files once in so many looks. */
	private static final int SEARCH = 8;

	private final ParsedTexts parsed;
	private final Path path;
	private final FolderFiles files;
	private final Disk disk;
	private final Consumer<Throwable> log;
	private final History history = new History();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("diagrams watch").unstarted(task));
	private final LaterCheck checks;
	private ProjectState state = ProjectState.NONE;
	private int looks;
	/** Of which state those who listen were told last. */
	private long told;
	/** When texts have changed last, not only what is found in them. */
	private long textVersion;
	/** Whether the files could not be looked at. */
	private boolean isLost;

	private FolderTexts(Injector language, Path path, Consumer<Throwable> log) {
		this.parsed = new ParsedTexts(language.getInstance(IResourceServiceProvider.class));
		this.path = path;
		this.files = new FolderFiles(path);
		this.disk = new Disk(root());
		this.log = log;
		this.checks = new LaterCheck(parsed, this, watch, this::find, log);
	}

	/**
	 * @param language the injector of the language
	 * @param path a folder, or a twin file
	 * @param log gets what should not happen
	 * @throws IOException if the path cannot be read
	 */
	public static FolderTexts open(Injector language, Path path, Consumer<Throwable> log) throws IOException {
		FolderTexts texts = new FolderTexts(language, path.toAbsolutePath().normalize(), log);
		texts.files.read();
		texts.renew();
		texts.told = texts.state.version();
		texts.watch.scheduleWithFixedDelay(texts::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
		return texts;
	}

	@Override
	public Path root() {
		return Files.isDirectory(path) ? path : path.getParent();
	}

	@Override
	public <T> T read(Function<ProjectState, T> reader) {
		return checks.before(() -> reader.apply(state));
	}

	@Override
	public boolean change(Path at, long version, List<FileChange> changes) throws IOException {
		try {
			return checks.before(() -> {
				if (!seen() || version < textVersion) {
					return false;
				}
				List<FileChange> forth = changes.stream().filter(change -> !change.edits().isEmpty()).toList();
				if (!forth.isEmpty()) {
					List<FileChange> back = forth.stream().map(change -> change.inverse(text(path(change.file())))).toList();
					write(forth);
					history.add(new Step(uri(at), forth, back));
				}
				return true;
			});
		} finally {
			tell();
		}
	}

	/** Tells all who listen that there is another state, if there is one, whoever came upon it. */
	private void tell() {
		synchronized (this) {
			if (told == state.version()) {
				return;
			}
			told = state.version();
		}
		listeners.forEach(Runnable::run);
	}

	@Override
	public String undo(Path file, boolean again) throws IOException {
		try {
			return checks.before(() -> {
				seen();
				Optional<Step> last = history.last(Set.of(uri(file), uri(ProjectState.layout(file))), again);
				if (last.isEmpty()) {
					return ProjectTexts.nothing(again);
				}
				if (!history.isFree(last.get(), again)) {
					return ProjectTexts.blocked(again);
				}
				write(again ? last.get().forth() : last.get().back());
				history.move(last.get(), again);
				return "";
			});
		} finally {
			tell();
		}
	}

	@Override
	public Subscription listen(Runnable changed) {
		// as often as it listens, each subscription is one of its own
		Runnable own = changed::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	@Override
	public synchronized void close() {
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
		files.read(after.keySet());
		if (after.keySet().stream().anyMatch(FolderFiles::isTwin)) {
			renew();
		} else {
			textVersion = state.version() + 1;
			state = state.with(textVersion, files.layouts(), state.fault());
		}
	}

	private String text(Path file) {
		return FolderFiles.isTwin(file) ? parsed.text(file) : state.layouts().getOrDefault(file, "");
	}

	/** Looks whether files are as they were read; if not, reads them anew and forgets the steps that they were changed by. */
	private boolean isCurrent() throws IOException {
		Set<Path> changed = files.changed();
		if (changed.isEmpty()) {
			return true;
		}
		history.forget(changed.stream().map(FolderTexts::uri).collect(Collectors.toSet()));
		files.read();
		renew();
		return false;
	}

	/** The same, for who is told why not. */
	private boolean seen() throws IOException {
		try {
			return isCurrent();
		} catch (IOException e) {
			throw new IOException(FileFailure.unreadable(e), e);
		}
	}

	private void look() {
		try {
			synchronized (this) {
				if (isCurrent() && (isLost || ++looks % SEARCH == 0 && files.hasMore())) {
					files.read();
					renew();
				}
				isLost = false;
			}
		} catch (IOException e) {
			lose(FileFailure.unreadable(e));
		} catch (RuntimeException e) {
			// the next look may find it mended
			log.accept(e);
		}
		tell();
	}

	private synchronized void lose(String fault) {
		isLost = true;
		if (!state.fault().equals(fault)) {
			textVersion = state.version() + 1;
			state = state.with(textVersion, state.layouts(), fault);
		}
	}

	/** Makes the state of what was read. */
	private void renew() {
		state = state.next(parsed, files.layouts(), files.fault().isEmpty() ? parsed.take(files.twins()) : files.fault());
		textVersion = state.version();
		checks.plan();
	}

	private void find() {
		synchronized (this) {
			state = state.found(parsed);
		}
		tell();
	}

	private static URI uri(Path file) {
		return URI.createFileURI(file.toString());
	}

	private static Path path(URI file) {
		return Path.of(file.toFileString());
	}
}
