package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.dsl.services.TwinGrammarAccess;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which words of the language are names too. */
class WordsTest {
	private static final Language LANGUAGE = new Language();
	private static final Set<String> RESERVED = Set.of("real", "integer", "boolean", "string", "counter", "timestamp",
			"geopoint", "money", "abstract", "private", "secret", "and", "or", "not", "if", "then", "else", "is", "where", "over",
			"each", "true", "false");

	private static Set<String> words() {
		Set<String> words = new TreeSet<>();
		GrammarUtil.getAllKeywords(LANGUAGE.get(TwinGrammarAccess.class).getGrammar()).stream()
				.filter(word -> Character.isLetter(word.charAt(0))).forEach(words::add);
		return words;
	}

	@TestFactory
	Stream<DynamicTest> keywordsAreNamesWhereNamesStand() {
		return words().stream().filter(word -> !RESERVED.contains(word)).map(word -> dynamicTest(word, () -> {
			String text = """
					namespace %1$s.%1$s
					enum E { %1$s }
					medium %1$s(%1$s : [1]) extends Item
					capability C(%1$s : [1])
					type T%1$s "x" {
					  port in p : twin.std.Item
					  sensor %1$s : [1] range 0..5
					  state s : E
					  service d : C(%1$s = 1..2) { procedure %1$s }
					  insight i : [1] = %1$s + max(%1$s, 1)
					  insight j : boolean = s is %1$s
					  feedback f { when %1$s > 1 notify Q%1$s "x" }
					}
					party Q%1$s { name "x" %1$s "y" }
					type U { part %1$s : T%1$s insight k : [1] = %1$s.%1$s }
					asset A : U { refine %1$s.%1$s every 1 [s] }
					endpoint e { url "opc.tcp://localhost" }
					bind A.%1$s.%1$s to e "nsu=urn:x;s=y"
					product P(%1$s : [1])
					recipe R for P { step %1$s step t after %1$s }
					""".formatted(word);
			assertEquals(List.of(), Language.faults(LANGUAGE.read(text)));
			String shown = Language.faults(LANGUAGE.read("namespace a type " + word + " { sensor x : [1] } asset B : " + word)) + "";
			assertEquals("[]", shown);
		}));
	}

	@TestFactory
	Stream<DynamicTest> reservedWordsAreRefusedAndMayBeEscaped() {
		assertEquals(RESERVED, words().stream().filter(word -> !Language.faults(LANGUAGE.read("namespace a type " + word + " { }"))
				.isEmpty()).collect(Collectors.toSet()));
		return RESERVED.stream().sorted().map(word -> dynamicTest(word, () -> {
			String faults = Language.faults(LANGUAGE.read("namespace a\ntype T { sensor " + word + " : [1] }")).getFirst();
			assertEquals("2: '" + word + "' is a word of the language and cannot be a name. Write '^" + word
					+ "', or use another name.", faults);
			assertEquals(List.of(), Language.faults(LANGUAGE.read(
					"namespace a type T { sensor ^" + word + " : [1] insight i : [1] = ^" + word + " }")));
		}));
	}
}
