package io.twinwright.workbench.search;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.osgi.util.NLS;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.text.Match;

/** Searches all uses of a name in the files of its project. */
final class ReferenceQuery implements ISearchQuery {
	private static final long PATIENCE_S = 30;

	private final String name;
	private final TextDocumentIdentifier file;
	private final Position place;
	private final ReferenceResult result = new ReferenceResult(this);

	/** @param place where the name stands in a file */
	ReferenceQuery(String name, TextDocumentIdentifier file, Position place) {
		this.name = name;
		this.file = file;
		this.place = place;
	}

	@Override
	public IStatus run(IProgressMonitor monitor) {
		result.removeAll();
		ReferenceParams parameters = new ReferenceParams(file, place, new ReferenceContext(true));
		try {
			for (Location found : TwinLanguage.get().ask(server -> server.getTextDocumentService().references(parameters))
					.get(PATIENCE_S, TimeUnit.SECONDS)) {
				add(found);
			}
			return Status.OK_STATUS;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Status.CANCEL_STATUS;
		} catch (ExecutionException | TimeoutException | CoreException e) {
			return Status.error(Messages.searchFailed, e);
		}
	}

	private void add(Location found) throws CoreException {
		Optional<IFile> target = Texts.file(found.getUri());
		if (target.isPresent()) {
			Optional<IDocument> open = Texts.document(target.get());
			IDocument text = open.isPresent() ? open.get() : new Document(target.get().readString());
			int start = Texts.offset(text, found.getRange().getStart());
			int line = found.getRange().getStart().getLine();
			result.addMatch(new Use(target.get(), start, Texts.offset(text, found.getRange().getEnd()) - start, line + 1, line(text, line)));
		}
	}

	private static String line(IDocument text, int line) {
		List<String> lines = text.get().lines().toList();
		return line < lines.size() ? lines.get(line).strip() : "";
	}

	/** A use with the line in which it stands. */
	static final class Use extends Match {
		private final int line;
		private final String text;

		Use(IFile file, int offset, int length, int line, String text) {
			super(file, offset, length);
			this.line = line;
			this.text = text;
		}

		/** @return the number of the line, from 1 */
		int line() {
			return line;
		}

		String text() {
			return text;
		}
	}

	/** @return what was found, in words */
	String label() {
		return NLS.bind(Messages.uses, name, result.getMatchCount());
	}

	@Override
	public String getLabel() {
		return NLS.bind(Messages.usesOf, name);
	}

	@Override
	public boolean canRerun() {
		return true;
	}

	@Override
	public boolean canRunInBackground() {
		return true;
	}

	@Override
	public ISearchResult getSearchResult() {
		return result;
	}
}
