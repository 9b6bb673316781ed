package io.twinwright.dsl.ide.server;

import io.twinwright.dsl.library.Library;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.UriExtensions;

/**
 * Translates between the URIs of the client and those of the resources. Clients spell the URI of one file in several ways;
 * all of them become the same resource URI, and a client gets its own spelling back. The files of the library have class
 * path URIs here and file URIs at the client. Thread-safe.
 */
public final class ClientUris extends UriExtensions {
	private final LibraryFolder library;
	private final Map<URI, String> spelled = new ConcurrentHashMap<>();

	public ClientUris(LibraryFolder library) {
		this.library = library;
	}

	@Override
	public URI toUri(String client) {
		Optional<Path> path = path(client);
		if (path.isEmpty()) {
			return URI.createURI(client);
		}
		Optional<URI> file = library.name(path.get()).map(LibraryFolder::uri);
		URI uri = file.orElseGet(() -> of(path.get()));
		if (file.isEmpty()) {
			spelled.put(uri, client);
		}
		return uri;
	}

	@Override
	public String toUriString(URI uri) {
		String known = spelled.get(uri);
		if (known != null) {
			return known;
		}
		if (Library.contains(uri)) {
			return spelling(library.file(uri.lastSegment()));
		}
		return uri.isFile() ? spelling(Path.of(uri.toFileString())) : uri.toString();
	}

	/** @return the resource URI of a file */
	public static URI of(Path file) {
		return URI.createFileURI(file.toAbsolutePath().normalize().toString());
	}

	/** As {@link Path#toUri()} does, but without a look at the disk, which adds a slash to folders. */
	private static String spelling(Path file) {
		String text = file.toUri().toString();
		return text.endsWith("/") && file.getNameCount() > 0 ? text.substring(0, text.length() - 1) : text;
	}

	/** @return the file that a client means, empty for other schemes and for what is no URI */
	static Optional<Path> path(String client) {
		if (!client.regionMatches(true, 0, "file:", 0, "file:".length())) {
			return Optional.empty();
		}
		try {
			String path = new java.net.URI(client.replace(" ", "%20")).getPath();
			boolean drive = path.matches("/[A-Za-z]:.*");
			return Optional.of(Path.of(drive ? Character.toUpperCase(path.charAt(1)) + path.substring(2) : path)
					.toAbsolutePath().normalize());
		} catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
			return Optional.empty();
		}
	}
}
