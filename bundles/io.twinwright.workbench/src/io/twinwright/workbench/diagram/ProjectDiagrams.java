package io.twinwright.workbench.diagram;

import com.google.inject.Injector;
import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.Host;
import io.twinwright.dsl.ide.TwinIdeSetup;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Place;
import io.twinwright.workbench.editor.Jump;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.live.SessionValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.widgets.Display;

/**
 * The diagrams of a project as long as somebody shows one: the documents they share, and the server of this process that draws
 * them. Started and ended in the background. For the thread of the user interface where nothing else is said.
 */
final class ProjectDiagrams implements Host {
	private static final Map<IProject, ProjectDiagrams> OPEN = new HashMap<>();

	private final IProject project;
	private final Display display;
	private final Map<String, DiagramEditor> editors = new ConcurrentHashMap<>();
	private final Held held;
	private final CompletableFuture<Running> running;
	private int users;

	/** What runs. */
	private record Running(SharedTexts texts, SessionValues live, DiagramServer server) {
	}

	private ProjectDiagrams(IProject project, Display display) {
		this.project = project;
		this.display = display;
		this.held = new Held(display, () -> editors.values().forEach(DiagramEditor::saveablesChanged));
		this.running = CompletableFuture.supplyAsync(this::start, ProjectDiagrams::aside);
	}

	/** Begins to use the diagrams of a project; each use ends with {@link #release}. */
	static ProjectDiagrams use(IProject project, Display display) {
		ProjectDiagrams diagrams = OPEN.computeIfAbsent(project, key -> new ProjectDiagrams(key, display));
		diagrams.users++;
		return diagrams;
	}

	void release() {
		if (--users > 0) {
			return;
		}
		OPEN.remove(project);
		try {
			held.end();
		} catch (CoreException e) {
			ILog.of(ProjectDiagrams.class).log(e.getStatus());
		}
		running.thenAcceptAsync(ended -> {
			ended.server().close();
			ended.live().close();
			ended.texts().close();
		}, ProjectDiagrams::aside);
	}

	private static void aside(Runnable work) {
		Thread.ofPlatform().daemon().name("diagrams").start(work);
	}

	private Running start() {
		try {
			Path root = Models.location(project);
			Injector language = language();
			SharedTexts texts = new SharedTexts(project, root, language, display, held, ProjectDiagrams::log);
			SessionValues live = new SessionValues(project);
			try {
				return new Running(texts, live, DiagramServer.start(texts, language.getInstance(Editing.class), live, this, 0,
						ProjectDiagrams::log));
			} catch (IOException e) {
				live.close();
				texts.close();
				throw e;
			}
		} catch (CoreException | IOException e) {
			throw new CompletionException(e);
		}
	}

	private static void log(Throwable fault) {
		ILog.of(ProjectDiagrams.class).error(Messages.fault, fault);
	}

	/** One of its own for each project: what it remembers of texts is for one thread. */
	private static synchronized Injector language() {
		return new TwinIdeSetup().createInjectorAndDoEMFRegistration();
	}

	/**
	 * Has something done with the server when it runs, and with its failure where it does not, a sentence; both in the thread of
	 * the user interface.
	 */
	void server(Consumer<DiagramServer> use, Consumer<String> failed) {
		running.whenComplete((started, failure) -> later(() -> {
			if (failure == null) {
				use.accept(started.server());
			} else {
				Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
				failed.accept(cause instanceof CoreException known ? known.getStatus().getMessage() : String.valueOf(cause.getMessage()));
			}
		}));
	}

	/** @return the server once it runs; by any thread */
	CompletableFuture<DiagramServer> server() {
		return running.thenApply(Running::server);
	}

	/** Has the documents of a diagram kept open. Returns at once. */
	void hold(List<IFile> files, Consumer<String> failed) {
		aside(() -> {
			try {
				held.hold(files);
			} catch (CoreException e) {
				later(() -> failed.accept(e.getStatus().getMessage()));
			}
		});
	}

	/** @return what is saved together */
	List<FileSaveable> saveables() {
		return held.saveables();
	}

	/** Takes the last step of a document back, or does it again; @return why not, a sentence; empty if it is done */
	String undo(IFile file, boolean again) {
		try {
			return running.isDone() && !running.isCompletedExceptionally() ? running.join().texts().undo(file, again) : "";
		} catch (IOException e) {
			return e.getMessage();
		}
	}

	/** Shows in an editor what a window of a name has. */
	void add(String window, DiagramEditor editor) {
		editors.put(window, editor);
	}

	void remove(String window) {
		editors.remove(window);
	}

	private void later(Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(work);
		}
	}

	@Override
	public boolean show(String window, Place place) {
		Range range = new Range(new Position(place.line() - 1, place.column() - 1), new Position(place.line() - 1, place.column() - 1 + place.length()));
		String uri = Path.of(place.file().toFileString()).toUri().toString();
		boolean isOurs = editors.containsKey(window) && Texts.file(uri).isPresent();
		if (isOurs) {
			later(() -> Jump.to(new Location(uri, range)));
		}
		return isOurs;
	}

	@Override
	public void opened(String window, String uri, String title) {
		tell(window, editor -> editor.opened(uri, title));
	}

	@Override
	public void selected(String window, List<Selected> elements) {
		tell(window, editor -> editor.selected(elements));
	}

	@Override
	public void save(String window, String name, byte[] content) {
		tell(window, editor -> editor.save(name, content));
	}

	private void tell(String window, Consumer<DiagramEditor> news) {
		later(() -> {
			DiagramEditor editor = editors.get(window);
			if (editor != null) {
				news.accept(editor);
			}
		});
	}
}
