package io.twinwright.workbench.rename;

import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.osgi.util.NLS;

/** The renaming of one element: asked of the server, shown and done by the platform. */
public final class Renaming extends Refactoring {
	private static final long PATIENCE_S = 30;

	private final TextDocumentIdentifier file;
	private final Position place;
	private final String name;
	private String wanted;
	private WorkspaceEdit edit;

	/** @param name what stands at the place now */
	public Renaming(TextDocumentIdentifier file, Position place, String name) {
		this.file = file;
		this.place = place;
		this.name = name;
		this.wanted = name;
	}

	@Override
	public String getName() {
		return NLS.bind(Messages.renaming, name);
	}

	/** @return the name that the element has or, once the user has typed, shall have */
	public String wanted() {
		return wanted;
	}

	public void setWanted(String wanted) {
		this.wanted = wanted;
	}

	@Override
	public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
		return answer(server -> server.getTextDocumentService().prepareRename(new PrepareRenameParams(file, place))
				.thenApply(found -> found == null ? RefactoringStatus.createFatalErrorStatus(Messages.noName) : new RefactoringStatus()));
	}

	@Override
	public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
		return answer(server -> server.getTextDocumentService().rename(new RenameParams(file, place, wanted)).thenApply(found -> {
			edit = found;
			return new RefactoringStatus();
		}));
	}

	/** What the server refuses is told in its words. */
	private static RefactoringStatus answer(
			Function<LanguageServer, CompletableFuture<RefactoringStatus>> question) {
		try {
			return TwinLanguage.get().ask(question).get(PATIENCE_S, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		} catch (ExecutionException e) {
			return RefactoringStatus.createFatalErrorStatus(e.getCause() instanceof ResponseErrorException refusal
					? refusal.getResponseError().getMessage() : Messages.failed);
		} catch (TimeoutException e) {
			return RefactoringStatus.createFatalErrorStatus(Messages.failed);
		}
	}

	@Override
	public Change createChange(IProgressMonitor monitor) throws CoreException {
		return Changes.of(getName(), edit);
	}
}
