package io.twinwright.workbench.language;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** The texts that are open in editors: the server has each of them as it is, change by change. */
public final class Texts {
	/** How names of twin files end. */
	public static final String EXTENSION = "twin";

	private final TwinLanguage language;
	private final Map<IFileBuffer, OpenText> open = new ConcurrentHashMap<>();
	private final IFileBufferListener buffers = new BufferEars(this::opened, this::closed, () -> {
		// the server has the text as it is, saved or not
	});

	Texts(TwinLanguage language) {
		this.language = language;
	}

	/** @return a file or folder as the server names it */
	public static String uri(IResource resource) {
		URI uri = resource.getLocationURI();
		String text = uri.toString();
		// the server spells files with an empty authority, the workspace without
		return text.startsWith("file:/") && !text.startsWith("file://") ? "file://" + text.substring("file:".length()) : text;
	}

	/** @return the file of the workspace that the server means; empty for one outside, such as of the library */
	public static Optional<IFile> file(String uri) {
		return List.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri))).stream().findFirst();
	}

	/** @return the file of an open text; empty for a text that is in no file of the workspace */
	public static Optional<IFile> file(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		IPath path = buffer == null ? null : buffer.getLocation();
		IFile file = path == null || path.segmentCount() < 2 ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		return file != null && EXTENSION.equals(file.getFileExtension()) && file.getLocationURI() != null ? Optional.of(file)
				: Optional.empty();
	}

	/** @return the text of a file as it is in an editor; empty if it is in none */
	public static Optional<IDocument> document(IFile file) {
		return Optional.ofNullable(FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE))
				.map(ITextFileBuffer::getDocument);
	}

	/** @return the name by which to ask about a text; empty for one that the server does not know */
	public static Optional<TextDocumentIdentifier> identifier(IDocument document) {
		return file(document).map(Texts::uri).map(TextDocumentIdentifier::new);
	}

	/** @return a place as the server counts: lines and UTF-16 units from 0 */
	public static Position position(IDocument document, int offset) throws BadLocationException {
		int line = document.getLineOfOffset(offset);
		return new Position(line, offset - document.getLineOffset(line));
	}

	/** @return an offset; the nearest one for a place that is not in the text */
	public static int offset(IDocument document, Position place) {
		try {
			if (place.getLine() >= document.getNumberOfLines()) {
				return document.getLength();
			}
			int start = document.getLineOffset(place.getLine());
			return Math.min(start + place.getCharacter(), start + document.getLineLength(place.getLine()));
		} catch (BadLocationException e) {
			return document.getLength();
		}
	}

	/** @return the letters around an offset that make a name, empty if there are none */
	public static IRegion nameAt(IDocument document, int offset) throws BadLocationException {
		int start = offset;
		int end = offset;
		while (start > 0 && isPart(document.getChar(start - 1))) {
			start--;
		}
		while (end < document.getLength() && isPart(document.getChar(end))) {
			end++;
		}
		return new Region(start, end - start);
	}

	/** @return the name around an offset, empty if there is none */
	public static String name(IDocument document, int offset) throws BadLocationException {
		IRegion region = nameAt(document, offset);
		return document.get(region.getOffset(), region.getLength());
	}

	private static boolean isPart(char letter) {
		return letter == '_' || Character.isLetterOrDigit(letter);
	}

	void follow() {
		ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
		manager.addFileBufferListener(buffers);
		List.of(manager.getFileBuffers()).forEach(buffers::bufferCreated);
	}

	void unfollow() {
		FileBuffers.getTextFileBufferManager().removeFileBufferListener(buffers);
		List.copyOf(open.keySet()).forEach(buffers::bufferDisposed);
	}

	private void opened(IFileBuffer buffer) {
		if (buffer instanceof ITextFileBuffer text && !open.containsKey(buffer)) {
			file(text.getDocument()).ifPresent(file -> open.put(buffer, new OpenText(text.getDocument(), uri(file))));
		}
	}

	private void closed(IFileBuffer buffer) {
		OpenText text = open.remove(buffer);
		if (text != null) {
			text.close();
		}
	}

	/** Tells the server about one text, from its opening to its end. */
	private final class OpenText implements IDocumentListener {
		private final IDocument document;
		private final String uri;
		private int version = 1;
		private Range replaced;

		OpenText(IDocument document, String uri) {
			this.document = document;
			this.uri = uri;
			document.addDocumentListener(this);
			String text = document.get();
			language.tell(server -> server.getTextDocumentService()
					.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, EXTENSION, 1, text))));
		}

		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			try {
				replaced = new Range(position(document, event.getOffset()), position(document, event.getOffset() + event.getLength()));
			} catch (BadLocationException e) {
				replaced = null;
			}
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			VersionedTextDocumentIdentifier text = new VersionedTextDocumentIdentifier(uri, ++version);
			TextDocumentContentChangeEvent change = replaced == null ? new TextDocumentContentChangeEvent(document.get())
					: new TextDocumentContentChangeEvent(replaced, event.getText() == null ? "" : event.getText());
			language.tell(server -> server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(text, List.of(change))));
		}

		void close() {
			document.removeDocumentListener(this);
			language.tell(server -> server.getTextDocumentService()
					.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri))));
		}
	}
}
