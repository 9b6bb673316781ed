package io.twinwright.diagram.server;

import io.twinwright.core.translation.Translation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in only who knows the token and comes from a page of this server. The host is checked too, so that no foreign page can
 * reach this server under a name of its own. The files of the client hold nothing of a project and need no token.
 */
final class Gatekeeper extends Handler.Wrapper {
	private static final Set<String> METHODS = Set.of("GET", "HEAD");

	private final String token;
	private final IntSupplier port;

	Gatekeeper(String token, IntSupplier port, Handler inner) {
		super(inner);
		this.token = token;
		this.port = port;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		protect(response);
		String path = Request.getPathInContext(request);
		boolean isSocket = path.equals(DiagramServer.SOCKET);
		if (!METHODS.contains(request.getMethod())) {
			return refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Here is only something to read.");
		}
		if (!isOwn("", request.getHeaders().get(HttpHeader.HOST))) {
			return refuse(response, callback, HttpStatus.FORBIDDEN_403, "This server is reached as 127.0.0.1 only.");
		}
		String origin = request.getHeaders().get(HttpHeader.ORIGIN);
		if (isSocket ? !isOwn("http://", origin) : origin != null && !isOwn("http://", origin)) {
			return refuse(response, callback, HttpStatus.FORBIDDEN_403, "Only the page of this server may connect to it.");
		}
		if ((isSocket || path.equals("/")) && !isToken(Request.extractQueryParameters(request).getValue("token"))) {
			return refuse(response, callback, HttpStatus.FORBIDDEN_403,
					"The token is missing or not that of this start. Open the address that 'twinwright diagram' printed last.");
		}
		return super.handle(request, response, callback);
	}

	private boolean isOwn(String scheme, String given) {
		return given != null && (given.equals(scheme + "127.0.0.1:" + port.getAsInt()) || given.equals(scheme + "localhost:" + port.getAsInt()));
	}

	/** Takes as long for a token that is wrong at its end as for one that is wrong at its begin. */
	private boolean isToken(String given) {
		return given != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	private void protect(Response response) {
		String sockets = "ws://127.0.0.1:%1$d ws://localhost:%1$d".formatted(port.getAsInt());
		response.getHeaders().put("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
				+ "img-src 'self' data: blob:; font-src 'self'; connect-src 'self' " + sockets + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
		response.getHeaders().put("X-Content-Type-Options", "nosniff");
		response.getHeaders().put("X-Frame-Options", "DENY");
		response.getHeaders().put("Referrer-Policy", "no-referrer");
		response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
		response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
		response.getHeaders().put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
		response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
	}

	/** Answers with a sentence, in the language that the browser asks for first. */
	static boolean refuse(Response response, Callback callback, int status, String sentence) {
		String asked = response.getRequest().getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
		String said = Translation.to(asked == null ? null : asked.split("[,;]", 2)[0].strip()).of(sentence);
		response.setStatus(status);
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
		response.write(true, ByteBuffer.wrap((said + "\n").getBytes(StandardCharsets.UTF_8)), callback);
		return true;
	}
}
