package io.twinwright.cli;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what is read of servers. */
final class ServerReading {
	private static final Duration MARGIN = Duration.ofSeconds(120);

	private ServerReading() {
	}

	/** @throws LinkFailure if the server cannot be read, or not in time */
	static ServedSpace read(LinkSettings settings, int most, Duration time) throws LinkFailure, InterruptedException {
		return await(AddressSpace.read(settings, most, time), settings.url(), time.plus(MARGIN));
	}

	/** @throws LinkFailure if what was asked of a server failed, or is not there in time */
	static <T> T await(CompletableFuture<T> asked, String url, Duration limit) throws LinkFailure, InterruptedException {
		try {
			return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException e) {
			Throwable cause = e.getCause() instanceof CompletionException && e.getCause().getCause() != null ? e.getCause().getCause() : e.getCause();
			if (cause instanceof LinkFailure failure) {
				throw failure;
			}
			throw new IllegalStateException(cause);
		} catch (TimeoutException e) {
			throw new LinkFailure("The server at '%s' did not answer in time. Check that it runs and is an OPC UA server.".formatted(url), e);
		}
	}
}
