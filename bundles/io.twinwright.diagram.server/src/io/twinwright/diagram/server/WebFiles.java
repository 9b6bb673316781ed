package io.twinwright.diagram.server;

import io.twinwright.diagram.Diagram;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the web client, which are resources of the bundle of diagrams. */
final class WebFiles {
	/** The page that browsers open. */
	static final String PAGE = "index.html";

	private static final String FOLDER = "/web/dist/";
	private static final Pattern NAME = Pattern.compile("\\w[\\w-]*(\\.[\\w-]+)*(/\\w[\\w-]*(\\.[\\w-]+)*)*");
	private static final Map<String, String> TYPES = Map.of(
			"html", "text/html; charset=utf-8",
			"js", "text/javascript; charset=utf-8",
			"css", "text/css; charset=utf-8",
			"json", "application/json",
			"svg", "image/svg+xml",
			"png", "image/png",
			"woff2", "font/woff2",
			"ttf", "font/ttf",
			"txt", "text/plain; charset=utf-8");

	private WebFiles() {
	}

	/** @return the content of a file; empty where there is none of that name or kind */
	static Optional<byte[]> read(String name) throws IOException {
		if (!NAME.matcher(name).matches() || type(name).isEmpty()) {
			return Optional.empty();
		}
		try (InputStream in = Diagram.class.getResourceAsStream(FOLDER + name)) {
			return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
		}
	}

	/** @return the media type of a file, empty where files of its kind are not served */
	static Optional<String> type(String name) {
		return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
	}
}
