package io.twinwright.workbench.live;

import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.core.runtime.CoreException;

/** What servers answer, awaited for a bounded time. Not for the thread of the user interface. */
final class Answers {
	private Answers() {
	}

	/**
	 * Waits for an answer. One that comes later is not cancelled: who asked for something to close closes it then.
	 *
	 * @throws CoreException with a sentence if the server refuses, or does not answer in time
	 */
	static <T> T await(CompletableFuture<T> answer) throws CoreException {
		try {
			return Work.await(answer, Messages.late);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkFailure failure) {
				throw Models.failure(failure.getMessage(), failure);
			}
			throw new IllegalStateException(e.getCause());
		}
	}
}
