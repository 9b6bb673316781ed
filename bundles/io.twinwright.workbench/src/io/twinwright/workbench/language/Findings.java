package io.twinwright.workbench.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Makes markers of what the server finds. Markers that stay the same are not touched, so that nothing flickers. */
public final class Findings implements LanguageClient {
	/** The type of the markers. */
	public static final String MARKER = "io.twinwright.workbench.problem";
	/** The attribute of a marker that holds the code of the rule. */
	public static final String CODE = "code";

	private final Map<IFile, List<Diagnostic>> latest = new ConcurrentHashMap<>();

	@Override
	public void publishDiagnostics(PublishDiagnosticsParams parameters) {
		Texts.file(parameters.getUri()).ifPresent(file -> {
			latest.put(file, parameters.getDiagnostics());
			Job job = new WorkspaceJob("Findings of " + file.getName()) {
				@Override
				public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
					List<Diagnostic> found = latest.remove(file);
					if (found != null && file.exists()) {
						replace(file, found);
					}
					return Status.OK_STATUS;
				}
			};
			job.setSystem(true);
			job.setPriority(Job.SHORT);
			// one at a time for a file, and not while the file is being deleted; the platform's rule for markers is none
			job.setRule(file);
			job.schedule();
		});
	}

	private static void replace(IFile file, List<Diagnostic> found) throws CoreException {
		IDocument document = Texts.document(file).orElse(null);
		IDocument text = document != null ? document : new Document(file.readString());
		List<Map<String, Object>> wanted = new ArrayList<>();
		found.forEach(diagnostic -> wanted.add(attributes(diagnostic, text)));
		for (IMarker marker : file.findMarkers(MARKER, false, IResource.DEPTH_ZERO)) {
			if (!wanted.remove(marker.getAttributes())) {
				marker.delete();
			}
		}
		for (Map<String, Object> attributes : wanted) {
			file.createMarker(MARKER, attributes);
		}
	}

	private static Map<String, Object> attributes(Diagnostic diagnostic, IDocument text) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.MESSAGE, diagnostic.getMessage().isLeft() ? diagnostic.getMessage().getLeft()
				: diagnostic.getMessage().getRight().getValue());
		attributes.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
		attributes.put(IMarker.LINE_NUMBER, diagnostic.getRange().getStart().getLine() + 1);
		attributes.put(IMarker.CHAR_START, Texts.offset(text, diagnostic.getRange().getStart()));
		attributes.put(IMarker.CHAR_END, Texts.offset(text, diagnostic.getRange().getEnd()));
		attributes.put(CODE, diagnostic.getCode() == null ? "" : String.valueOf(diagnostic.getCode().get()));
		return attributes;
	}

	private static int severity(DiagnosticSeverity severity) {
		return switch (severity) {
			case Error -> IMarker.SEVERITY_ERROR;
			case Warning -> IMarker.SEVERITY_WARNING;
			default -> IMarker.SEVERITY_INFO;
		};
	}

	@Override
	public void telemetryEvent(Object object) {
		// nobody collects it
	}

	@Override
	public void showMessage(MessageParams parameters) {
		ILog.of(Findings.class).info(parameters.getMessage());
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams parameters) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void logMessage(MessageParams parameters) {
		ILog.of(Findings.class).info(parameters.getMessage());
	}
}
