package io.twinwright.workbench.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.osgi.util.NLS;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;

/** Changes of texts that the server proposes, in the form of the platform: with a preview, and undone in one step. */
public final class Changes {
	private Changes() {
	}

	/**
	 * @param name what the user reads in a preview and in the undo history
	 * @throws CoreException if a file cannot be read
	 */
	public static CompositeChange of(String name, WorkspaceEdit edit) throws CoreException {
		return of(name, edit, Map.of());
	}

	/**
	 * @param name what the user reads in a preview and in the undo history
	 * @param expected the texts, by URI, for which the edits were made
	 * @throws CoreException with a sentence if a text is another one by now, or a file cannot be read
	 */
	public static CompositeChange of(String name, WorkspaceEdit edit, Map<String, String> expected) throws CoreException {
		CompositeChange all = new CompositeChange(name);
		for (Map.Entry<String, List<TextEdit>> file : edit.getChanges().entrySet()) {
			Optional<IFile> target = Texts.file(file.getKey());
			if (target.isPresent()) {
				all.add(change(name, target.get(), file.getValue(), expected.get(file.getKey())));
			}
		}
		return all;
	}

	/**
	 * @param name what the user reads in the undo history
	 * @param before what the file must say now
	 * @return the change of a file that is saved with it
	 * @throws CoreException with a sentence if the file says something else, or cannot be read
	 */
	public static TextFileChange of(String name, IFile file, String before, String after) throws CoreException {
		TextFileChange change = new TextFileChange(name, file);
		change.setTextType(Texts.EXTENSION);
		change.setSaveMode(TextFileChange.FORCE_SAVE);
		if (!before.equals(change.getCurrentDocument(new NullProgressMonitor()).get())) {
			throw Models.failure(NLS.bind(Messages.textOther, file.getName()), null);
		}
		change.setEdit(difference(before, after));
		return change;
	}

	/** @return the replacement of what is not the same at both ends */
	public static ReplaceEdit difference(String before, String after) {
		int shorter = Math.min(before.length(), after.length());
		int start = 0;
		while (start < shorter && before.charAt(start) == after.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < shorter - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		return new ReplaceEdit(start, before.length() - end - start, after.substring(start, after.length() - end));
	}

	private static TextFileChange change(String name, IFile file, List<TextEdit> edits, String expected) throws CoreException {
		TextFileChange change = new TextFileChange(name, file);
		change.setTextType(Texts.EXTENSION);
		IDocument text = change.getCurrentDocument(new NullProgressMonitor());
		if (expected != null && !expected.equals(text.get())) {
			throw Models.failure(NLS.bind(Messages.textChanged, file.getName()), null);
		}
		change.setEdit(edit(text, edits));
		return change;
	}

	/** @return edits of a text that do not overlap as one edit of the platform */
	public static MultiTextEdit edit(IDocument text, List<? extends TextEdit> edits) {
		MultiTextEdit all = new MultiTextEdit();
		for (TextEdit edit : edits) {
			int start = Texts.offset(text, edit.getRange().getStart());
			all.addChild(new ReplaceEdit(start, Texts.offset(text, edit.getRange().getEnd()) - start, edit.getNewText()));
		}
		return all;
	}
}
