package io.twinwright.tests.translation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.translation.Translation;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.translation.Catalogues.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the product says in English it says in Korean, with the same names and numbers. */
class SentencesTest {
	private static final List<String> SPEAKING = List.of("dsl/io.twinwright.dsl/src", "dsl/io.twinwright.dsl.ide/src",
			"bundles/io.twinwright.core/src", "bundles/io.twinwright.opcua/src/io/twinwright/opcua/live",
			"bundles/io.twinwright.opcua/src/io/twinwright/opcua/plant", "bundles/io.twinwright.opcua/src/io/twinwright/opcua/security",
			"bundles/io.twinwright.opcua/src/io/twinwright/opcua/behaviour", "bundles/io.twinwright.opcua/src/io/twinwright/opcua/record", "bundles/io.twinwright.opcua/src/io/twinwright/opcua/swap",
			"bundles/io.twinwright.generators/src",
			"bundles/io.twinwright.diagram/src", "bundles/io.twinwright.diagram.server/src", "bundles/io.twinwright.cli/src", "bundles/io.twinwright.sirius/src",
			"bundles/io.twinwright.importers/src");
	/** Generators write much that is no sentence to their user; what they find names something. */
	private static final Pattern FOUND = Pattern.compile("[^.]*'%s'.*\\.");
	/** Whoever measures the program reads English. */
	private static final String BENCH = "/cli/bench/";
	private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[.\\d]*([sdXf])");
	private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}[,:;.]? ['(]?[A-Za-z%']|^ ?[a-z]{2,} $|^ [a-z]+$|^ [a-z]+ '");
	private static final Pattern HANGUL = Pattern.compile("[가-힣]");

	/** A comment on something that the library declares, not on a file. */
	private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*((?:(?!\\*/)(?s:.))*+)\\*/(?!\\s*namespace)");
	/** Two words in English, outside of code. */
	private static final Pattern LEFT_OVER = Pattern.compile("(?<![`\\w])[a-z]{2,} [a-z]{2,}");

	private final List<Entry> entries = Catalogues.of("ko");
	private final Translation korean = Translation.to("ko");

	@Test
	void eachSentenceIsTranslated() {
		Set<String> known = entries.stream().map(Entry::english).collect(Collectors.toSet());
		List<String> missing = new ArrayList<>();
		for (Sources.Text text : Sources.of(SPEAKING)) {
			if (speaks(text) && !NotForUsers.contains(text.text())) {
				Pattern form = form(text.text().strip());
				if (known.stream().noneMatch(english -> form.matcher(english).find()) && !isNamed(text.text())) {
					missing.add(text.place() + " " + text.text());
				}
			}
		}
		assertTrue(missing.isEmpty(), () -> "These have no Korean form:\n" + String.join("\n", missing));
	}

	private static boolean speaks(Sources.Text text) {
		return !text.place().startsWith("Rule.java") && !text.file().contains(BENCH) && WORDS.matcher(text.text()).find()
				&& (!text.file().contains("generators") || !text.file().contains("check") && FOUND.matcher(text.text()).matches());
	}

	/** @return whether it is a word with a name, such as {@code contract '%s'}, of which the word is translated */
	private boolean isNamed(String text) {
		return text.matches("\\w+ '[^']*'") && HANGUL.matcher(korean.phrase(text)).find();
	}

	/** @return what a form makes, as far as it stands in one piece */
	private static Pattern form(String english) {
		return Pattern.compile(Stream.of(PLACE.matcher(english.replace("{at}", "%s")).replaceAll("%s").split("%s", -1)).map(Pattern::quote)
				.collect(Collectors.joining(".*")));
	}

	@Test
	void eachDescriptionOfTheLibraryIsTranslated() {
		List<String> missing = new ArrayList<>();
		Checkout.library().forEach((file, text) -> DESCRIPTION.matcher(text).results().forEach(found -> {
			String description = found.group(1).lines().map(line -> line.strip().replaceFirst("^\\* ?", "")).collect(Collectors.joining("\n")).strip();
			for (String block : description.split("\n\n")) {
				Stream<String> said = block.startsWith("- ") ? block.lines() : Stream.of(block);
				said.filter(english -> !HANGUL.matcher(korean.of(english)).find() || LEFT_OVER.matcher(korean.of(english)).find())
						.forEach(english -> missing.add(file + ": " + english + " -> " + korean.of(english)));
			}
		}));
		assertTrue(missing.isEmpty(), () -> "These have no Korean form:\n" + String.join("\n", missing));
	}

	/** So that nothing stays in the catalogues that nobody says any more. */
	@Test
	void eachFormHasWordsThatAreSaid() {
		Set<String> said = new HashSet<>();
		Sources.of(SPEAKING).forEach(text -> said.addAll(words(text.text())));
		Checkout.library().values().forEach(text -> said.addAll(words(text)));
		// the quality of an insight is shown by its name
		Stream.of(Quality.values()).forEach(quality -> said.add(quality.name().charAt(0) + quality.name().substring(1).toLowerCase(Locale.ROOT)));
		assertAll(entries.stream().filter(entry -> !entry.file().equals("words.po")).map(entry -> () -> {
			Set<String> silent = words(entry.english());
			silent.removeAll(said);
			assertEquals(Set.of(), silent, () -> entry.file() + ": " + entry.english());
		}));
	}

	private static Set<String> words(String text) {
		return Pattern.compile("[A-Za-z]{2,}").matcher(PLACE.matcher(text).replaceAll(" ")).results().map(MatchResult::group)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void eachFormIsThereOnce() {
		Set<String> seen = new HashSet<>();
		assertAll(entries.stream().map(entry -> () -> assertTrue(seen.add((entry.context().equals("label") ? "label " : "") + entry.english()), entry.file() + ": " + entry.english())));
	}

	@Test
	void argumentsAreTheSame() {
		assertAll(entries.stream().map(entry -> () -> assertEquals(places(entry.english()), places(entry.translated()),
				() -> entry.file() + ": " + entry.english())));
	}

	private static Set<Integer> places(String form) {
		Set<Integer> places = new TreeSet<>();
		Matcher place = PLACE.matcher(form);
		int next = 1;
		while (place.find()) {
			places.add(place.group(1) == null ? next++ : Integer.parseInt(place.group(1)));
		}
		return places;
	}

	/** Each form, filled in, is translated with all that it was filled with. */
	@Test
	void formsAreFoundAgain() {
		assertAll(entries.stream().map(entry -> () -> {
			List<String> filled = new ArrayList<>();
			String english = PLACE.matcher(entry.english()).replaceAll(place -> {
				boolean number = "df".contains(place.group(2));
				filled.add(number ? Integer.toString(7000 + filled.size()) : "x" + filled.size() + "x");
				return filled.getLast();
			}).replace("%%", "%");
			String translated = switch (entry.context()) {
				case "part" -> korean.phrase(english);
				case "label" -> korean.label(english).orElseThrow();
				default -> korean.of(english);
			};
			assertTrue(filled.stream().allMatch(translated::contains), () -> english + " -> " + translated);
			assertTrue(HANGUL.matcher(translated).find() || !HANGUL.matcher(entry.translated()).find(), () -> english + " -> " + translated);
		}));
	}

	@Test
	void otherLanguagesAreEnglish() {
		String sentence = "Import 'a.*' is not used. Remove it.";
		for (String tag : new String[] { null, "", "en", "en-US", "de", "kok" }) {
			assertEquals(sentence, Translation.to(tag).of(sentence));
		}
		for (String tag : List.of("ko", "ko-KR", "ko_KR")) {
			assertEquals("가져온 'a.*'을(를) 쓰지 않습니다. 지우십시오.", Translation.to(tag).of(sentence));
		}
	}

	@Test
	void namesStayAsTheyAre() {
		assertEquals("이름 'a name'이(가) 이 파일에도 선언되어 있습니다. 둘 가운데 하나의 이름을 바꾸십시오.",
				korean.of("Name 'a name' is declared in this file too. Give one of them another name."));
		assertEquals("This is no sentence of ours and stays.", korean.of("This is no sentence of ours and stays."));
		assertEquals("time", korean.of("time"));
	}

	/** A name of the user's may be a word that is translated elsewhere. */
	@Test
	void namesThatAreWordsStay() {
		assertEquals("'a.b'의 매개변수 'pressure'은(는) 6..10 [bar]인데 'c.d'에서는 400 [kPa] 이하입니다. 두 포트가 같은 값을 허용해야 합니다.",
				korean.of("'a.b' has pressure 6..10 [bar], but 'c.d' has at most 400 [kPa]. Both ports must allow the same values."));
		assertEquals("이름 'time'이(가) 두 번 선언되었습니다. 둘 가운데 하나의 이름을 바꾸십시오.",
				korean.of("Name 'time' is declared twice. Give one of them another name."));
	}

	@Test
	void particlesFollowTheWord() {
		assertEquals("'+'이(가) 조건과 텍스트를 결합합니다. 수이어야 합니다.", korean.of("'+' joins a condition and a text. It takes numbers."));
		assertEquals("인사이트 'a'은(는) 질량으로 선언되었지만 값은 조건입니다. 둘 가운데 하나를 고치십시오.".replace("질량", "[kg] 단위의 질량"),
				korean.of("Insight 'a' is declared as mass in [kg], but its value is a condition. Correct one of them."));
		assertEquals("인사이트 'a'은(는) 장비로 선언되었지만 값은 텍스트입니다. 둘 가운데 하나를 고치십시오.",
				korean.of("Insight 'a' is declared as a piece of equipment, but its value is a text. Correct one of them."));
	}
}
