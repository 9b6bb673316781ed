package io.twinwright.workbench.diagram;

import io.twinwright.core.translation.Translation;
import io.twinwright.diagram.server.Host.Selected;
import io.twinwright.workbench.editor.Jump;
import io.twinwright.workbench.view.SavedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISaveablesLifecycleListener;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.SaveablesLifecycleEvent;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/**
 * The diagrams of a twin file, over the same documents as its text editor. Shows the page of a server in this process; it may
 * lead to the diagrams of other files of the project, and what is edited there is saved together.
 */
public final class DiagramEditor extends EditorPart implements ISaveablesSource, IPersistableEditor {
	/** The id of the editor. */
	public static final String ID = "io.twinwright.workbench.diagram";

	private static final String URI_KEY = "uri";

	private final String window = UUID.randomUUID().toString();
	private final Chosen chosen = new Chosen();
	private final FollowedFile follower = new FollowedFile(this);
	private ProjectDiagrams diagrams;
	private DiagramPane pane;
	private IFile file;
	/** What is shown, or shall be; and what shall be selected there when it is shown. */
	private String uri = "";
	private String element = "";
	private boolean isShown;
	private boolean wasShown;
	private List<FileSaveable> saveables = List.of();
	/** What the page was loaded for. */
	private String asked = "";
	private boolean wasDirty;
	private Function<Path, Optional<Path>> asking = proposed -> SavedFile.ask(getSite().getShell(), proposed);

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		file = Adapters.adapt(input, IFile.class);
		if (file == null || !file.exists()) {
			throw new PartInitException(NLS.bind(Messages.gone, input.getName()));
		}
		setSite(site);
		setInput(new DiagramInput(file));
		setPartName(file.getName());
		site.setSelectionProvider(chosen);
	}

	@Override
	public void createPartControl(Composite parent) {
		pane = new DiagramPane(parent, () -> Optional.ofNullable(diagrams).ifPresent(open -> load()));
		IHandlerService handlers = getSite().getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, new Undo(this, false));
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, new Undo(this, true));
		ResourcesPlugin.getWorkspace().addResourceChangeListener(follower, IResourceChangeEvent.POST_CHANGE);
		start();
	}

	private void start() {
		diagrams = ProjectDiagrams.use(file.getProject(), pane.display());
		diagrams.add(window, this);
		ProjectDiagrams used = diagrams;
		diagrams.hold(List.of(file, Positions.of(file)), sentence -> ifCurrent(used, () -> end(sentence)));
		pane.say(Messages.loading);
		load();
	}

	private void load() {
		asked = uri;
		String address = uri.isEmpty() ? Documents.path(file.getProject()).relativize(Documents.path(file)).toString().replace('\\', '/') : uri;
		ProjectDiagrams used = diagrams;
		diagrams.server(server -> ifCurrent(used, () -> pane.load(server, address, window)), sentence -> ifCurrent(used, () -> pane.say(sentence)));
	}

	private void ifCurrent(ProjectDiagrams used, Runnable work) {
		if (used == diagrams && !pane.isDisposed()) {
			work.run();
		}
	}

	/** Shows another diagram, and selects an element of it; at once, or as soon as the page is there. */
	public void show(String diagram, String selected) {
		uri = diagram;
		element = selected;
		if (isShown) {
			reveal();
		}
	}

	private void reveal() {
		ProjectDiagrams used = diagrams;
		String wanted = uri;
		String selected = element;
		element = "";
		diagrams.server(server -> ifCurrent(used, () -> server.reveal(window, wanted, selected)), sentence -> { });
	}

	/** Another diagram is shown, or it is called otherwise. */
	void opened(String shown, String title) {
		boolean isFirst = !isShown;
		isShown = true;
		wasShown = true;
		if (isFirst && (!element.isEmpty() || !uri.equals(asked))) {
			// another diagram was wanted meanwhile
			reveal();
		} else {
			uri = shown;
		}
		setPartName(title.isEmpty() ? file.getName() : title);
		setTitleToolTip(file.getProject().getName() + "/" + shown.replaceFirst("#.*", ""));
	}

	void selected(List<Selected> elements) {
		chosen.setSelection(new StructuredSelection(elements.stream().map(one -> new DiagramElement(one, this::set)).toList()));
	}

	private void set(String id, String property, String text) {
		diagrams.server(server -> server.setProperty(window, id, property, text), sentence -> { });
	}

	/** The page wants a picture saved. */
	void save(String name, byte[] content) {
		asking.apply(Documents.path(file).resolveSibling(name)).ifPresent(chosen -> SavedPicture.save(chosen, content));
	}

	/** Has somebody else than the dialog of the system say where pictures are saved: told what is proposed, nothing for nowhere. */
	public void askForFiles(Function<Path, Optional<Path>> instead) {
		asking = instead;
	}

	/** Takes the last step back of the file whose diagram is shown, or does it again. */
	void undo(boolean again) {
		if (diagrams == null) {
			return;
		}
		String name = uri.replaceFirst("#.*", "");
		IFile shown = name.isEmpty() ? file : file.getProject().getFile(name);
		String reason = diagrams.undo(shown.exists() ? shown : file, again);
		getEditorSite().getActionBars().getStatusLineManager().setMessage(Translation.here().of(reason));
	}

	/** @return the file that was opened */
	IFile file() {
		return file;
	}

	/** @return what shows the page; null before it is there, and where there is no engine */
	public Browser browser() {
		return pane.browser();
	}

	/** The file has another name, or is in another folder or project. */
	void moved(IFile to) {
		file = to;
		setInputWithNotify(new DiagramInput(to));
		if (diagrams != null) {
			end();
		}
		isShown = false;
		start();
	}

	/** The file is gone, and with it what was shown; who has seen nothing yet, as after a restart, is told. */
	void gone() {
		if (wasShown) {
			getSite().getPage().closeEditor(this, false);
		} else if (diagrams != null) {
			end(NLS.bind(Messages.gone, file.getName()));
		}
	}

	/** Nothing can be shown. */
	private void end(String sentence) {
		end();
		pane.say(sentence);
	}

	private void end() {
		diagrams.remove(window);
		diagrams.release();
		diagrams = null;
	}

	/** Other documents are to be saved with this editor, or have been saved. */
	void saveablesChanged() {
		List<FileSaveable> now = diagrams.saveables();
		List<FileSaveable> fresh = now.stream().filter(one -> !saveables.contains(one)).toList();
		List<FileSaveable> gone = saveables.stream().filter(one -> !now.contains(one)).toList();
		saveables = now;
		tell(SaveablesLifecycleEvent.POST_OPEN, fresh);
		tell(SaveablesLifecycleEvent.POST_CLOSE, gone);
		if (isDirty() != wasDirty) {
			wasDirty = !wasDirty;
			firePropertyChange(PROP_DIRTY);
		}
	}

	private void tell(int kind, List<FileSaveable> changed) {
		if (!changed.isEmpty()) {
			getSite().getService(ISaveablesLifecycleListener.class)
					.handleLifecycleEvent(new SaveablesLifecycleEvent(this, kind, changed.toArray(Saveable[]::new), true));
		}
	}

	@Override
	public Saveable[] getSaveables() {
		return saveables.toArray(Saveable[]::new);
	}

	@Override
	public Saveable[] getActiveSaveables() {
		return getSaveables();
	}

	@Override
	public boolean isDirty() {
		return saveables.stream().anyMatch(Saveable::isDirty);
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		for (FileSaveable saveable : saveables) {
			try {
				if (saveable.isDirty()) {
					saveable.doSave(monitor, getSite());
				}
			} catch (CoreException e) {
				monitor.setCanceled(true);
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			}
		}
	}

	@Override
	public void doSaveAs() {
		// a diagram is of its text
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString(URI_KEY, uri);
	}

	@Override
	public void restoreState(IMemento memento) {
		String before = memento.getString(URI_KEY);
		uri = before == null ? "" : before;
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == IPropertySheetPage.class ? kind.cast(new DiagramProperties()) : kind == IGotoMarker.class ? kind.cast((IGotoMarker) Jump::to)
				: kind == IFile.class ? kind.cast(file) : super.getAdapter(kind);
	}

	@Override
	public void dispose() {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(follower);
		if (diagrams != null) {
			end();
		}
		super.dispose();
	}
}
