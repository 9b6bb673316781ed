package io.twinwright.workbench.diagram;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.dsl.project.SourceText;
import io.twinwright.workbench.language.BufferEars;
import io.twinwright.workbench.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;

/**
 * The twin files of a project and their files of positions as the workbench has them: the documents of those that are open in
 * some editor, saved or not, and what is on the disk of the others. Thread-safe; documents themselves are touched by the thread
 * of the user interface only.
 */
final class Documents implements AutoCloseable {
	private final IProject project;
	private final Runnable changed;
	private final ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
	private final BufferEars buffers;
	private final IResourceChangeListener resources = this::resourceChanged;
	private final Map<IFileBuffer, Open> open = new HashMap<>();
	/** What the disk has; there is no entry where it is to be read. */
	private final Map<IFile, Outcome<String>> saved = new HashMap<>();
	private long version = 1;
	private boolean isClosed;

	/**
	 * The texts at one time.
	 *
	 * @param version another one after each change
	 * @param twins of the twin files that can be read, by their paths
	 * @param unreadable a finding for each of the others
	 * @param layouts the texts with positions, by their paths
	 */
	record Snapshot(long version, SortedMap<Path, String> twins, List<Diagnostic> unreadable, Map<Path, String> layouts) {
	}

	/**
	 * @param changed runs after each change, in any thread, and must be quick
	 * @param dirty runs after some document was saved or changed for the first time, in any thread
	 */
	Documents(IProject project, Runnable changed, Runnable dirty) {
		this.project = project;
		this.changed = changed;
		this.buffers = new BufferEars(this::opened, this::closed, dirty);
		manager.addFileBufferListener(buffers);
		List.of(manager.getFileBuffers()).forEach(this::opened);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(resources, IResourceChangeEvent.POST_CHANGE);
	}

	/** @return another number after each change */
	synchronized long version() {
		return version;
	}

	/**
	 * Reads files that are not open from the disk: not for the thread of the user interface.
	 *
	 * @throws CoreException if the project is not there any more
	 */
	Snapshot snapshot() throws CoreException {
		List<IFile> files = new ArrayList<>();
		project.accept(resource -> {
			if (resource instanceof IFile file && isOurs(file)) {
				files.add(file);
			}
			return resource == project || !resource.getName().startsWith(".");
		});
		while (true) {
			long before = version();
			Map<IFile, Outcome<String>> texts = opened();
			files.stream().filter(file -> !texts.containsKey(file)).forEach(file -> texts.put(file, text(file)));
			if (before == version()) {
				return snapshot(before, texts);
			}
		}
	}

	private Outcome<String> text(IFile file) {
		synchronized (this) {
			if (saved.containsKey(file)) {
				return saved.get(file);
			}
		}
		long before = version();
		Outcome<String> text = SourceText.read(path(file));
		synchronized (this) {
			if (before == version) {
				saved.put(file, text);
			}
		}
		return text;
	}

	private synchronized Map<IFile, Outcome<String>> opened() {
		Map<IFile, Outcome<String>> texts = new LinkedHashMap<>();
		open.values().forEach(text -> texts.put(text.file, new Outcome.Done<>(text.text, List.of())));
		return texts;
	}

	private static Snapshot snapshot(long version, Map<IFile, Outcome<String>> texts) {
		SortedMap<Path, String> twins = new TreeMap<>();
		Map<Path, String> layouts = new HashMap<>();
		List<Diagnostic> unreadable = new ArrayList<>();
		texts.forEach((file, text) -> {
			if (text instanceof Outcome.Done<String> done && isTwin(file)) {
				twins.put(path(file), done.value());
			} else if (text instanceof Outcome.Done<String> done && !done.value().isEmpty()) {
				layouts.put(path(file), done.value());
			} else if (isTwin(file)) {
				unreadable.addAll(text.diagnostics());
			}
		});
		return new Snapshot(version, twins, unreadable, layouts);
	}

	/** @return where a file or project is on this machine */
	static Path path(IResource file) {
		IPath location = file.getLocation();
		return location == null ? Path.of(file.getFullPath().toOSString()) : location.toPath();
	}

	static boolean isTwin(IFile file) {
		return Texts.EXTENSION.equals(file.getFileExtension());
	}

	private static boolean isOurs(IFile file) {
		return isTwin(file) || file.getName().endsWith(LayoutFile.ENDING);
	}

	private void opened(IFileBuffer buffer) {
		IPath path = buffer.getLocation();
		IFile file = path == null || path.segmentCount() < 2 ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		if (!(buffer instanceof ITextFileBuffer text) || file == null || !file.getProject().equals(project) || !isOurs(file)) {
			return;
		}
		synchronized (this) {
			if (isClosed || open.containsKey(buffer)) {
				return;
			}
			open.put(buffer, new Open(file, text.getDocument()));
		}
		tell();
	}

	private void closed(IFileBuffer buffer) {
		synchronized (this) {
			Open text = open.remove(buffer);
			if (text == null) {
				return;
			}
			text.end();
			saved.remove(text.file);
		}
		tell();
	}

	private void resourceChanged(IResourceChangeEvent event) {
		IResourceDelta delta = event.getDelta().findMember(project.getFullPath());
		List<IFile> touched = new ArrayList<>();
		try {
			if (delta != null) {
				delta.accept(inner -> {
					boolean isContent = inner.getKind() != IResourceDelta.CHANGED || (inner.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.ENCODING)) != 0;
					if (inner.getResource() instanceof IFile file && isOurs(file) && isContent) {
						touched.add(file);
					}
					return true;
				});
			}
		} catch (CoreException e) {
			// the visitor throws none
			throw new IllegalStateException(e);
		}
		if (!touched.isEmpty()) {
			synchronized (this) {
				saved.keySet().removeAll(touched);
			}
			tell();
		}
	}

	private void tell() {
		synchronized (this) {
			version++;
		}
		changed.run();
	}

	@Override
	public void close() {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
		manager.removeFileBufferListener(buffers);
		synchronized (this) {
			isClosed = true;
			open.values().forEach(Open::end);
			open.clear();
		}
	}

	/** A document that is listened to. */
	private final class Open implements IDocumentListener {
		private final IFile file;
		private final IDocument document;
		private String text;

		Open(IFile file, IDocument document) {
			this.file = file;
			this.document = document;
			this.text = document.get();
			document.addDocumentListener(this);
		}

		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// what it is afterwards is of interest
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			synchronized (Documents.this) {
				text = document.get();
			}
			tell();
		}

		void end() {
			document.removeDocumentListener(this);
		}
	}
}
