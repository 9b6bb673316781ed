package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A diagram together with an editor of the text and with other windows. */
class TogetherTest {
	private static final String RINSE2 = "acme.bottling.Juice1.rinse2";

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

	private static boolean isReadOnly(JsonObject graph) {
		return !Window.argument(graph, "readonly").isEmpty();
	}

	private static Map<String, ?> moved(String id, int x) {
		return Map.of("newBounds", List.of(Map.of("elementId", id, "newPosition", Map.of("x", x, "y", 5))));
	}

	private static boolean isAt(JsonObject graph, int x) {
		return Window.find(graph, RINSE2).getAsJsonObject("position").get("x").getAsDouble() == x;
	}

	@Test
	void showsWhatAnEditorSaves() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			served.save(served.text().replace("  part rinse2 : Rinser in A4 covers rinse\n", "  part label : Rinser\n"));
			JsonObject graph = window.until("the new part", shown -> Window.find(shown, "acme.bottling.Juice1.label") != null);
			assertNull(Window.find(graph, RINSE2));
		}
	}

	@Test
	void keepsTheLastDrawingWhileTheTextIsBroken() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			String text = served.text();
			served.save(text.replace("  part fill   : Filler", "  part fill   : : Filler"));
			JsonObject graph = window.until("the reason", TogetherTest::isReadOnly);
			assertNotNull(Window.find(graph, "acme.bottling.Juice1.fill"));
			assertTrue(Window.argument(graph, "readonly").startsWith("'plant.twin' cannot be read, line "), graph::toString);
			assertEquals("editable", window.next("setEditMode").get("editMode").getAsString());
			assertEquals("readonly", window.next("setEditMode").get("editMode").getAsString());
			window.act("changeBounds", moved(RINSE2, 5));
			assertEquals(Window.argument(graph, "readonly"), window.next("twin/refused").get("reason").getAsString());
			assertEquals("", served.layout());
			try (Window late = served.window()) {
				assertNotNull(Window.find(late.open(Served.LINE), "acme.bottling.Juice1.fill"));
			}
			served.save(text);
			window.until("it can be edited again", shown -> !isReadOnly(shown));
			assertEquals("editable", window.next("setEditMode").get("editMode").getAsString());
			window.act("changeBounds", moved(RINSE2, 5));
			window.until("the node moved", shown -> isAt(shown, 5));
		}
	}

	@Test
	void showsTheEditsOfOtherWindowsAndTakesThemBack() throws Exception {
		try (Window one = served.window(Served.LINE); Window other = served.window(Served.LINE)) {
			one.act("changeBounds", moved(RINSE2, 17));
			one.until("the node moved", shown -> isAt(shown, 17));
			other.until("the node moved by the first window", shown -> isAt(shown, 17));
			other.act("glspUndo", Map.of());
			one.until("the move taken back", shown -> !isAt(shown, 17));
			assertEquals("", served.layout());
		}
	}

	@Test
	void doesNotTakeBackWhatOthersChanged() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("changeBounds", moved(RINSE2, 17));
			window.until("the node moved", shown -> isAt(shown, 17));
			Files.writeString(folder.resolve("plant.layout.json"), served.layout().replace("\"x\":17", "\"x\":18"));
			window.until("the node where an editor put it", shown -> isAt(shown, 18));
			window.act("glspUndo", Map.of());
			assertEquals("There is nothing to undo.", window.next("twin/refused").get("reason").getAsString());
		}
	}

	@Test
	void survivesAWindowThatVanishes() throws Exception {
		try (Window other = served.window(Served.LINE)) {
			for (int i = 1; i <= 5; i++) {
				Window window = served.window(Served.LINE);
				for (int step = 0; step < 10; step++) {
					window.act("changeBounds", moved(RINSE2, 100 * i + step));
				}
				window.vanish();
			}
			other.act("changeBounds", moved("acme.bottling.Juice1.fill", 9));
			other.until("the node moved by who stayed", shown -> Window.find(shown, "acme.bottling.Juice1.fill").getAsJsonObject("position").get("x").getAsDouble() == 9);
		}
	}

	@Test
	void servesWhoComesBack() throws Exception {
		Window gone = served.window(Served.LINE);
		gone.act("changeBounds", moved(RINSE2, 17));
		gone.until("the node moved", shown -> isAt(shown, 17));
		gone.vanish();
		try (Window back = served.window()) {
			assertTrue(isAt(back.open(Served.LINE), 17));
			back.act("glspUndo", Map.of());
			back.until("the move taken back", shown -> !isAt(shown, 17));
		}
	}
}
