package io.twinwright.diagram.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the files of the web client. */
final class Pages extends Handler.Abstract.NonBlocking {
	@Override
	public boolean handle(Request request, Response response, Callback callback) throws IOException {
		String path = Request.getPathInContext(request);
		String name = path.equals("/") ? WebFiles.PAGE : path.substring(1);
		Optional<byte[]> content = WebFiles.read(name);
		if (content.isEmpty()) {
			return Gatekeeper.refuse(response, callback, HttpStatus.NOT_FOUND_404, name.equals(WebFiles.PAGE)
					? "This build has no web client. Build it with 'twinwright build'." : "There is no such file.");
		}
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, WebFiles.type(name).orElseThrow());
		response.write(true, ByteBuffer.wrap(content.get()), callback);
		return true;
	}
}
