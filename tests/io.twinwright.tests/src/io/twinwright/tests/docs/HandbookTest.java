package io.twinwright.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the handbook say, and that they are pages which need nothing but themselves. */
class HandbookTest {
	private static final int MOST_ERRORS = 20;

	@TempDir
	private Path folder;

	static List<Path> examples() {
		return Checkout.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void parsesWithoutErrors(Path example) throws IOException {
		Map<String, String> pages = pages(example);
		assertTrue(pages.containsKey("index.html"));
		pages.forEach((name, text) -> assertEquals(List.of(), errors(text), name));
	}

	/** The floor beneath the validator of the suite with runtimes: the parser must find what is wrong with a page that is cut or mixed up. */
	@Test
	void aBrokenPageIsNoticed() throws IOException {
		String page = pages(bottling()).get("index.html");
		assertFalse(errors(page.replaceFirst("</table>", "</tables>")).isEmpty());
		assertFalse(errors(page.replaceFirst("<td", "<td a=1 a=2")).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void needsNothingFromElsewhere(Path example) throws IOException {
		pages(example).forEach((name, text) -> {
			Document page = Parser.htmlParser().parseInput(text, "");
			assertEquals("", page.select("script, link, img, iframe, object, [src], [onclick], [onload]").outerHtml(), name);
			assertFalse(page.selectFirst("style").data().matches("(?s).*(url\\(|@import).*"), name);
		});
	}

	@ParameterizedTest
	@MethodSource("examples")
	void everyLinkLeadsSomewhere(Path example) throws IOException {
		Map<String, Document> pages = new TreeMap<>();
		pages(example).forEach((name, text) -> pages.put(name, Parser.htmlParser().parseInput(text, "")));
		List<String> dead = new ArrayList<>();
		int links = 0;
		for (Map.Entry<String, Document> page : pages.entrySet()) {
			Set<String> ids = new HashSet<>();
			page.getValue().select("[id]").forEach(element -> assertTrue(ids.add(element.id()), () -> page.getKey() + " has twice " + element.id()));
			for (Element link : page.getValue().select("a[href]")) {
				links++;
				String[] parts = link.attr("href").split("#", 2);
				Document target = pages.get(parts[0].isEmpty() ? page.getKey() : parts[0]);
				if (target == null || parts.length > 1 && target.getElementById(parts[1]) == null) {
					dead.add(page.getKey() + " -> " + link.attr("href"));
				}
			}
		}
		assertEquals(List.of(), dead);
		assertTrue(links > 0);
	}

	@Test
	void showsDiagramsTablesAndAgreements() throws IOException {
		Map<String, String> pages = pages(bottling());
		assertEquals(Set.of("acme.bottling.CP09.html", "acme.bottling.FX33.html", "acme.bottling.Juice1.html", "index.html"), pages.keySet());
		Document first = Parser.htmlParser().parseInput(pages.get("index.html"), "");
		assertEquals(List.of("Assets", "Sites", "Partners", "Endpoints", "Products", "Recipes", "Orders", "Contracts", "Policies", "Offers"),
				first.select("main > section > h2").eachText());
		assertEquals(List.of("Site diagram of Pohang", "Site diagram of Gwangyang", "Recipe diagram of Juice05Bottle"),
				first.select("figure:has(svg) figcaption").eachText());
		assertTrue(first.select("td").eachText().contains("EUR 105.00 per [h] of run above 500 [h]"));
		assertTrue(first.select("td code").eachText().contains("mean(Juice1.fill.load) over 15 [min]"));
		assertTrue(first.select("dd").eachText().contains("secret 'plc-filler'"));
		Document line = Parser.htmlParser().parseInput(pages.get("acme.bottling.Juice1.html"), "");
		assertEquals(List.of("vibration", "high 6.5 after 5 [s]"), row(line, "#Juice1\\.fill", "Alarms", 0));
		assertEquals(List.of("vibration", "highhigh 11.2", "1", "bearing damage"), row(line, "#Juice1\\.fill", "Alarms", 1).stream().limit(4).toList());
		assertTrue(line.select("td code").eachText().contains("nsu=https://acme.example/ua;s=Filler1.nozzle#n"));
		assertEquals(1, line.select("td:matchesOwn(nozzle#1 … #24)").size());
	}

	private static List<String> row(Document page, String section, String heading, int index) {
		Element title = page.selectFirst(section).selectFirst("h4:containsOwn(" + heading + ")");
		return title.nextElementSibling().select("tbody tr").get(index).select("td").eachText().stream().filter(text -> !text.isEmpty()).toList();
	}

	@Test
	void describesAlikePositionsOnce() throws IOException {
		Path text = Files.writeString(folder.resolve("p.twin"), """
				namespace p
				type Tank { sensor level : [%] range 0..100 every 1 [s] alarm high 90 }
				asset Farm { part tank 1..9 : Tank refine tank#4.level alarm high 80 }
				endpoint plc { url "opc.tcp://localhost:4840" }
				bind Farm to plc "nsu=urn:p;s=Farm"
				""");
		Document page = Parser.htmlParser().parseInput(pages(text).get("p.Farm.html"), "");
		assertEquals(List.of("tank#1 … tank#3", "tank#4", "tank#5 … tank#9"), page.select("#chapter-positions td:first-child").eachText());
		assertEquals(List.of("high 90", "high 80", "high 90"), page.select("h4:containsOwn(Alarms) + div td:nth-child(2)").eachText());
	}

	@Test
	void escapesWhateverIsWritten() throws IOException {
		String evil = "</title></style><script>alert(1)</script> & <b onclick='x()'>";
		Path text = Files.writeString(folder.resolve("p.twin"), """
				/** %s */
				namespace p
				/** %s */
				party P "%s" { name "%s\u0007" }
				/** %s */
				asset A "%s" owner P { sensor s "%s" : [kW] range 0..1 every 1 [s] tag "%s" alarm high 0.5 "%s" }
				""".replace("%s", evil));
		pages(text).forEach((name, page) -> {
			assertEquals(List.of(), errors(page), name);
			Document read = Parser.htmlParser().parseInput(page, "");
			assertEquals(0, read.select("script, b, [onclick]").size(), name);
			assertTrue(read.text().contains(evil), name);
			assertFalse(page.contains("\u0007"), name);
		});
	}

	@Test
	void refusesABrokenListOfPositions() throws IOException {
		Path text = Files.writeString(folder.resolve("p.twin"), "namespace p asset A { part b : C } type C { }");
		Files.writeString(folder.resolve("p.layout.json"), "<<<<<<< ours");
		Command command = Command.run("generate", "--target", "docs", "-o", folder.resolve("out"), text).ends(2);
		assertTrue(command.err().contains("p.layout.json' cannot be read: it is no list of positions"), command::toString);
		assertFalse(Files.exists(folder.resolve("out")));
	}

	private static Path bottling() {
		return Checkout.root().resolve("examples/bottling");
	}

	private Map<String, String> pages(Path input) throws IOException {
		Path output = folder.resolve("pages");
		Command.run("generate", "--target", "docs", "-o", output, input).ends(0);
		Map<String, String> pages = new TreeMap<>();
		try (Stream<Path> files = Files.list(output.resolve("docs"))) {
			for (Path file : files.toList()) {
				pages.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		return pages;
	}

	private static List<String> errors(String page) {
		Parser parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS);
		parser.parseInput(page, "");
		return parser.getErrors().stream().map(ParseError::toString).toList();
	}
}
