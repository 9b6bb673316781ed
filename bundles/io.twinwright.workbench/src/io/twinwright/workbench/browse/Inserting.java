package io.twinwright.workbench.browse;

import io.twinwright.dsl.ide.InsertSignals;
import io.twinwright.dsl.insert.Server;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;

/**
 * Puts nodes of a server into the text of an editor: reads what the server says of them, asks the language for the signals,
 * and changes the text in one step, unless it has changed meanwhile. Nothing of it waits in the thread of the user interface.
 */
final class Inserting {
	private Inserting() {
	}

	/** @return whether an editor has a twin file */
	static boolean isTwin(ITextEditor editor) {
		return document(editor).flatMap(Texts::file).isPresent();
	}

	private static Optional<IDocument> document(ITextEditor editor) {
		return Optional.ofNullable(editor.getDocumentProvider()).map(provider -> provider.getDocument(editor.getEditorInput()));
	}

	/** @param offset in the text */
	static void insert(ITextEditor editor, int offset, List<Row.Node> rows) {
		List<Row.Server> servers = rows.stream().map(Row.Node::server).distinct().toList();
		if (servers.size() != 1) {
			say(servers.isEmpty() ? Messages.noVariable : Messages.severalServers);
			return;
		}
		IDocument text = document(editor).orElseThrow();
		TextDocumentIdentifier file = Texts.identifier(text).orElseThrow();
		Server server = server(servers.getFirst(), Texts.file(text).orElseThrow());
		long stamp = stamp(text);
		try {
			Position place = Texts.position(text, offset);
			BrowseRows.variables(servers.getFirst(), rows).thenCompose(variables -> variables.isEmpty()
					? CompletableFuture.completedFuture(new InsertSignals.Answer(List.of(), List.of(), List.of(Messages.noVariable)))
					: TwinLanguage.get().ask(language -> language.insertSignals(new InsertSignals(file, place, server, variables))))
					.whenCompleteAsync((answer, failure) -> {
						if (answer == null && failure == null || isOther(editor, text, stamp)) {
							say(Messages.changed);
						} else if (failure != null) {
							say(BrowseRows.sentence(failure));
						} else {
							apply(editor, text, answer);
						}
					}, PlatformUI.getWorkbench().getDisplay()::asyncExec);
		} catch (BadLocationException e) {
			say(Messages.changed);
		}
	}

	private static Server server(Row.Server server, IFile file) {
		LinkSettings settings = server.nodes().settings();
		boolean simulated = SimulatedPlants.url(file.getProject()).filter(settings.url()::equals).isPresent();
		return new Server(settings.url(), settings.security(), settings.mode(), settings.user() != null, simulated);
	}

	private static long stamp(IDocument text) {
		return ((IDocumentExtension4) text).getModificationStamp();
	}

	/** @return whether a text has changed, or is in the editor no more */
	private static boolean isOther(ITextEditor editor, IDocument text, long stamp) {
		return stamp(text) != stamp || document(editor).filter(text::equals).isEmpty();
	}

	private static void apply(ITextEditor editor, IDocument text, InsertSignals.Answer answer) {
		if (answer.edits().isEmpty()) {
			say(String.join("\n", answer.remarks()));
			return;
		}
		if (editor instanceof ITextEditorExtension2 checked && !checked.validateEditorInputState()) {
			return;
		}
		IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
		target.beginCompoundChange();
		try {
			Changes.edit(text, answer.edits()).apply(text, org.eclipse.text.edits.TextEdit.NONE);
		} catch (BadLocationException e) {
			say(Messages.changed);
			return;
		} finally {
			target.endCompoundChange();
		}
		select(editor, text, answer);
		String done = NLS.bind(Messages.inserted, String.join(", ", answer.names()));
		tell(editor, String.join(" ", answer.remarks().isEmpty() ? List.of(done) : List.of(done, String.join(" ", answer.remarks()))));
	}

	/** Shows the first new signal. */
	private static void select(ITextEditor editor, IDocument text, InsertSignals.Answer answer) {
		TextEdit first = answer.edits().getFirst();
		int start = Texts.offset(text, first.getRange().getStart());
		String name = answer.names().getFirst();
		int at = text.get().indexOf(name, start);
		editor.getSite().getPage().activate(editor);
		if (at >= 0) {
			editor.selectAndReveal(at, name.length());
		}
	}

	private static void tell(ITextEditor editor, String sentence) {
		editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(sentence);
	}

	/** Tells why nothing was inserted; the editor may be closed by then. */
	private static void say(String sentence) {
		MessageDialog.openInformation(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Messages.insert, sentence);
	}
}
