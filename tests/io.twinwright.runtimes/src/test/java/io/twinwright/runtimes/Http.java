package io.twinwright.runtimes;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What programs answer over HTTP. */
final class Http {
	private Http() {
	}

	/** @param request has a limit of time */
	static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
		try {
			return client.send(request, BodyHandlers.ofString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("It was interrupted.", e);
		}
	}
}
