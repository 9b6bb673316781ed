package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.generators.Findings;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringDefinitionTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringNameType;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringPreferredNameTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringTextType;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringDefinitionTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringNameType;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringPreferredNameTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringTextType;

/**
 * Texts of the model as texts with a language. The language follows from the script; Latin letters count as English, for
 * the model does not say more.
 */
final class Texts {
	private static final int LONGEST_NAME = 128;
	private static final int LONGEST_PREFERRED_NAME = 255;
	private static final int LONGEST_TEXT = 1023;

	private final Findings findings;

	Texts(Findings findings) {
		this.findings = findings;
	}

	/** @return a name for display, at most 128 characters */
	List<LangStringNameType> name(String text, String element) {
		return of(text, element, LONGEST_NAME, (language, cut) -> new DefaultLangStringNameType.Builder().language(language)
				.text(cut).build());
	}

	/** @return a description or the value of a multi-language property, at most 1023 characters */
	List<LangStringTextType> text(String text, String element) {
		return of(text, element, LONGEST_TEXT, (language, cut) -> new DefaultLangStringTextType.Builder().language(language)
				.text(cut).build());
	}

	/** @return a preferred name, at most 255 characters */
	List<LangStringPreferredNameTypeIec61360> preferredName(String text, String element) {
		return of(text, element, LONGEST_PREFERRED_NAME, (language, cut) ->
				new DefaultLangStringPreferredNameTypeIec61360.Builder().language(language).text(cut).build());
	}

	/** @return a definition, at most 1023 characters */
	List<LangStringDefinitionTypeIec61360> definition(String text, String element) {
		return of(text, element, LONGEST_TEXT, (language, cut) ->
				new DefaultLangStringDefinitionTypeIec61360.Builder().language(language).text(cut).build());
	}

	private <T> List<T> of(String text, String element, int longest, BiFunction<String, String, T> make) {
		String legal = legal(text, element);
		if (legal.length() > longest) {
			findings.add(Rule.TEXT_SHORTENED, element,
					"A text of '%s' has %d characters and has been cut. A shell holds %d of them.".formatted(element,
							legal.length(), longest));
			int end = Character.isHighSurrogate(legal.charAt(longest - 2)) ? longest - 2 : longest - 1;
			legal = legal.substring(0, end) + "…";
		}
		return legal.isEmpty() ? List.of() : List.of(make.apply(language(legal), legal));
	}

	/** @return the text; one that has a character that no shell can hold is a finding */
	String legal(String text, String element) {
		text.codePoints().filter(point -> !isLegal(point)).findFirst().ifPresent(point ->
				findings.add(Rule.CHARACTER_NOT_ALLOWED, element,
						"A text of '%s' has the character U+%04X, which a shell cannot hold. Remove it.".formatted(element,
								point)));
		return text;
	}

	private static boolean isLegal(int point) {
		return point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point <= 0xD7FF
				|| point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
	}

	/** @return the language of a text (BCP 47): that of its first script which belongs to one language, else English */
	static String language(String text) {
		return text.codePoints().mapToObj(UnicodeScript::of).map(Texts::language).filter(tag -> !tag.isEmpty()).findFirst()
				.orElse("en");
	}

	private static String language(UnicodeScript script) {
		return switch (script) {
			case HANGUL -> "ko";
			case HIRAGANA, KATAKANA -> "ja";
			case HAN -> "zh";
			case GREEK -> "el";
			case CYRILLIC -> "und";
			default -> "";
		};
	}
}
