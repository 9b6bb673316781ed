package io.twinwright.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.twinwright.dsl.ide.project.OpenProject;
import io.twinwright.dsl.ide.text.IndexedDocument;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Pair;
import org.eclipse.xtext.util.Tuples;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Functions.Function2;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;

/**
 * The projects of one client. Each workspace folder is one project, a folder within another one too; projects do not see
 * each other. A file that is open but in no folder is a project together with the open files beside it. It replaces
 * Xtext's building by projects of its own, since the rules look at whole projects.
 */
@Singleton
public final class Workspace extends WorkspaceManager {
	@Inject
	private OpenProjects projects;

	private Publisher publisher;
	private OpenProject recent;
	/** Whether the question that is being answered is about one file alone. */
	private boolean alone;

	/** @param publisher gets the findings */
	void publishTo(Publisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void initialize(URI base, Procedure2<? super URI, ? super Iterable<Issue>> ignored, CancelIndicator cancel) {
		initialize(base == null ? List.of() : List.of(new WorkspaceFolder(base.toString(), "")), ignored, cancel);
	}

	/** Notes the folders; {@link #load} reads them. */
	@Override
	public void initialize(List<WorkspaceFolder> given, Procedure2<? super URI, ? super Iterable<Issue>> ignored,
			CancelIndicator cancel) {
		given.forEach(folder -> folder(folder).ifPresent(projects::open));
	}

	@Override
	protected void refreshWorkspaceConfig(CancelIndicator cancel) {
		// the folders are all the configuration there is
	}

	private static Optional<ProjectFolder> folder(WorkspaceFolder folder) {
		return folder == null || folder.getUri() == null ? Optional.empty()
				: ClientUris.path(folder.getUri()).map(ProjectFolder::new);
	}

	/** @return the files of the folders, to be checked */
	Buildable load() {
		return settle();
	}

	/** @return the files that changed their project, to be checked */
	Buildable changeFolders(DidChangeWorkspaceFoldersParams parameters) {
		recent = null;
		parameters.getEvent().getRemoved().forEach(removed -> folder(removed).flatMap(projects::close)
				.ifPresent(project -> project.files().forEach(publisher::clear)));
		parameters.getEvent().getAdded().forEach(added -> folder(added).ifPresent(projects::open));
		return settle();
	}

	/** Lets each project have the files that are its own now. */
	private Buildable settle() {
		Map<OpenProject, Set<URI>> owned = new LinkedHashMap<>();
		projects.all().forEach(project -> owned.put(project, new LinkedHashSet<>()));
		getOpenDocuments().keySet().forEach(uri -> owned.computeIfAbsent(projects.of(uri), key -> new LinkedHashSet<>()).add(uri));
		projects.folders().forEach((folder, project) -> folder.files(folder.path()).stream().filter(uri -> projects.of(uri) == project)
				.forEach(owned.get(project)::add));
		owned.forEach((project, files) -> {
			List<URI> gone = project.files().stream().filter(uri -> !files.contains(uri)).toList();
			gone.forEach(publisher::clear);
			project.take(texts(files.stream().filter(uri -> !project.files().contains(uri)).toList()), gone);
		});
		projects.closeEmpty();
		return this::checkOpen;
	}

	private Map<URI, String> texts(Collection<URI> files) {
		Map<URI, String> texts = new LinkedHashMap<>();
		files.forEach(uri -> text(uri).ifPresent(text -> texts.put(uri, text)));
		return texts;
	}

	/** @return the text of an open document, else of the file; empty if it cannot be read */
	private Optional<String> text(URI uri) {
		Document open = getOpenDocuments().get(uri);
		if (open != null) {
			return Optional.of(open.getContents());
		}
		try {
			return uri.isFile() ? Optional.of(new String(Files.readAllBytes(OpenProjects.path(uri)), StandardCharsets.UTF_8))
					: Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	@Override
	public Buildable didOpen(URI uri, Integer version, String text) {
		getOpenDocuments().put(uri, new IndexedDocument(version, text));
		return didChangeFiles(List.of(uri), List.of());
	}

	@Override
	public Buildable didChangeTextDocumentContent(URI uri, Integer version,
			Iterable<TextDocumentContentChangeEvent> changes) {
		if (!(getOpenDocuments().get(uri) instanceof IndexedDocument document)) {
			return Buildable.NO_BUILD;
		}
		getOpenDocuments().put(uri, new IndexedDocument(version, document.changed(changes)));
		return didChangeFiles(List.of(uri), List.of());
	}

	@Override
	public Buildable didClose(URI uri) {
		getOpenDocuments().remove(uri);
		boolean stays = projects.folder(uri).isPresent() && Project.ENDING.equals("." + uri.fileExtension());
		return stays ? didChangeFiles(List.of(uri), List.of()) : didChangeFiles(List.of(), List.of(uri));
	}

	/**
	 * Takes over what has changed.
	 *
	 * @param dirty open documents, and files and folders that changed or are new
	 * @param deleted files and folders that are no longer there
	 */
	@Override
	public Buildable didChangeFiles(List<URI> dirty, List<URI> deleted) {
		Map<OpenProject, Map<URI, String>> texts = new LinkedHashMap<>();
		Map<OpenProject, Set<URI>> gone = new LinkedHashMap<>();
		for (URI uri : dirty) {
			if (Library.contains(uri)) {
				continue;
			}
			for (URI file : isDocumentOpen(uri) ? List.of(uri) : files(uri)) {
				text(file).ifPresentOrElse(text -> texts.computeIfAbsent(projects.of(file), key -> new LinkedHashMap<>()).put(file, text),
						() -> gone.computeIfAbsent(projects.of(file), key -> new LinkedHashSet<>()).add(file));
			}
		}
		for (URI uri : deleted) {
			projects.all().forEach(project -> project.files().stream().filter(file -> !isDocumentOpen(file) && isIn(file, uri))
					.forEach(file -> gone.computeIfAbsent(project, key -> new LinkedHashSet<>()).add(file)));
		}
		Set<OpenProject> changed = new LinkedHashSet<>(texts.keySet());
		changed.addAll(gone.keySet());
		gone.values().forEach(files -> files.forEach(publisher::clear));
		changed.forEach(project -> project.take(texts.getOrDefault(project, Map.of()), gone.getOrDefault(project, Set.of())));
		projects.closeEmpty();
		return this::checkOpen;
	}

	/** @return the file itself, also if it cannot be read; the twin files below a folder */
	private List<URI> files(URI uri) {
		return projects.folder(uri).map(folder -> Files.isDirectory(OpenProjects.path(uri)) ? folder.files(OpenProjects.path(uri))
				: Project.ENDING.equals("." + uri.fileExtension()) ? List.of(uri) : List.<URI>of()).orElse(List.of());
	}

	private static boolean isIn(URI file, URI fileOrFolder) {
		return file.equals(fileOrFolder) || file.isFile() && fileOrFolder.isFile() && OpenProjects.path(file).startsWith(OpenProjects.path(fileOrFolder));
	}

	/** Checks what the open texts say by themselves; {@link #check(CancelIndicator, long)} does the rest. */
	private List<IResourceDescription.Delta> checkOpen(CancelIndicator cancel) {
		getOpenDocuments().keySet().forEach(uri -> projects.of(uri).checkAlone(uri, cancel, this::publish));
		return List.of();
	}

	/**
	 * Checks what is to be checked, for some time.
	 *
	 * @param end when to leave the rest for later, in nanoseconds of the system
	 * @return whether everything is checked
	 */
	boolean check(CancelIndicator cancel, long end) {
		for (OpenProject project : projects.all()) {
			if (!project.check(cancel, end, this::publish)) {
				return false;
			}
		}
		afterBuild(List.of());
		return true;
	}

	private void publish(XtextResource file) {
		Document open = getOpenDocuments().get(file.getURI());
		publisher.publish(file, open == null ? null : open.getVersion());
	}

	/** @return the resources of all files of all projects */
	List<XtextResource> resources() {
		List<XtextResource> all = new ArrayList<>();
		projects.all().forEach(project -> all.addAll(project.resources()));
		return all;
	}

	@Override
	public Pair<? super Document, ? super XtextResource> read(URI uri) {
		XtextResource resource = resource(uri.trimFragment());
		return resource == null ? null : Tuples.pair(getDocument(resource), resource);
	}

	/**
	 * Asks about one file alone: what it refers to is as it is now, but who refers to it need not be.
	 *
	 * @return what the question gives
	 */
	<T> T alone(Supplier<T> question) {
		alone = true;
		try {
			return question.get();
		} finally {
			alone = false;
		}
	}

	/** A file of the library is read where the client was last. */
	private XtextResource resource(URI uri) {
		if (Library.contains(uri)) {
			return (recent != null ? recent : projects.any()).resource(uri);
		}
		for (OpenProject project : projects.all()) {
			XtextResource resource = !project.files().contains(uri) ? null : alone ? project.only(uri) : project.resource(uri);
			if (resource != null) {
				recent = project;
				return resource;
			}
		}
		return null;
	}

	@Override
	protected Document getDocument(XtextResource resource) {
		Document open = getOpenDocuments().get(resource.getURI());
		return open != null ? open : new IndexedDocument(null, resource.getParseResult().getRootNode().getText());
	}

	/** @return what the work gives, null for a file that belongs to no project */
	@Override
	public <T> T doRead(URI uri, Function2<? super Document, ? super XtextResource, ? extends T> work) {
		Pair<? super Document, ? super XtextResource> found = read(uri);
		return found == null ? null : work.apply((Document) found.getFirst(), (XtextResource) found.getSecond());
	}

	@Override
	public IResourceDescriptions getIndex() {
		return projects.index();
	}

	/** @return null: the projects here are none of Xtext's */
	@Override
	public ProjectManager getProjectManager(URI uri) {
		return null;
	}
}
