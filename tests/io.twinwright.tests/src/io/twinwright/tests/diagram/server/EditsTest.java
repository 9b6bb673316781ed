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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done in a window, and the text that comes of it. */
class EditsTest {
	private static final String JUICE1 = "acme.bottling.Juice1";
	private static final String SITE = "plant.twin#site/acme.bottling.Pohang";
	private static final String RECIPE = "business.twin#recipe/acme.bottling.Juice05Bottle";

	@TempDir
	private Path folder;
	private Served served;
	private String before;

	@BeforeEach
	void serve() throws Exception {
		served = Served.bottling(folder);
		before = served.text();
	}

	@AfterEach
	void end() {
		served.close();
	}

	private static boolean has(JsonObject graph, String id) {
		return Window.find(graph, id) != null;
	}

	private static Map<String, ?> module(String type, String container) {
		return Map.of("elementTypeId", "node:module", "containerId", container, "location", Map.of("x", 300, "y", 500), "args", Map.of("type", type));
	}

	private static Map<String, ?> connection(String from, String to) {
		return Map.of("elementTypeId", "edge:flow", "sourceElementId", JUICE1 + "." + from, "targetElementId", JUICE1 + "." + to);
	}

	/** @return the text as it was with another text behind something */
	private String with(String behind, String more) {
		assertTrue(before.contains(behind), behind);
		return before.replace(behind, behind + more);
	}

	/** Undoes a step and asserts that the files are as they were, to the byte. */
	private void takesBack(Window window) throws Exception {
		window.act("glspUndo", Map.of());
		window.act("glspUndo", Map.of());
		assertEquals("There is nothing to undo.", window.next("twin/refused").get("reason").getAsString());
		assertEquals(before, served.text());
		assertEquals("", served.layout());
	}

	@Test
	void addsAModuleWhereItIsDropped() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("createNode", module("acme.machines.Capper", "line " + JUICE1));
			JsonObject graph = window.until("the new module", shown -> has(shown, JUICE1 + ".capper"));
			assertEquals(300, Window.find(graph, JUICE1 + ".capper").getAsJsonObject("position").get("x").getAsDouble());
			assertEquals("[\"" + JUICE1 + ".capper\"]", window.next("elementSelected").getAsJsonArray("selectedElementsIDs").toString());
			assertEquals(with("standby CP09\n", "  part capper : Capper\n"), served.text());
			takesBack(window);
		}
	}

	@Test
	void movesNothingWhenSomethingIsAdded() throws Exception {
		try (Window window = served.window()) {
			JsonObject place = Window.find(window.open(Served.LINE), JUICE1 + ".fill").getAsJsonObject("position");
			window.act("createNode", module("acme.machines.Capper", "line " + JUICE1));
			window.until("the new module", shown -> has(shown, JUICE1 + ".capper"));
			window.act("createEdge", connection("capper.capped", "rinse2.dirty"));
			JsonObject graph = window.until("the connection", shown -> has(shown, JUICE1 + ".capper.capped -> rinse2.dirty"));
			assertEquals(place, Window.find(graph, JUICE1 + ".fill").getAsJsonObject("position"));
		}
	}

	@Test
	void connectsPorts() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("createEdge", connection("rinse2.rinsed", "cap.bottles"));
			window.until("the connection", shown -> has(shown, JUICE1 + ".rinse2.rinsed -> cap.bottles"));
			assertEquals(with("-> done\n", "  connect rinse2.rinsed -> cap.bottles\n").replaceAll(" +", " "), served.text().replaceAll(" +", " "));
			takesBack(window);
		}
	}

	@Test
	void saysWhyPortsCannotBeConnected() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			String checked = window.ask("twin/check", Map.of("requestId", "c", "sourceId", JUICE1 + ".juice", "targetId", JUICE1 + ".cap.bottles"), "twin/checked")
					.get("reason").getAsString();
			assertTrue(checked.contains("'cap.bottles'"), checked);
			window.act("createEdge", connection("juice", "cap.bottles"));
			assertEquals(checked, window.next("twin/refused").get("reason").getAsString());
			JsonObject message = window.next("message");
			assertEquals("WARNING", message.get("severity").getAsString());
			assertEquals(checked, message.get("message").getAsString());
			assertEquals(before, served.text());
			assertEquals("", served.layout());
		}
	}

	@Test
	void tellsWhileDrawingWhereAConnectionMayEnd() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			Map<String, String> wrong = Map.of("requestId", "a", "edgeType", "edge:flow", "sourceElementId", JUICE1 + ".juice", "targetElementId", JUICE1 + ".cap.bottles");
			assertFalse(window.ask("requestCheckEdge", wrong, "checkEdgeResult").get("isValid").getAsBoolean());
			Map<String, String> right = Map.of("requestId", "b", "edgeType", "edge:flow", "sourceElementId", JUICE1 + ".rinse2.rinsed", "targetElementId", JUICE1 + ".cap.bottles");
			assertTrue(window.ask("requestCheckEdge", right, "checkEdgeResult").get("isValid").getAsBoolean());
		}
	}

	@Test
	void letsAConnectionEndElsewhere() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			String edge = JUICE1 + ".empty -> rinse.dirty";
			window.act("reconnectEdge", Map.of("edgeElementId", edge, "sourceElementId", JUICE1 + ".empty", "targetElementId", JUICE1 + ".rinse2.dirty"));
			window.until("the connection at its new end", shown -> has(shown, JUICE1 + ".empty -> rinse2.dirty"));
			assertEquals(before.replace("connect empty -> rinse.dirty", "connect empty -> rinse2.dirty"), served.text());
			takesBack(window);
		}
	}

	@Test
	void renamesEverywhereAndKeepsThePlace() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("changeBounds", Map.of("newBounds", List.of(Map.of("elementId", JUICE1 + ".rinse", "newPosition", Map.of("x", 40, "y", 700)))));
			window.until("the node moved", shown -> Served.isAt(shown, JUICE1 + ".rinse", 40, 700));
			window.act("applyLabelEdit", Map.of("labelId", JUICE1 + ".rinse#name", "text", "wash"));
			JsonObject graph = window.until("the new name", shown -> has(shown, JUICE1 + ".wash"));
			assertTrue(Served.isAt(graph, JUICE1 + ".wash", 40, 700), graph::toString);
			assertTrue(served.text().contains("connect belt : wash.rinsed -> fill.bottles buffer 120"), served.text());
			assertTrue(served.text().contains("bind Juice1.wash to linePlc"), served.text());
			assertFalse(served.layout().contains("Juice1.rinse\""), served.layout());
			window.act("glspUndo", Map.of());
			window.until("the old name at its place", shown -> has(shown, JUICE1 + ".rinse") && Served.isAt(shown, JUICE1 + ".rinse", 40, 700));
			assertEquals(before, served.text());
		}
	}

	@Test
	void refusesANameThatIsNone() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("applyLabelEdit", Map.of("labelId", JUICE1 + ".rinse#name", "text", "two words"));
			assertTrue(window.next("twin/refused").get("reason").getAsString().contains("two words"));
			assertEquals(before, served.text());
		}
	}

	@Test
	void deletesWithWhatDependsOnIt() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("deleteElement", Map.of("elementIds", List.of(JUICE1 + ".empty -> rinse.dirty", JUICE1 + ".rinse2")));
			window.until("the part gone", shown -> !has(shown, JUICE1 + ".rinse2"));
			assertFalse(served.text().contains("rinse2 : Rinser"), served.text());
			assertFalse(served.text().contains("connect empty"), served.text());
			assertFalse(served.layout().contains("rinse2"), served.layout());
			takesBack(window);
			window.act("glspRedo", Map.of());
			window.until("the part gone again", shown -> !has(shown, JUICE1 + ".rinse2"));
		}
	}

	@Test
	void setsProperties() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			String belt = JUICE1 + ".belt";
			JsonObject properties = window.ask("twin/properties", Map.of("requestId", "p", "elementId", belt), "twin/setProperties");
			JsonObject buffer = row(properties, "buffer");
			assertEquals("120", buffer.get("value").getAsString());
			assertTrue(buffer.get("editable").getAsBoolean());
			window.act("twin/setProperty", Map.of("elementId", belt, "property", "buffer", "value", "90"));
			window.until("the new buffer", shown -> Window.argument(Window.find(shown, belt), "label").contains("buffer 90"));
			assertEquals(before.replace("buffer 120", "buffer 90"), served.text());
			takesBack(window);
		}
	}

	private static JsonObject row(JsonObject properties, String id) {
		for (JsonElement row : properties.getAsJsonArray("rows")) {
			if (row.getAsJsonObject().get("id").getAsString().equals(id)) {
				return row.getAsJsonObject();
			}
		}
		throw new AssertionError("no " + id + " in " + properties);
	}

	@Test
	void setsReservesAndStandbys() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("deleteElement", Map.of("elementIds", List.of(JUICE1 + ".rinse2 covers " + JUICE1 + ".rinse")));
			window.until("no reserve", shown -> !has(shown, JUICE1 + ".rinse2 covers " + JUICE1 + ".rinse"));
			window.act("createEdge", Map.of("elementTypeId", "edge:covers", "sourceElementId", JUICE1 + ".rinse2", "targetElementId", JUICE1 + ".rinse"));
			window.until("the reserve", shown -> has(shown, JUICE1 + ".rinse2 covers " + JUICE1 + ".rinse"));
			assertEquals(before, served.text());
			window.act("createNode", Map.of("elementTypeId", "node:standby", "containerId", JUICE1 + ".fill", "args", Map.of("type", "acme.bottling.CP09")));
			assertTrue(window.next("twin/refused").get("reason").getAsString().startsWith("Standby 'CP09' cannot take position 'fill'"));
			String reserve = window.ask("twin/check", Map.of("requestId", "c", "elementTypeId", "edge:covers", "sourceId", JUICE1 + ".cap", "targetId", JUICE1 + ".rinse"),
					"twin/checked").get("reason").getAsString();
			assertFalse(reserve.isEmpty());
			window.act("createEdge", Map.of("elementTypeId", "edge:covers", "sourceElementId", JUICE1 + ".cap", "targetElementId", JUICE1 + ".rinse"));
			assertEquals(reserve, window.next("twin/refused").get("reason").getAsString());
			assertEquals(before, served.text());
		}
	}

	@Test
	void copiesAndPastes() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			Map<String, ?> context = Map.of("selectedElementIds", List.of(JUICE1 + ".cap"), "lastMousePosition", Map.of("x", 20, "y", 900), "args", Map.of());
			JsonObject clipboard = window.ask("requestClipboardData", Map.of("requestId", "c", "editorContext", context), "setClipboardData")
					.getAsJsonObject("clipboardData");
			window.act("paste", Map.of("clipboardData", clipboard, "editorContext", context));
			JsonObject graph = window.until("the copy", shown -> has(shown, JUICE1 + ".cap2"));
			assertTrue(Served.isAt(graph, JUICE1 + ".cap2", 20, 900), graph::toString);
			takesBack(window);
		}
	}

	@Test
	void putsModulesIntoBays() throws Exception {
		try (Window window = served.window(SITE)) {
			window.act("createNode", Map.of("elementTypeId", "node:bay", "containerId", "site acme.bottling.Pohang", "location", Map.of("x", 900, "y", 900),
					"args", Map.of("type", "twin.std.ISO_1CC")));
			JsonObject graph = window.until("the new bay", shown -> added(shown, "node:bay") != null);
			String bay = added(graph, "node:bay");
			assertTrue(Served.isAt(graph, bay, 900, 900), graph::toString);
			window.act("changeContainer", Map.of("elementId", JUICE1 + ".rinse2", "targetContainerId", bay, "location", Map.of("x", 5, "y", 5)));
			window.until("the module in it", shown -> has(Window.find(shown, bay), JUICE1 + ".rinse2"));
			assertTrue(served.text().contains("part rinse2 : Rinser in %s covers rinse".formatted(bay.substring(bay.lastIndexOf('.') + 1))), served.text());
		}
	}

	@Test
	void addsAModuleStraightIntoABay() throws Exception {
		try (Window window = served.window(SITE)) {
			window.act("deleteElement", Map.of("elementIds", List.of(JUICE1 + ".rinse2")));
			window.until("an empty bay", shown -> !has(shown, JUICE1 + ".rinse2"));
			String emptied = served.text();
			window.act("createNode", module("acme.machines.Capper", "acme.bottling.Pohang.A4"));
			window.until("the module in the bay", shown -> has(Window.find(shown, "acme.bottling.Pohang.A4"), JUICE1 + ".capper"));
			assertEquals(emptied.replace("standby CP09\n", "standby CP09\n  part capper : Capper in A4\n"), served.text().replaceAll("capper +:", "capper :"));
			window.act("createNode", module("acme.machines.Capper", "acme.bottling.Pohang.A4"));
			assertTrue(window.next("twin/refused").get("reason").getAsString().contains("Bay 'A4' holds"));
		}
	}

	/** @return the id of the bay that the example does not have */
	private static String added(JsonObject graph, String type) {
		for (JsonElement child : graph.getAsJsonArray("children")) {
			String id = child.getAsJsonObject().get("id").getAsString();
			if (child.getAsJsonObject().get("type").getAsString().equals(type) && !id.matches(".*\\.A[1-4]")) {
				return id;
			}
		}
		return null;
	}

	@Test
	void addsAndOrdersSteps() throws Exception {
		String recipe = "acme.bottling.Juice05Bottle";
		try (Window window = served.window(RECIPE)) {
			String old = Files.readString(folder.resolve("business.twin"));
			window.act("createNode", Map.of("elementTypeId", "node:step", "containerId", "recipe " + recipe, "location", Map.of("x", 10, "y", 600),
					"args", Map.of("type", "twin.std.Capping")));
			window.until("the new step", shown -> has(shown, recipe + ".capping"));
			window.act("createEdge", Map.of("elementTypeId", "edge:sequence", "sourceElementId", recipe + ".cap", "targetElementId", recipe + ".capping"));
			window.until("the order", shown -> has(shown, recipe + ".cap sequence " + recipe + ".capping"));
			assertTrue(Files.readString(folder.resolve("business.twin")).matches("(?s).*step capping needs Capping[^\n]* after cap\n.*"));
			window.act("glspUndo", Map.of());
			window.act("glspUndo", Map.of());
			window.until("both gone", shown -> !has(shown, recipe + ".capping"));
			assertEquals(old, Files.readString(folder.resolve("business.twin")));
			assertFalse(Files.exists(folder.resolve("business.layout.json")));
		}
	}

	@Test
	void doesManyOperationsAsOneStep() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			window.act("compound", Map.of("operationList", List.of(
					Map.of("kind", "deleteElement", "elementIds", List.of(JUICE1 + ".rinse2")),
					Map.of("kind", "applyLabelEdit", "labelId", JUICE1 + ".cap#name", "text", "close"),
					Map.of("kind", "changeBounds", "newBounds", List.of(Map.of("elementId", JUICE1 + ".fill", "newPosition", Map.of("x", 1, "y", 2)))))));
			window.until("all done", shown -> !has(shown, JUICE1 + ".rinse2") && has(shown, JUICE1 + ".close") && Served.isAt(shown, JUICE1 + ".fill", 1, 2));
			takesBack(window);
		}
	}
}
