package io.twinwright.tests.diagram.server;

import static io.twinwright.tests.diagram.server.Window.argument;
import static io.twinwright.tests.diagram.server.Window.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each window is spoken to in the language of its page, also where two of them show the same diagram. */
class LanguageTest {
	private static final String JUICE1 = "acme.bottling.Juice1";
	private static final String NO_UNDO = "There is nothing to undo.";

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

	private Window korean(String uri) throws Exception {
		Window window = new Window(served.page(), "ko-KR");
		window.open(uri);
		return window;
	}

	private static String refused(Window window) throws Exception {
		String reason = window.next("twin/refused").get("reason").getAsString();
		assertEquals(reason, window.next("message").get("message").getAsString());
		return reason;
	}

	@Test
	void refusesInTheLanguageOfTheWindow() throws Exception {
		try (Window korean = korean(Served.LINE); Window english = served.window(Served.LINE); Window german = new Window(served.page(), "de")) {
			german.open(Served.LINE);
			for (Window window : List.of(korean, english, german)) {
				window.act("glspUndo", Map.of());
			}
			assertEquals("실행 취소할 것이 없습니다.", refused(korean));
			assertEquals(NO_UNDO, refused(english));
			assertEquals(NO_UNDO, refused(german));
		}
	}

	@Test
	void saysWhyPortsAreNotConnected() throws Exception {
		try (Window korean = korean(Served.LINE)) {
			JsonObject checked = korean.ask("twin/check", Map.of("requestId", "q", "sourceId", JUICE1 + ".juice", "targetId", JUICE1 + ".rinse.dirty"),
					"twin/checked");
			assertEquals("'juice'의 매체는 'Juice'이고 'rinse.dirty'의 매체는 'Bottle'입니다. 한쪽이 다른 쪽의 하위 종류여야 합니다.",
					checked.get("reason").getAsString());
			assertEquals("q", checked.get("responseId").getAsString());
		}
	}

	@Test
	void explainsPropertiesAndTools() throws Exception {
		try (Window korean = korean(Served.LINE)) {
			JsonObject properties = korean.ask("twin/properties", Map.of("requestId", "p", "elementId", JUICE1 + ".cap"), "twin/setProperties");
			assertEquals("cap", properties.get("title").getAsString());
			for (JsonElement row : properties.getAsJsonArray("rows")) {
				assertTrue(row.getAsJsonObject().get("documentation").getAsString().matches("(?s).*[가-힣].*"), row::toString);
			}
			JsonObject tools = korean.ask("requestContextActions", Map.of("requestId", "t", "contextId", "tool-palette", "editorContext",
					Map.of("selectedElementIds", List.of())), "setContextActions");
			List<String> labels = new ArrayList<>();
			List<String> descriptions = new ArrayList<>();
			for (JsonElement group : tools.getAsJsonArray("actions")) {
				labels.add(group.getAsJsonObject().get("label").getAsString());
				for (JsonElement tool : group.getAsJsonObject().getAsJsonArray("children")) {
					labels.add(tool.getAsJsonObject().get("label").getAsString());
					tool.getAsJsonObject().getAsJsonArray("actions").forEach(action -> descriptions.add(action.toString()));
				}
			}
			assertTrue(labels.containsAll(List.of("선", "연결", "예비", "acme.machines의 유형", "Rotary filler", "유형", "Unit")), labels::toString);
			assertTrue(descriptions.stream().anyMatch(action -> action.matches(".*\"description\":\"[^\"]*[가-힣].*")), descriptions::toString);
		}
	}

	/** Names and what is written in the language of twins are the same in all windows. */
	@Test
	void drawsWordsOfOursInKoreanAndNamesAsTheyAre() throws Exception {
		try (Window korean = korean("business.twin#recipe/acme.bottling.Juice05Bottle"); Window english = served.window(Served.LINE)) {
			served.save(served.text().replace("standby CP09", "standby CP09 standby ???"));
			JsonObject told = korean.until("the fault", graph -> !argument(graph, "readonly").isEmpty());
			assertTrue(argument(told, "readonly").startsWith("'plant.twin'을(를) 읽을 수 없습니다. "), argument(told, "readonly"));
			JsonObject same = english.until("the fault", graph -> !argument(graph, "readonly").isEmpty());
			assertTrue(argument(same, "readonly").startsWith("'plant.twin' cannot be read, line "), argument(same, "readonly"));
			assertEquals("cap", argument(find(same, JUICE1 + ".cap"), "label"));
		}
	}

	@Test
	void turnsAwayInTheLanguageThatABrowserAsksFor() throws Exception {
		URI page = served.page();
		URI wrong = URI.create("http://" + page.getAuthority() + "/?token=wrong");
		for (Map.Entry<String, String> said : Map.of("ko-KR,ko;q=0.9,en;q=0.8", "토큰이 없거나 ", "en-US,ko;q=0.5", "The token is missing ").entrySet()) {
			HttpRequest request = HttpRequest.newBuilder(wrong).header("Accept-Language", said.getKey()).build();
			String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
			assertTrue(answer.startsWith(said.getValue()), answer);
		}
	}
}
