package io.twinwright.workbench.search;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;

/** The uses of a name by file; editors mark them. */
final class ReferenceResult extends AbstractTextSearchResult implements IEditorMatchAdapter, IFileMatchAdapter {
	private final ReferenceQuery query;

	ReferenceResult(ReferenceQuery query) {
		this.query = query;
	}

	@Override
	public String getLabel() {
		return query.label();
	}

	@Override
	public String getTooltip() {
		return query.label();
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return null;
	}

	@Override
	public ISearchQuery getQuery() {
		return query;
	}

	@Override
	public IEditorMatchAdapter getEditorMatchAdapter() {
		return this;
	}

	@Override
	public IFileMatchAdapter getFileMatchAdapter() {
		return this;
	}

	@Override
	public boolean isShownInEditor(Match match, IEditorPart editor) {
		return match.getElement().equals(file(editor.getEditorInput()));
	}

	@Override
	public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
		IFile file = file(editor.getEditorInput());
		return file == null ? new Match[0] : getMatches(file);
	}

	@Override
	public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
		return getMatches(file);
	}

	@Override
	public IFile getFile(Object element) {
		return (IFile) element;
	}

	private static IFile file(IEditorInput input) {
		return input instanceof IFileEditorInput files ? files.getFile() : null;
	}

	/** @return the uses in a file in the order of the text */
	Match[] sorted(Object file) {
		Match[] matches = getMatches(file);
		Arrays.sort(matches, (one, other) -> Integer.compare(one.getOffset(), other.getOffset()));
		return matches;
	}
}
