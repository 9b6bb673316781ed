package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.workbench.language.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/**
 * The account of everything that was written to plants, or was to be: time, user, project, server, signal, old and new
 * value, result. A CSV file (RFC 4180) that only grows, in the user's folder.
 */
public final class AuditLog {
	private static final Path FILE = Path.of(System.getProperty("twinwright.audit",
			Path.of(System.getProperty("user.home"), ".twinwright", "audit.csv").toString()));

	private AuditLog() {
	}

	/** @return the file */
	public static Path file() {
		return FILE;
	}

	/** @throws CoreException if the account cannot be kept */
	static synchronized void add(LiveSession session, Point point, String before, String after, String result) throws CoreException {
		List<String> fields = List.of(Instant.now().toString(), System.getProperty("user.name"), session.project().getName(),
				session.url(point), point.path(), before, after, result);
		String line = fields.stream().map(AuditLog::quoted).collect(Collectors.joining(",")) + "\r\n";
		try {
			Files.createDirectories(FILE.toAbsolutePath().getParent());
			Files.write(FILE, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw Models.failure(NLS.bind(Messages.noAccount, FILE, e.getMessage()), e);
		}
	}

	private static String quoted(String field) {
		return "\"" + field.replace("\"", "\"\"") + "\"";
	}
}
