package io.twinwright.workbench.editor;

import io.twinwright.core.rules.Rule;
import io.twinwright.workbench.help.HelpSupport;
import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.Findings;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import io.twinwright.workbench.language.UserLanguage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Offers the fixes of a finding and the page of its rule, in the editor and in the Problems view. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {
	private static final long PATIENCE_MS = 2000;

	@Override
	public boolean hasResolutions(IMarker marker) {
		return marker.getResource() instanceof IFile && marker.getAttribute(Findings.CODE, null) != null;
	}

	/** The page needs no server and is offered also where the fixes come too late. */
	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		Stream<IMarkerResolution> page = Rule.of(marker.getAttribute(Findings.CODE, "")).<IMarkerResolution>map(RulePage::new).stream();
		return Stream.concat(fixes(marker), page).toArray(IMarkerResolution[]::new);
	}

	private static Stream<IMarkerResolution> fixes(IMarker marker) {
		try {
			IFile file = (IFile) marker.getResource();
			Optional<IDocument> open = Texts.document(file);
			IDocument text = open.isPresent() ? open.get() : new Document(file.readString());
			Range range = new Range(Texts.position(text, marker.getAttribute(IMarker.CHAR_START, 0)),
					Texts.position(text, marker.getAttribute(IMarker.CHAR_END, 0)));
			CodeActionParams parameters = new CodeActionParams(new TextDocumentIdentifier(Texts.uri(file)), range,
					new CodeActionContext(List.of()));
			return TwinLanguage.get().ask(server -> server.getTextDocumentService().codeAction(parameters))
					.get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream().map(Either::getRight)
					.filter(action -> isFor(action, marker, range)).map(QuickFixes::resolution);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (CoreException | BadLocationException | ExecutionException | TimeoutException e) {
			ILog.of(QuickFixes.class).warn("The fixes of a finding could not be computed.", e);
		}
		return Stream.empty();
	}

	private static boolean isFor(CodeAction action, IMarker marker, Range range) {
		return action.getDiagnostics().stream().anyMatch(finding -> finding.getRange().equals(range)
				&& finding.getCode().get().equals(marker.getAttribute(Findings.CODE, "")));
	}

	private static IMarkerResolution resolution(CodeAction action) {
		return new IMarkerResolution2() {
			@Override
			public String getLabel() {
				return action.getTitle();
			}

			@Override
			public void run(IMarker marker) {
				try {
					Change change = Changes.of(action.getTitle(), action.getEdit());
					change.initializeValidationData(new NullProgressMonitor());
					change.perform(new NullProgressMonitor());
				} catch (CoreException e) {
					ILog.of(QuickFixes.class).log(e.getStatus());
				}
			}

			@Override
			public String getDescription() {
				return null;
			}

			@Override
			public Image getImage() {
				return null;
			}
		};
	}

	/** Shows the page of a rule. */
	private record RulePage(Rule rule) implements IMarkerResolution {
		@Override
		public String getLabel() {
			return NLS.bind(Messages.explain, rule.code(), rule.title(UserLanguage.locale()));
		}

		@Override
		public void run(IMarker marker) {
			HelpSupport.show(rule.code());
		}
	}
}
