package io.twinwright.diagram.server;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.structure.TwinModel;
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
	private final FolderFiles files;
	private final Disk disk;
	private final Consumer<Throwable> log;
	private final History history = new History();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("diagrams watch").unstarted(task));
	private ProjectState state = ProjectState.NONE;
	private int looks;
	/** Of which state those who listen were told last. */
	private long told;
	/** When texts have changed last, not only what is found in them. */
	private long textVersion;
	/** How many wait for what users do. */
	private final AtomicInteger waiting = new AtomicInteger();
	private boolean isChecking;
	/** Whether the files could not be looked at. */
	private boolean isLost;

	private FolderTexts(Injector language, Path path, Consumer<Throwable> log) {
		this.parsed = new ParsedTexts(language.getInstance(IResourceServiceProvider.class));
		this.path = path;
		this.files = new FolderFiles(path);
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
		waiting.incrementAndGet();
		synchronized (this) {
			waiting.decrementAndGet();
			return reader.apply(state);
		}
	}

	@Override
	public boolean change(Path at, long version, List<FileChange> changes) throws IOException {
		try {
			return next(() -> {
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

	/** What may be done to the texts. */
	private interface Task<T> {
		T run() throws IOException;
	}

	/** Does something as soon as nobody else does something; checking gives way. */
	private <T> T next(Task<T> task) throws IOException {
		waiting.incrementAndGet();
		synchronized (this) {
			waiting.decrementAndGet();
			return task.run();
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
			return next(() -> {
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
			state = new ProjectState(textVersion, state.files(), state.twin(), state.diagrams(), files.layouts(), state.fault());
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
			state = new ProjectState(textVersion, state.files(), state.twin(), state.diagrams(), state.layouts(), fault);
		}
	}

	/** Makes the state of what was read. */
	private void renew() {
		String fault = files.fault().isEmpty() ? parsed.take(files.twins()) : files.fault();
		boolean isFirst = state.diagrams() == null && !fault.isEmpty();
		TwinModel twin = isFirst ? null : parsed.twin();
		textVersion = state.version() + 1;
		state = new ProjectState(textVersion, isFirst ? List.of() : parsed.files(), twin, isFirst ? null : parsed.diagrams(twin), files.layouts(), fault);
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
		synchronized (this) {
			isChecking = false;
			try {
				if (!parsed.check(() -> waiting.get() > 0)) {
					check(waiting.get() > 0 ? AFTER_MS : BETWEEN_MS);
				}
			} catch (RuntimeException e) {
				log.accept(e);
			}
			if (parsed.takeNews() && state.diagrams() != null) {
				state = new ProjectState(state.version() + 1, state.files(), state.twin(), parsed.diagrams(state.twin()), state.layouts(), state.fault());
			}
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
