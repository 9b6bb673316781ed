package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.DiagramServer.Drawn;
import io.twinwright.diagram.server.FolderTexts;
import io.twinwright.diagram.server.Host;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows that somebody has in itself, as a workbench does. */
class HostTest {
	private static final String CELL = """
			namespace cell

			type Pump { port out feed : Cup }
			type Tank { port in feed : Cup }
			medium Cup extends Item

			asset Cell1 {
			  part pump : Pump
			  part tank : Tank { part valve : Pump }
			  connect pump.feed -> tank.feed
			}
			site Here location 36.0, 129.3 zone "Asia/Seoul" { }
			""";
	private static final String LINE = "cell.twin#line/cell.Cell1";
	private static final long PATIENCE_SECONDS = 60;
	/** By which the windows of these tests are known. */
	private static final String NAME = "one";

	private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
	private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
	private FolderTexts texts;
	private DiagramServer server;
	private Path file;

	/** A title that was told. */
	private record Opened(String uri, String title) {
	}

	/** A file that was handed over. */
	private record Saved(String window, String name, String content) {
	}

	private final class Ears implements Host {
		@Override
		public boolean show(String window, Place place) {
			heard.add(place);
			return window.equals(NAME);
		}

		@Override
		public void opened(String window, String uri, String title) {
			heard.add(new Opened(uri, title));
		}

		@Override
		public void selected(String window, List<Selected> elements) {
			heard.add(elements);
		}

		@Override
		public void save(String window, String name, byte[] content) {
			heard.add(new Saved(window, name, new String(content, StandardCharsets.UTF_8)));
		}
	}

	@BeforeEach
	void start(@TempDir Path folder) throws Exception {
		file = folder.resolve("cell.twin");
		Files.writeString(file, CELL);
		texts = FolderTexts.open(Served.LANGUAGE, folder, faults::add);
		server = DiagramServer.start(texts, Served.LANGUAGE.getInstance(Editing.class), LiveValues.NONE, new Ears(), 0, faults::add);
	}

	@AfterEach
	void close() {
		server.close();
		texts.close();
		assertEquals(List.of(), faults);
	}

	private Window window() throws Exception {
		Window window = new Window(server.page(LINE));
		window.open(LINE);
		assertEquals(new Opened(LINE, "Cell1"), next(Opened.class));
		return window;
	}

	private <T> T next(Class<T> kind) throws InterruptedException {
		while (true) {
			Object next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
			assertTrue(next != null, () -> "Nothing was told of " + kind.getSimpleName());
			if (kind.isInstance(next)) {
				return kind.cast(next);
			}
		}
	}

	private Host.Selected selected() throws InterruptedException {
		return (Host.Selected) next(List.class).getFirst();
	}

	@Test
	void tellsWhatIsSelectedAndWhatCanBeSetOnIt() throws Exception {
		try (Window window = window()) {
			window.act("twin/selected", Map.of("elementIds", List.of("cell.Cell1.tank#name")));
			Host.Selected tank = selected();
			assertEquals("cell.Cell1.tank", tank.id());
			assertEquals("tank", CELL.substring(tank.place().offset(), tank.place().offset() + tank.place().length()));
			assertTrue(tank.properties().stream().anyMatch(property -> property.key().equals("name") && property.text().equals("tank")), tank::toString);
			server.setProperty(NAME, "cell.Cell1.tank", "label", "Big tank");
			Host.Selected changed = selected();
			assertTrue(changed.properties().stream().anyMatch(property -> property.text().equals("Big tank")), changed::toString);
			assertTrue(Files.readString(file).contains("\"Big tank\""));
			window.act("twin/selected", Map.of("elementIds", List.of()));
			assertEquals("cell.Cell1", selected().id());
		}
	}

	@Test
	void hasTheTextShownThere() throws Exception {
		try (Window window = window()) {
			window.act("twin/reveal", Map.of("elementId", "cell.Cell1.pump"));
			Place place = next(Place.class);
			assertEquals(List.of(8, 8), List.of(place.line(), place.column()));
		}
	}

	@Test
	void leadsAWindowToAnElement() throws Exception {
		try (Window window = window()) {
			server.reveal(NAME, LINE, "cell.Cell1.tank");
			var revealed = window.next("twin/revealed");
			assertEquals("cell.Cell1.tank", revealed.get("elementId").getAsString());
			assertEquals(LINE, revealed.get("uri").getAsString());
			server.reveal("another", LINE, "cell.Cell1.tank");
			window.act("twin/selected", Map.of("elementIds", List.of("cell.Cell1.pump")));
			assertEquals("cell.Cell1.pump", selected().id());
		}
	}

	@Test
	void getsFilesInPieces() throws Exception {
		try (Window window = window()) {
			piece(window, base64("<svg>"), false);
			piece(window, base64("</svg>"), true);
			assertEquals(new Saved(NAME, "Cell1.svg", "<svg></svg>"), next(Saved.class));
			piece(window, "no base64", false);
			piece(window, base64("the rest"), true);
			assertEquals("The picture has not arrived whole. Save it again.", window.next("message").get("message").getAsString());
			piece(window, base64("all"), true);
			assertEquals(new Saved(NAME, "Cell1.svg", "all"), next(Saved.class), "Nothing of the one before is left.");
		}
	}

	@Test
	void refusesAFileWithoutEnd() throws Exception {
		try (Window window = window()) {
			String large = base64("x".repeat(600_000));
			for (int sent = 0; sent <= 64 << 20; sent += 600_000) {
				piece(window, large, false);
			}
			assertEquals("The picture is larger than 64 MB. Save it as SVG.", window.next("message").get("message").getAsString());
			piece(window, base64("end"), true);
			piece(window, base64("all"), true);
			assertEquals("all", next(Saved.class).content());
		}
	}

	private static void piece(Window window, String piece, boolean last) throws Exception {
		window.act("twin/save", Map.of("name", "Cell1.svg", "piece", piece, "last", last));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void findsTheDiagramOfAPlaceInTheText() {
		assertEquals(new Drawn(LINE, file, "cell.Cell1.tank"), server.shown(file, 9, 9).orElseThrow(), "A part in the line.");
		assertEquals(new Drawn("cell.twin#line/cell.Cell1.tank", file, ""), server.own(file, 9, 9).map(found -> new Drawn(found.uri(), found.file(), "")).orElseThrow(),
				"Its own inside.");
		assertEquals("cell.twin#site/cell.Here", server.own(file, 12, 7).orElseThrow().uri());
		assertEquals(LINE, server.own(file, 1, 1).orElseThrow().uri(), "The first one, where nothing is around.");
		assertEquals(LINE, server.own(null, 1, 1).orElseThrow().uri());
	}
}
