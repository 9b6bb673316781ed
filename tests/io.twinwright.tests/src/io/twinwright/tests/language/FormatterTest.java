package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.dsl.project.Formatting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The layout changes nothing but space, twice is once, and whoever reads it finds what they expect. */
class FormatterTest {
	private static final Language LANGUAGE = new Language();
	private static final int WIDEST = 120;

	/** A file among those that it belongs with. */
	private record Source(ResourceSet set, XtextResource file, String text) {
		static List<Source> of(Map<String, String> texts) {
			ResourceSet set = LANGUAGE.files();
			List<Source> sources = new ArrayList<>();
			texts.forEach((name, text) -> sources.add(new Source(set, LANGUAGE.read(set, name, text), text)));
			return sources;
		}

		void read(String other) {
			LANGUAGE.reread(file, other);
		}

		String shape() {
			return Shape.of(file.getContents().getFirst());
		}

		boolean isReadable() {
			return !file.getParseResult().hasSyntaxErrors();
		}
	}

	@TestFactory
	Stream<DynamicTest> keepsModelAndCommentsOfEveryText() {
		return Texts.all().entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> {
			for (Source source : Source.of(set.getValue())) {
				if (source.isReadable()) {
					keeps(source, source.text());
				}
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> keepsModelAndCommentsWhateverTheSpaceWas() {
		return Texts.all().entrySet().stream().flatMap(set -> Stream.of(WhiteSpace.values()).map(other ->
				dynamicTest(set.getKey() + " " + other, () -> {
					for (Source source : Source.of(set.getValue())) {
						if (source.isReadable()) {
							String shape = source.shape();
							String text = other.of(source.file(), set.getKey().hashCode());
							keeps(source, text);
							source.read(text);
							assertEquals(shape, source.shape(), () -> "The test itself changed the model:\n" + text);
						}
					}
				})));
	}

	private static void keeps(Source source, String text) {
		source.read(text);
		assertTrue(source.isReadable(), () -> "The text has syntax errors:\n" + text);
		String shape = source.shape();
		List<String> comments = WhiteSpace.comments(source.file());
		String once = Formatting.format(source.file());
		source.read(once);
		assertTrue(source.isReadable(), () -> "The layout broke the text:\n" + once);
		assertEquals(shape, source.shape(), "The layout changed the model.");
		assertEquals(comments, WhiteSpace.comments(source.file()), () -> "The layout changed comments:\n" + once);
		assertEquals(once, Formatting.format(source.file()), "The second layout differs from the first.");
		isTidy(once);
	}

	/** One kind of line end, no space before it, no tabs, one line end at the end of the file. */
	private static void isTidy(String text) {
		String plain = text.replace("\r\n", "\n");
		assertTrue(plain.equals(text) || text.split("\r\n", -1).length == plain.split("\n", -1).length,
				() -> "The line ends are mixed:\n" + text);
		assertFalse(plain.contains("\r"), "There is half a line end.");
		assertTrue(plain.endsWith("\n") && !plain.endsWith("\n\n"), () -> "The end of the file is not one line end:\n" + text);
		plain.lines().forEach(line -> {
			assertEquals(line.stripTrailing(), line, "There is space at the end of a line.");
			assertFalse(line.strip().startsWith("\t") || line.matches("\\s*\t.*"), () -> "There is a tab: " + line);
		});
	}

	@TestFactory
	Stream<DynamicTest> takesTheLineEndsOfTheText() {
		return Texts.examples().entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> {
			for (Source source : Source.of(set.getValue())) {
				String lines = Formatting.format(source.file());
				source.read(WhiteSpace.CRLF.of(source.file(), 0));
				assertEquals(lines.replace("\n", "\r\n"), Formatting.format(source.file()));
				source.read(WhiteSpace.TABS.of(source.file(), 0));
				assertEquals(lines.replace("\n", "\r\n"), Formatting.format(source.file()));
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> examplesAreLaidOut() {
		Map<String, Map<String, String>> sets = new LinkedHashMap<>(Texts.examples());
		Checkout.library().forEach((file, text) -> sets.put("twin.std/" + file, Map.of(file, text)));
		return sets.entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> {
			for (Source source : Source.of(set.getValue())) {
				assertEquals(Formatting.format(source.file()), source.text(),
						"Run './twinwright format' on " + source.file().getURI().lastSegment() + ".");
				source.text().lines().forEach(line -> assertTrue(line.length() <= WIDEST, () -> "The line is too long: " + line));
			}
		}));
	}

	@Test
	void leavesBrokenTextsAlone() {
		for (String broken : List.of("namespace  a type  T {", "", "  ", "// only a comment", "type T { }  ", "namespace a \0",
				"namespace a party P { name \"x }")) {
			assertEquals(broken, Formatting.format(LANGUAGE.read(broken)));
		}
	}

	@Test
	void laysOutUnknownNamesToo() {
		assertEquals("namespace a\ntype T extends Nobody { port in x : Nothing }\n",
				Formatting.format(LANGUAGE.read("namespace a type T   extends Nobody{port in x:Nothing}")));
	}

	@Test
	void numbersNamesAndDatesHaveNoSpaceInside() {
		assertEquals("namespace a.b\nsite S location -1.5, 2 from 2027-01-10 18:00 { }\n",
				Formatting.format(LANGUAGE.read("namespace a . b site S location - 1 . 5 , 2 from 2027 - 01 -\n10   18 : 00 { }")));
	}

	private static void formats(String wanted, String text) {
		XtextResource file = LANGUAGE.read(text);
		assertFalse(file.getParseResult().hasSyntaxErrors(), () -> Language.faults(file).toString());
		assertEquals(wanted, Formatting.format(file));
	}

	@Test
	void alignsNeighboursUpToABlankLine() {
		formats("""
				namespace a
				type T {
				  port in  power : Electricity
				  port out done  : Item
				  sensor   load       : [kW] range 0..9
				  actuator speed "그" : [/h] range 0..5
				  insight  used       : [MJ] = energy(load) over 1 [h]

				  insight share : [W.h] = energy(load) / 2 over 1 [h]
				}
				""", """
				namespace a
				type T {
				port in power : Electricity
				port out done:Item
				sensor load : [kW] range 0..9
				actuator speed "그" : [/h] range 0..5
				insight used : [MJ] = energy(load) over 1 [h]


				insight share : [W.h] = energy(load)/2 over 1 [h]
				}""");
	}

	@Test
	void breaksLongHeadersBeforeClauses() {
		String header = "asset FX33 : Filler owner Acme at Gwangyang lease EUR 48.00 per [h] from 2027-01-10 until 2027-03-31";
		formats("namespace a\n" + header + " zone \"Asia/Seoul\"\n    location 34.940, 127.696 {\n  identity { A \"b\" }\n}\n",
				"namespace a " + header + " zone \"Asia/Seoul\" location 34.940, 127.696 { identity { A \"b\" } }");
	}

	@Test
	void breaksLongFormulasAtOperatorsAndCommas() {
		String term = "alpha * beta * gamma";
		String formula = String.join(" + ", List.of(term, term, term, term, term, term, term));
		for (String line : Formatting.format(LANGUAGE.read("namespace a type T { insight x : [1] = f(" + formula + ") }"))
				.split("\n")) {
			assertTrue(line.length() <= WIDEST, line);
		}
	}

	@Test
	void keepsTheLineBreaksOfAnAuthorBeforeClausesOnly() {
		formats("""
				namespace a
				type T {
				  sensor x : [kW] range 0..9
				      alarm high 8 after 5 [s]
				      alarm low 1
				}
				""", """
				namespace a
				type T {
				  sensor
				    x : [kW] range 0
				     ..9
				  alarm high 8 after 5
				     [s]
				                 alarm low 1
				}
				""");
	}

	@Test
	void keepsShortBracesOnTheirLine() {
		formats("""
				namespace a
				party P { name "x" bpn "y" did "z" }
				enum E { a b c = 4 }
				type T { }
				type U { port in x : Item port out y : Item }
				type V {
				  port in  x : Item
				  port out y : Item
				  provides Moving
				}
				""", """
				namespace a
				party P { name "x" bpn "y" did "z" }
				enum E { a b c=4 }
				type T {
				}
				type U {port in x:Item port out y:Item}
				type V {port in x:Item port out y:Item provides Moving}
				""");
	}

	@Test
	void commentsStayWhereTheyAre() {
		formats("""
				// first

				/* second */
				namespace a // behind

				// own line
				type T { // behind the brace
				  // before the first
				  /** documents */
				  sensor x : [kW] // behind the type
				      /* before the clause */ range 0..9 // last clause
				  // after the last
				}

				type U { /* nothing yet */ }
				// at the end
				""", """
				// first

				/* second */ namespace a // behind

				// own line
				type T {// behind the brace
				// before the first
				/** documents */ sensor x : [kW]// behind the type
				/* before the clause */ range 0..9 // last clause
				     // after the last
				}

				type U {/* nothing yet */}
				  // at the end
				""");
	}
}
