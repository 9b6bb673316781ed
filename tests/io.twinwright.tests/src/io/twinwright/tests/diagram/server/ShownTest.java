package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a window is shown and told. */
class ShownTest {
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

	@ParameterizedTest
	@CsvSource({
			"plant.twin#line/acme.bottling.Juice1, line, acme.bottling.Juice1.fill, node:module",
			"plant.twin#site/acme.bottling.Pohang, site, acme.bottling.Pohang.A1, node:bay",
			"business.twin#recipe/acme.bottling.Juice05Bottle, recipe, acme.bottling.Juice05Bottle.fill, node:step",
			"plant.twin#partners/acme.bottling.FX17, partners, acme.bottling.FX17, node:asset" })
	void opensEachKind(String uri, String kind, String id, String type) throws Exception {
		try (Window window = served.window()) {
			JsonObject graph = window.open(uri);
			assertEquals(kind, Window.argument(graph, "kind"));
			assertEquals("", Window.argument(graph, "readonly"));
			assertEquals(type, Window.find(graph, id).get("type").getAsString());
			assertTrue(Window.find(graph, id).getAsJsonObject("size").get("width").getAsDouble() > 0);
		}
	}

	@Test
	void placesPortsOnTheBordersOfTheirNodesAndLabelsInThem() throws Exception {
		try (Window window = served.window()) {
			JsonObject node = Window.find(window.open(Served.LINE), "acme.bottling.Juice1.fill");
			JsonObject in = Window.find(node, "acme.bottling.Juice1.fill.bottles");
			JsonObject out = Window.find(node, "acme.bottling.Juice1.fill.filled");
			assertEquals("port:in", in.get("type").getAsString());
			assertEquals("[\"medium-item\"]", in.get("cssClasses").toString());
			assertEquals(-6, in.getAsJsonObject("position").get("x").getAsDouble());
			assertEquals(node.getAsJsonObject("size").get("width").getAsDouble() - 6, out.getAsJsonObject("position").get("x").getAsDouble());
			assertEquals("fill", Window.find(node, "acme.bottling.Juice1.fill#name").get("text").getAsString());
		}
	}

	@Test
	void drawsOwnPortsOnTheFrame() throws Exception {
		try (Window window = served.window()) {
			JsonObject graph = window.open(Served.LINE);
			assertEquals("acme.bottling.Juice1.empty", Window.find(graph, "acme.bottling.Juice1.empty -> rinse.dirty").get("sourceId").getAsString());
			JsonObject frame = Window.find(graph, "acme.bottling.Juice1");
			assertEquals("node:frame", frame.get("type").getAsString());
			assertNotNull(Window.find(frame, "acme.bottling.Juice1.empty"));
		}
	}

	@Test
	void expandsPartsInPlace() throws Exception {
		served.save(served.text().replace("part rinse2 : Rinser in A4 covers rinse", "part rinse2 : Rinser in A4 covers rinse { part inner : Capper }"));
		try (Window window = served.window(Served.LINE)) {
			window.until("the inner diagram", graph -> Window.argument(Window.find(graph, "acme.bottling.Juice1.rinse2"), "opens")
					.equals("plant.twin#line/acme.bottling.Juice1.rinse2"));
			window.act("twin/expand", Map.of("elementId", "acme.bottling.Juice1.rinse2", "expanded", true));
			JsonObject graph = window.until("the inner part", shown -> Window.find(shown, "acme.bottling.Juice1.rinse2.inner") != null);
			assertNotNull(Window.find(Window.find(graph, "acme.bottling.Juice1.rinse2"), "acme.bottling.Juice1.rinse2.inner"));
			window.act("twin/expand", Map.of("elementId", "acme.bottling.Juice1.rinse2", "expanded", false));
			window.until("the inner part hidden again", shown -> Window.find(shown, "acme.bottling.Juice1.rinse2.inner") == null);
		}
	}

	@Test
	void opensTheFirstDiagramWhereNoneIsNamed() throws Exception {
		try (Window window = served.window()) {
			assertEquals("acme.bottling.Juice1", Window.argument(window.open(""), "subject"));
			assertEquals("recipe", Window.argument(window.open("business.twin"), "kind"));
		}
	}

	@Test
	void saysTheWayFromTheSiteToTheLine() throws Exception {
		try (Window window = served.window()) {
			assertEquals("[{\"title\":\"Pohang\",\"uri\":\"plant.twin#site/acme.bottling.Pohang\"},{\"title\":\"Juice1\",\"uri\":\"%s\"}]".formatted(Served.LINE),
					Window.argument(window.open(Served.LINE), "crumbs"));
		}
	}

	@Test
	void offersTypesOfTheProjectAndOfTheLibrary() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			JsonObject palette = window.ask("requestContextActions", Map.of("requestId", "p", "contextId", "tool-palette", "editorContext",
					Map.of("selectedElementIds", List.of(), "args", Map.of())), "setContextActions");
			List<String> offered = new ArrayList<>();
			for (JsonElement group : palette.getAsJsonArray("actions")) {
				for (JsonElement item : group.getAsJsonObject().getAsJsonArray("children")) {
					offered.add(group.getAsJsonObject().get("label").getAsString() + ": " + item.getAsJsonObject().get("label").getAsString());
				}
			}
			assertTrue(offered.containsAll(List.of("Types of acme.machines: Rotary filler", "Types of acme.machines: Rinser", "Ports of acme.machines: in Juice",
					"Ports: out Item", "Standby pieces of acme.bottling: FX33", "Lines: Connection", "Lines: Reserve")), offered::toString);
		}
	}

	@Test
	void findsElementsInAllDiagrams() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			String found = window.ask("twin/search", Map.of("requestId", "s", "query", "FILL"), "twin/found").getAsJsonArray("items").toString();
			assertTrue(found.contains("{\"id\":\"acme.bottling.Juice1.fill\",\"label\":\"fill\",\"within\":\"Juice1\",\"uri\":\"%s\"}".formatted(Served.LINE)), found);
			assertTrue(found.contains("business.twin#recipe/acme.bottling.Juice05Bottle"), found);
		}
	}

	@Test
	void listsTheDiagrams() throws Exception {
		try (Window window = served.window()) {
			String listed = window.ask("twin/diagrams", Map.of("requestId", "d"), "twin/setDiagrams").getAsJsonArray("items").toString();
			assertTrue(listed.contains("{\"uri\":\"plant.twin#site/acme.bottling.Gwangyang\",\"title\":\"Gwangyang\",\"kind\":\"site\"}"), listed);
		}
	}

	@Test
	void tellsWhereTheTextOfAnElementIs() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			int line = served.text().substring(0, served.text().indexOf("part fill ")).split("\n", -1).length;
			assertEquals("'acme.bottling.Juice1.fill' is declared in plant.twin, line %d.".formatted(line),
					window.ask("twin/reveal", Map.of("elementId", "acme.bottling.Juice1.fill#name"), "message").get("message").getAsString());
		}
	}

	@Test
	void drawsTheDiagramAsAFile() throws Exception {
		try (Window window = served.window(Served.LINE)) {
			JsonObject file = window.ask("twin/export", Map.of("requestId", "e", "format", "svg"), "twin/exported");
			assertEquals("acme.bottling.Juice1.line.svg", file.get("name").getAsString());
			assertTrue(file.get("content").getAsString().contains("<svg"), file::toString);
		}
	}

	@Test
	void saysWhenThereIsNoSuchDiagram() throws Exception {
		try (Window window = served.window()) {
			assertEquals("There is no line diagram of 'acme.bottling.Gone' in this project. Choose another one.",
					Window.argument(window.open("plant.twin#line/acme.bottling.Gone"), "readonly"));
		}
	}
}
