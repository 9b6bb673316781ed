package io.twinwright.workbench.diagram;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.diagram.server.LaterCheck;
import io.twinwright.diagram.server.ParsedTexts;
import io.twinwright.diagram.server.ProjectState;
import io.twinwright.diagram.server.ProjectTexts;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.workbench.diagram.Documents.Snapshot;
import io.twinwright.workbench.language.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.xtext.resource.IResourceServiceProvider;

/**
 * The texts of a project as its diagrams have them: the documents that text editors show. What a diagram changes is neither saved
 * nor apart from what is typed; a step is one in the history of all documents that it touches. Parsed when somebody reads it
 * after a change, by the thread that reads, and checked in the background.
 */
final class SharedTexts implements ProjectTexts {
	private final IProject project;
	private final Path root;
	private final ParsedTexts parsed;
	private final Display display;
	private final Documents documents;
	private final Held held;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();
	private final ScheduledExecutorService checker = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("diagrams check").unstarted(task));
	private final LaterCheck checks;
	private ProjectState state = ProjectState.NONE;
	/** Which version of the documents it is of. */
	private long taken;
	/** When texts have changed last, not only what is found in them. */
	private long textVersion;

	/**
	 * @param language an injector of its own
	 * @param held who keeps the documents open that are changed
	 * @param log gets what should not happen
	 */
	SharedTexts(IProject project, Path root, Injector language, Display display, Held held, Consumer<Throwable> log) {
		this.project = project;
		this.root = root;
		this.parsed = new ParsedTexts(language.getInstance(IResourceServiceProvider.class));
		this.checks = new LaterCheck(parsed, this, checker, this::find, log);
		this.display = display;
		this.held = held;
		this.documents = new Documents(project, this::tell, held::tell);
	}

	@Override
	public Path root() {
		return root;
	}

	@Override
	public <T> T read(Function<ProjectState, T> reader) {
		return checks.before(() -> {
			if (documents.version() != taken) {
				take();
			}
			return reader.apply(state);
		});
	}

	private void take() {
		try {
			Snapshot now = documents.snapshot();
			taken = now.version();
			state = state.next(parsed, now.layouts(), now.unreadable().isEmpty() ? parsed.take(now.twins()) : now.unreadable().getFirst().message());
			checks.plan();
		} catch (CoreException e) {
			taken = documents.version();
			state = state.with(state.version() + 1, state.layouts(), e.getStatus().getMessage());
		}
		textVersion = state.version();
	}

	private void find() {
		synchronized (this) {
			state = state.found(parsed);
		}
		listeners.forEach(Runnable::run);
	}

	@Override
	public boolean change(Path at, long version, List<FileChange> changes) throws IOException {
		long wanted = taken(version);
		if (wanted < 0) {
			return false;
		}
		Map<IFile, FileChange> files = new LinkedHashMap<>();
		for (FileChange change : changes) {
			if (!change.edits().isEmpty()) {
				files.put(file(Path.of(change.file().toFileString())), change);
			}
		}
		if (files.isEmpty()) {
			return documents.version() == wanted;
		}
		IFile subject = file(at);
		List<IFile> all = new ArrayList<>(files.keySet());
		all.add(subject);
		hold(all);
		return ui(() -> documents.version() == wanted && perform(subject, files));
	}

	/** @return when the texts of a state were taken, negative if others were since */
	private synchronized long taken(long version) {
		return version < textVersion ? -1 : taken;
	}

	private void hold(List<IFile> files) throws IOException {
		try {
			held.hold(files);
		} catch (CoreException e) {
			throw new IOException(e.getStatus().getMessage(), e);
		}
	}

	/** @return the file of the workspace at a path */
	private IFile file(Path path) throws IOException {
		IFile file = Texts.file(path.toUri().toString()).orElse(null);
		if (file == null || !file.getProject().equals(project)) {
			throw new IOException(NLS.bind(Messages.gone, path.getFileName()));
		}
		return file;
	}

	private boolean perform(IFile at, Map<IFile, FileChange> files) throws IOException {
		IFile[] existing = files.keySet().stream().filter(IFile::exists).toArray(IFile[]::new);
		IStatus writable = ResourcesPlugin.getWorkspace().validateEdit(existing, display.getActiveShell());
		if (!writable.isOK()) {
			throw new IOException(writable.getMessage());
		}
		Step step = new Step(history, document(at));
		for (Map.Entry<IFile, FileChange> file : files.entrySet()) {
			IDocument document = document(file.getKey());
			step.change(document, file.getValue().edits(), file.getValue().inverse(document.get()).edits());
		}
		try {
			step.perform();
			return true;
		} catch (IllegalStateException e) {
			// a refactoring has the history open; it is tried again
			return false;
		}
	}

	private IDocument document(IFile file) throws IOException {
		ITextFileBuffer buffer = held.buffer(file);
		if (buffer == null) {
			throw new IOException(Messages.closed);
		}
		return buffer.getDocument();
	}

	@Override
	public String undo(Path file, boolean again) throws IOException {
		IFile subject = file(file);
		hold(List.of(subject));
		return ui(() -> undo(subject, again));
	}

	/** For the thread of the user interface; @return as of {@link #undo(Path, boolean)} */
	String undo(IFile file, boolean again) throws IOException {
		IUndoContext context = DocumentUndoManagerRegistry.getDocumentUndoManager(document(file)).getUndoContext();
		IUndoableOperation last = again ? history.getRedoOperation(context) : history.getUndoOperation(context);
		if (last == null) {
			return ProjectTexts.nothing(again);
		}
		if (again ? !last.canRedo() : !last.canUndo()) {
			return ProjectTexts.blocked(again);
		}
		try {
			IStatus status = again ? history.redo(context, null, null) : history.undo(context, null, null);
			return status.isOK() || status.getSeverity() == IStatus.CANCEL ? "" : status.getMessage();
		} catch (ExecutionException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/** Does something in the thread of the user interface, which never waits for one of ours. */
	private <T> T ui(Callable<T> work) throws IOException {
		Object[] result = new Object[1];
		Exception[] failure = new Exception[1];
		try {
			display.syncExec(() -> {
				try {
					result[0] = work.call();
				} catch (Exception e) {
					failure[0] = e;
				}
			});
		} catch (SWTException e) {
			throw new IOException(Messages.closed, e);
		}
		switch (failure[0]) {
			case null -> { }
			case IOException e -> throw e;
			case RuntimeException e -> throw e;
			default -> throw new IOException(FileFailure.unreadable(new IOException(failure[0])), failure[0]);
		}
		@SuppressWarnings("unchecked")
		T typed = (T) result[0];
		return typed;
	}

	private void tell() {
		held.tell();
		listeners.forEach(Runnable::run);
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
		checker.shutdownNow();
		documents.close();
	}
}
