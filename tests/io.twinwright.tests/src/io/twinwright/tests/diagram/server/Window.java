package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A window of a browser that shows a diagram: speaks JSON-RPC through a real socket and keeps what it was told. */
final class Window implements AutoCloseable {
	private static final int PATIENCE_SECONDS = 120;
	private static final Gson JSON = new Gson();
	private static final List<String> KINDS = List.of("setModel", "updateModel", "setEditMode", "setDirtyState", "status", "message", "startProgress",
			"endProgress", "elementSelected", "twin/refused", "twin/revealed", "twin/live");

	private final WebSocket socket;
	private final List<JsonObject> told = new ArrayList<>();
	private final CompletableFuture<Integer> closed = new CompletableFuture<>();
	private int number;
	private boolean isPaused;
	private boolean isHeldBack;
	private JsonObject graph;
	private final Map<String, JsonObject> live = new HashMap<>();
	private JsonObject link;

	/** @param page the address that the server gave */
	Window(URI page) throws Exception {
		this(page, null);
	}

	/** @param language that of the page, null where it does not say */
	Window(URI page, String language) throws Exception {
		URI address = URI.create("ws://" + page.getAuthority() + "/glsp?" + page.getRawQuery());
		socket = HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", "http://" + page.getAuthority())
				.buildAsync(address, new Listener()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		call("initialize", Map.of("applicationId", "test", "protocolVersion", "1.0.0", "args", language == null ? Map.of() : Map.of("language", language)));
		call("initializeClientSession", Map.of("clientSessionId", "one", "diagramType", "twinwright", "clientActionKinds", KINDS));
	}

	private final class Listener implements WebSocket.Listener {
		private final StringBuilder text = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
			text.append(data);
			if (last) {
				hear(JsonParser.parseString(text.toString()).getAsJsonObject());
				text.setLength(0);
			}
			takeMore(from);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
			closed.complete(code);
			wake();
			return null;
		}

		@Override
		public void onError(WebSocket from, Throwable error) {
			closed.completeExceptionally(error);
			wake();
		}
	}

	private synchronized void takeMore(WebSocket from) {
		if (isPaused) {
			isHeldBack = true;
		} else {
			from.request(1);
		}
	}

	/** Takes nothing of what the server sends, until it goes on. */
	synchronized void pause() {
		isPaused = true;
	}

	/** Takes again what the server sends. */
	synchronized void goOn() {
		isPaused = false;
		if (isHeldBack) {
			isHeldBack = false;
			socket.request(1);
		}
	}

	private synchronized void wake() {
		notifyAll();
	}

	private synchronized void hear(JsonObject message) {
		JsonObject heard = message.has("params") ? message.getAsJsonObject("params").getAsJsonObject("action") : message;
		if (heard.has("newRoot")) {
			graph = heard.getAsJsonObject("newRoot");
		}
		if (heard.has("kind") && heard.get("kind").getAsString().equals("twin/live")) {
			link = heard;
			if (heard.get("all").getAsBoolean()) {
				live.clear();
			}
			heard.getAsJsonArray("elements").forEach(element -> live.put(element.getAsJsonObject().get("id").getAsString(), element.getAsJsonObject()));
		}
		told.add(heard);
		notifyAll();
	}

	private void call(String method, Map<String, ?> parameters) throws Exception {
		int id = ++number;
		send(JSON.toJson(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters)));
		JsonObject answer = next("the answer to " + method, message -> message.has("id") && message.get("id").getAsString().equals(Integer.toString(id)));
		if (answer.has("error")) {
			fail(answer.toString());
		}
	}

	void send(String text) throws Exception {
		socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Sends an action. */
	void act(String kind, Map<String, ?> fields) throws Exception {
		JsonObject action = JSON.toJsonTree(fields).getAsJsonObject();
		action.addProperty("kind", kind);
		JsonObject message = new JsonObject();
		message.addProperty("jsonrpc", "2.0");
		message.addProperty("method", "process");
		message.add("params", JSON.toJsonTree(Map.of("clientId", "one", "action", action)));
		send(message.toString());
	}

	/** Sends a request and waits for what answers it. */
	JsonObject ask(String kind, Map<String, ?> fields, String answer) throws Exception {
		act(kind, fields);
		return next(answer);
	}

	/** Opens a diagram; @return its graph */
	JsonObject open(String uri) throws Exception {
		return ask("requestModel", Map.of("requestId", "r" + ++number, "options", Map.of("sourceUri", uri, "diagramType", "twinwright")), "setModel")
				.getAsJsonObject("newRoot");
	}

	/** @return the next action of a kind, which is then taken out of what was told */
	JsonObject next(String kind) throws InterruptedException {
		return next(kind, action -> action.has("kind") && action.get("kind").getAsString().equals(kind));
	}

	/** @return the first message that fits; what came before it is forgotten */
	synchronized JsonObject next(String what, Predicate<JsonObject> fits) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (true) {
			for (Iterator<JsonObject> all = told.iterator(); all.hasNext();) {
				JsonObject message = all.next();
				if (fits.test(message)) {
					all.remove();
					return message;
				}
			}
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0 || closed.isDone()) {
				return fail("There was no %s, but %s".formatted(what, told));
			}
			wait(left);
		}
	}

	/** Waits until the graph that is shown fits. */
	JsonObject until(String what, Predicate<JsonObject> fits) throws InterruptedException {
		return until(what, () -> graph, fits);
	}

	private synchronized JsonObject until(String what, Supplier<JsonObject> shown, Predicate<JsonObject> fits) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (shown.get() == null || !fits.test(shown.get())) {
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0 || closed.isDone()) {
				return fail("%s never came; it shows %s; it was told %s".formatted(what, shown.get(), told));
			}
			wait(left);
		}
		return shown.get();
	}

	/** Waits until an element shows values that fit. */
	JsonObject untilLive(String what, String id, Predicate<JsonObject> fits) throws InterruptedException {
		return until(what, () -> live.get(id), fits);
	}

	/** Waits until the plant is attached in a way; @return what is said of it */
	String link(String wanted) throws InterruptedException {
		return until(wanted, () -> link, told -> told.get("link").getAsString().equals(wanted)).get("sentence").getAsString();
	}

	/** @return the element of a graph with an id, at any depth; null if there is none */
	static JsonObject find(JsonObject element, String id) {
		if (element.get("id").getAsString().equals(id)) {
			return element;
		}
		for (JsonElement child : element.has("children") ? element.getAsJsonArray("children") : new JsonArray()) {
			JsonObject found = find(child.getAsJsonObject(), id);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** @return an argument of an element as a text */
	static String argument(JsonObject element, String name) {
		return element.getAsJsonObject("args").get(name).getAsString();
	}

	/** @return how the server ended the conversation, once it has */
	int ended() throws Exception {
		return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Is gone, without a word. */
	void vanish() {
		socket.abort();
	}

	@Override
	public void close() {
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
	}
}
