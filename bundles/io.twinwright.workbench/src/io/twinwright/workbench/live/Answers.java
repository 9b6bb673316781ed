package io.twinwright.workbench.live;

import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.workbench.language.Models;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** What servers answer, awaited for a bounded time. Not for the thread of the user interface. */
final class Answers {
	private static final long SECONDS = 60;

	private Answers() {
	}

	/**
	 * Waits for an answer. One that comes later is not cancelled: who asked for something to close closes it then.
	 *
	 * @throws CoreException with a sentence if the server refuses, or does not answer in time
	 */
	static <T> T await(CompletableFuture<T> answer) throws CoreException {
		try {
			return answer.get(SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkFailure failure) {
				throw Models.failure(failure.getMessage(), failure);
			}
			throw new IllegalStateException(e.getCause());
		} catch (TimeoutException e) {
			throw Models.failure(NLS.bind(Messages.late, SECONDS), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Models.failure(NLS.bind(Messages.late, SECONDS), e);
		}
	}
}
