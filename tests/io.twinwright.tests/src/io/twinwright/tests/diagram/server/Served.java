package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.inject.Injector;
import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.FolderTexts;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.dsl.ide.TwinIdeSetup;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A copy of an example that a diagram server of its own serves. */
final class Served implements AutoCloseable {
	/** The line of the bottling example. */
	static final String LINE = "plant.twin#line/acme.bottling.Juice1";

	/** The language with what editors need. */
	static final Injector LANGUAGE = new TwinIdeSetup().createInjectorAndDoEMFRegistration();

	private final Path folder;
	private final FolderTexts texts;
	private final DiagramServer server;
	private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());

	private Served(Path folder, LiveValues live) throws IOException {
		this.folder = folder;
		texts = FolderTexts.open(LANGUAGE, folder, faults::add);
		server = DiagramServer.start(texts, LANGUAGE.getInstance(Editing.class), live, 0, faults::add);
	}

	/** Copies the twin files of the bottling example to a folder and serves it. */
	static Served bottling(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(Checkout.root().resolve("examples/bottling"))) {
			for (Path file : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".twin"))::iterator) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		return new Served(folder, LiveValues.NONE);
	}

	/** Serves a text in a folder as {@code plant.twin}. */
	static Served of(Path folder, String text) throws IOException {
		return of(folder, text, LiveValues.NONE);
	}

	/** Serves a text together with what its plant does. */
	static Served of(Path folder, String text, LiveValues live) throws IOException {
		Files.writeString(folder.resolve("plant.twin"), text);
		return new Served(folder, live);
	}

	URI page() {
		return server.url("").orElseThrow();
	}

	DiagramServer server() {
		return server;
	}

	Window window() throws Exception {
		return new Window(page());
	}

	/** @return a window that shows a diagram */
	Window window(String uri) throws Exception {
		Window window = window();
		window.open(uri);
		return window;
	}

	/** @return the text of the plant */
	String text() throws IOException {
		return Files.readString(folder.resolve("plant.twin"));
	}

	/** @return the text with the positions, empty if there is none */
	String layout() throws IOException {
		Path file = folder.resolve("plant.layout.json");
		return Files.exists(file) ? Files.readString(file) : "";
	}

	/** Changes the text of the plant as an editor does. */
	void save(String text) throws IOException {
		Files.writeString(folder.resolve("plant.twin"), text);
	}

	/** @return whether a node of a graph is at a place */
	static boolean isAt(JsonObject graph, String id, int x, int y) {
		JsonObject position = Window.find(graph, id).getAsJsonObject("position");
		return position.get("x").getAsDouble() == x && position.get("y").getAsDouble() == y;
	}

	@Override
	public void close() {
		server.close();
		texts.close();
		assertEquals(List.of(), faults);
	}
}
