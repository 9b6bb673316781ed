package io.twinwright.dsl.ide.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Checks whole projects when nobody types, in small portions, so that questions are answered in between. A change cancels
 * it; it goes on some time after the last one. Thread-safe.
 */
final class BackgroundCheck implements AutoCloseable {
	private static final long DELAY_MS = 300;
	private static final long PORTION_MS = 40;

	private final IRequestManager requests;
	private final Workspace workspace;
	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("twin check").unstarted(task));
	private List<CompletableFuture<Object>> waiting = new ArrayList<>();
	private int latest;

	BackgroundCheck(IRequestManager requests, Workspace workspace) {
		this.requests = requests;
		this.workspace = workspace;
	}

	/** Begins soon, unless something changes before; at once if somebody waits for the end. */
	synchronized void soon() {
		int number = ++latest;
		if (!timer.isShutdown()) {
			timer.schedule(() -> next(number), waiting.isEmpty() ? DELAY_MS : 0, TimeUnit.MILLISECONDS);
		}
	}

	/** @return completed when everything is checked, or when a fault ends checking; checking begins at once */
	synchronized CompletableFuture<Object> end() {
		CompletableFuture<Object> end = new CompletableFuture<>();
		waiting.add(end);
		next(++latest);
		return end;
	}

	private synchronized void next(int number) {
		if (number == latest && !timer.isShutdown()) {
			requests.runRead(cancel -> portion(number, cancel)).exceptionally(this::failed);
		}
	}

	private Void portion(int number, CancelIndicator cancel) {
		if (workspace.check(cancel, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PORTION_MS))) {
			tell();
		} else {
			next(number);
		}
		return null;
	}

	/** A change that cancels is followed by {@link #soon}; the request has logged a fault, of which those who wait are told. */
	private synchronized Void failed(Throwable failure) {
		if (!(failure instanceof CancellationException)) {
			waiting.forEach(end -> end.completeExceptionally(failure));
			waiting = new ArrayList<>();
		}
		return null;
	}

	private synchronized void tell() {
		waiting.forEach(end -> end.complete(null));
		waiting = new ArrayList<>();
	}

	@Override
	public synchronized void close() {
		timer.shutdownNow();
	}
}
