package io.twinwright.dsl.ide.server;

import io.twinwright.dsl.ide.fix.Diagnostics;
import io.twinwright.dsl.ide.fix.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.resource.XtextResource;

/** Tells the client what the checker says. What it was told about a closed file before, it is not told again. */
final class Publisher {
	private final ClientUris uris;
	private final Answers answers;
	private final Supplier<LanguageClient> client;
	private final Map<URI, List<Diagnostic>> told = new HashMap<>();

	Publisher(ClientUris uris, Answers answers, Supplier<LanguageClient> client) {
		this.uris = uris;
		this.answers = answers;
		this.client = client;
	}

	/** @param version of the open document that was checked, null for a closed file */
	void publish(XtextResource file, Integer version) {
		List<Diagnostic> diagnostics = answers.findings(Diagnostics.of(file, Findings.of(file).orElseThrow()));
		List<Diagnostic> before = told.put(file.getURI(), diagnostics);
		if (version != null || !diagnostics.equals(before == null ? List.of() : before)) {
			send(file.getURI(), diagnostics, version);
		}
	}

	/** Takes back what was said about a file that is no longer checked. */
	void clear(URI file) {
		List<Diagnostic> before = told.remove(file);
		if (before != null && !before.isEmpty()) {
			send(file, List.of(), null);
		}
	}

	private void send(URI file, List<Diagnostic> diagnostics, Integer version) {
		LanguageClient listener = client.get();
		if (listener != null) {
			PublishDiagnosticsParams parameters = new PublishDiagnosticsParams(uris.toUriString(file), diagnostics);
			parameters.setVersion(version);
			listener.publishDiagnostics(parameters);
		}
	}
}
