package io.twinwright.tests.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the server tells its client, kept and waited for. */
final class Inbox implements LanguageClient {
	/** The longest wait for anything, in seconds; generous for machines that do much else. */
	static final long PATIENCE = 60;

	private final Map<String, PublishDiagnosticsParams> latest = new HashMap<>();
	private final List<PublishDiagnosticsParams> all = new ArrayList<>();
	private final List<RegistrationParams> registrations = new ArrayList<>();

	@Override
	public synchronized void publishDiagnostics(PublishDiagnosticsParams parameters) {
		latest.put(parameters.getUri(), parameters);
		all.add(parameters);
		notifyAll();
	}

	@Override
	public synchronized CompletableFuture<Void> registerCapability(RegistrationParams parameters) {
		registrations.add(parameters);
		notifyAll();
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void telemetryEvent(Object object) {
		// of no interest
	}

	@Override
	public void showMessage(MessageParams parameters) {
		// of no interest
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams parameters) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void logMessage(MessageParams parameters) {
		// of no interest
	}

	/** Waits until the last word about a file is as wanted. */
	synchronized List<Diagnostic> await(String uri, Predicate<List<Diagnostic>> wanted) {
		return await(() -> latest.containsKey(uri) && wanted.test(latest.get(uri).getDiagnostics())
				? latest.get(uri).getDiagnostics() : null, "findings of " + uri);
	}

	/** Waits until a version of an open file was checked. */
	synchronized List<Diagnostic> awaitVersion(String uri, int version) {
		return await(() -> latest.containsKey(uri) && latest.get(uri).getVersion() != null
				&& latest.get(uri).getVersion() >= version ? latest.get(uri).getDiagnostics() : null,
				"version " + version + " of " + uri);
	}

	synchronized RegistrationParams awaitRegistration() {
		return await(() -> registrations.isEmpty() ? null : registrations.getFirst(), "a registration");
	}

	/** @return how often something was said about a file */
	synchronized long count(String uri) {
		return all.stream().filter(parameters -> parameters.getUri().equals(uri)).count();
	}

	/** @return what was said last about each file */
	synchronized Map<String, List<Diagnostic>> findings() {
		Map<String, List<Diagnostic>> findings = new HashMap<>();
		latest.forEach((uri, parameters) -> findings.put(uri, parameters.getDiagnostics()));
		return findings;
	}

	private <T> T await(Supplier<T> wanted, String what) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
		try {
			for (T found = wanted.get(); ; found = wanted.get()) {
				if (found != null) {
					return found;
				}
				long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				if (left <= 0) {
					throw new AssertionError("Waited too long for " + what + ". There is: " + latest);
				}
				wait(left);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
