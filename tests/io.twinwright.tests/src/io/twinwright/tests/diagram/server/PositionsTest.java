package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving, arranging, and the file in which positions stand. */
class PositionsTest {
	private static final String FILL = "acme.bottling.Juice1.fill";

	@TempDir
	private Path folder;
	private Served served;

	@BeforeEach
	void serve() throws Exception {
		served = Served.bottling(folder);
	}

	@AfterEach
	void end() {
		served.close();
	}

	private static void move(Window window, String id, int x, int y) throws Exception {
		window.act("changeBounds", Map.of("newBounds", List.of(Map.of("elementId", id, "newPosition", Map.of("x", x, "y", y), "newSize",
				Map.of("width", 10, "height", 10)))));
	}

	/** @return where the nodes of a graph are */
	private static Map<String, String> places(JsonObject graph) {
		Map<String, String> places = new TreeMap<>();
		for (JsonElement child : graph.getAsJsonArray("children")) {
			if (child.getAsJsonObject().has("position")) {
				places.put(child.getAsJsonObject().get("id").getAsString(), child.getAsJsonObject().get("position").toString());
			}
		}
		return places;
	}

	@Test
	void movesOneNodeAndNoOther() throws Exception {
		try (Window window = served.window()) {
			Map<String, String> before = places(window.open(Served.LINE));
			String text = served.text();
			move(window, FILL, 700, 410);
			Map<String, String> after = places(window.until("the node at its new place", graph -> Served.isAt(graph, FILL, 700, 410)));
			before.remove(FILL);
			after.remove(FILL);
			assertEquals(before, after);
			assertTrue(served.layout().contains("    \"" + FILL + "\": {\"x\":700,\"y\":410}"), served.layout());
			assertEquals(text, served.text());
		}
	}

	@Test
	void takesMovesBackAndDoesThemAgain() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			move(window, FILL, 700, 410);
			window.until("the node at its new place", graph -> Served.isAt(graph, FILL, 700, 410));
			String first = served.layout();
			move(window, FILL, 720, 430);
			window.until("the node at its next place", graph -> Served.isAt(graph, FILL, 720, 430));
			window.act("glspUndo", Map.of());
			window.until("the node back", graph -> Served.isAt(graph, FILL, 700, 410));
			assertEquals(first, served.layout());
			window.act("glspUndo", Map.of());
			window.until("the node where it was", graph -> !Served.isAt(graph, FILL, 700, 410));
			assertFalse(Files.exists(folder.resolve("plant.layout.json")));
			window.act("glspRedo", Map.of());
			window.until("the node moved again", graph -> Served.isAt(graph, FILL, 700, 410));
			assertEquals(first, served.layout());
			window.act("glspUndo", Map.of());
			window.act("glspUndo", Map.of());
			assertEquals("There is nothing to undo.", window.next("twin/refused").get("reason").getAsString());
		}
	}

	private static void resize(Window window, int width, int height) throws Exception {
		window.act("changeBounds", Map.of("newBounds", List.of(Map.of("elementId", FILL, "newPosition", Map.of("x", 700, "y", 410), "newSize",
				Map.of("width", width, "height", height)))));
	}

	@Test
	void keepsTheSizeOfANodeBesideItsPosition() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			resize(window, 300, 240);
			JsonObject graph = window.until("the node at its new size", shown -> "{\"width\":300.0,\"height\":240.0}".equals(size(shown)));
			assertTrue(served.layout().contains("    \"" + FILL + "\": {\"x\":700,\"y\":410,\"width\":300,\"height\":240}"), served.layout());
			String least = "{\"width\":%s,\"height\":%s}".formatted(Window.argument(Window.find(graph, FILL), "leastWidth"),
					Window.argument(Window.find(graph, FILL), "leastHeight"));
			window.act("layout", Map.of("elementIds", List.of()));
			window.until("all arranged", shown -> !Served.isAt(shown, FILL, 700, 410));
			assertTrue(served.layout().contains("    \"" + FILL + "\": {\"width\":300,\"height\":240}"), served.layout());
			resize(window, 20, 20);
			window.until("the node as small as its texts", shown -> least.equals(size(shown)));
			assertFalse(served.layout().contains("width"), served.layout());
		}
	}

	private static String size(JsonObject graph) {
		return Window.find(graph, FILL).getAsJsonObject("size").toString();
	}

	@Test
	void arrangesAllByForgettingThePositions() throws Exception {
		try (Window window = served.window()) {
			Map<String, String> automatic = places(window.open(Served.LINE));
			move(window, FILL, 700, 410);
			window.until("the node at its new place", graph -> Served.isAt(graph, FILL, 700, 410));
			window.act("layout", Map.of("elementIds", List.of()));
			window.until("all arranged", graph -> places(graph).equals(automatic));
			assertEquals("", served.layout());
		}
	}

	@Test
	void arrangesOnlyWhatIsSelected() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			move(window, FILL, 700, 1410);
			window.until("the node at its new place", graph -> Served.isAt(graph, FILL, 700, 1410));
			move(window, "acme.bottling.Juice1.cap", 900, 1500);
			Map<String, String> before = places(window.until("the other at its new place", graph -> Served.isAt(graph, "acme.bottling.Juice1.cap", 900, 1500)));
			window.act("layout", Map.of("elementIds", List.of(FILL, "acme.bottling.Juice1.cap")));
			Map<String, String> after = places(window.until("both arranged", graph -> !Served.isAt(graph, "acme.bottling.Juice1.cap", 900, 1500)));
			for (String id : List.of(FILL, "acme.bottling.Juice1.cap", "acme.bottling.Juice1")) {
				before.remove(id);
				after.remove(id);
			}
			assertEquals(before, after);
		}
	}

	@Test
	void dropsPositionsOfWhatIsGone() throws Exception {
		Files.writeString(folder.resolve("plant.layout.json"),
				"{\"line acme.bottling.Juice1\": {\"acme.bottling.Juice1.former\": {\"x\": 1, \"y\": 2}}, \"line acme.bottling.Former\": {\"a\": {\"x\": 1, \"y\": 2}}}");
		try (Window window = served.window(Served.LINE)) {
			move(window, FILL, 700, 410);
			window.until("the node at its new place", graph -> Served.isAt(graph, FILL, 700, 410));
			assertFalse(served.layout().toLowerCase(java.util.Locale.ROOT).contains("former"), served.layout());
		}
	}

	@Test
	void leavesPositionsAloneThatCannotBeRead() throws Exception {
		Files.writeString(folder.resolve("plant.layout.json"), "<<<<<<< ours");
		try (Window window = served.window()) {
			String reason = "'plant.layout.json' is no list of positions. Correct it, or delete it to have all placed anew.";
			window.open(Served.LINE);
			window.until("the reason", graph -> Window.argument(graph, "readonly").equals(reason));
			move(window, FILL, 700, 410);
			assertEquals(reason, window.next("twin/refused").get("reason").getAsString());
			assertEquals("<<<<<<< ours", served.layout());
			Files.delete(folder.resolve("plant.layout.json"));
			window.until("it can be edited again", graph -> Window.argument(graph, "readonly").isEmpty());
		}
	}

	@Test
	void movesBaysWithWhatStandsInThem() throws Exception {
		try (Window window = served.window("plant.twin#site/acme.bottling.Pohang")) {
			move(window, "acme.bottling.Pohang.A2", 1200, 600);
			JsonObject graph = window.until("the bay at its new place", shown -> Served.isAt(shown, "acme.bottling.Pohang.A2", 1200, 600));
			assertTrue(Served.isAt(graph, "acme.bottling.Juice1.fill", 0, 0), graph::toString);
			assertEquals("""
					{
					  "site acme.bottling.Pohang": {
					    "acme.bottling.Pohang.A2": {"x":1200,"y":600}
					  }
					}
					""", served.layout());
		}
	}
}
