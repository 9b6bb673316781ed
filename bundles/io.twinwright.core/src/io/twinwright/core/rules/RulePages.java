package io.twinwright.core.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The titles and the prose of the rules' pages in a language other than English. Its file has a section for each rule, headed
 * by its code and title, and one for each heading of a page, headed by the English words. The examples are those of the
 * English pages.
 */
final class RulePages {
	private static final Pattern SECTION = Pattern.compile("^# (?<heading>[^\n]+)\n\n(?<text>.+?)\n*(?=^# |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
	private static final Pattern HEADING = Pattern.compile("^## (?<words>.+)$", Pattern.MULTILINE);
	private static final String EXAMPLES = "\n## ";
	private static final Map<String, Optional<RulePages>> BY_LANGUAGE = new ConcurrentHashMap<>();

	private final Map<String, String> titles = new HashMap<>();
	private final Map<String, String> texts = new HashMap<>();

	private RulePages(String file) {
		SECTION.matcher(file).results().forEach(this::add);
	}

	/** @return the translation for a language, empty if there is none; English needs none */
	static Optional<RulePages> of(Locale locale) {
		return BY_LANGUAGE.computeIfAbsent(locale.getLanguage(),
				language -> language.isEmpty() ? Optional.empty() : Rule.resource("pages_" + language + ".md").map(RulePages::new));
	}

	private void add(MatchResult section) {
		String[] heading = section.group("heading").split(" ", 2);
		boolean ofRule = Rule.of(heading[0]).isPresent();
		if (ofRule) {
			titles.put(heading[0], heading[1]);
		}
		texts.put(ofRule ? heading[0] : section.group("heading"), section.group("text"));
	}

	Optional<String> title(Rule rule) {
		return Optional.ofNullable(titles.get(rule.code()));
	}

	/** @return the whole page of a rule, empty if it is not translated */
	Optional<String> page(Rule rule) {
		String english = rule.page();
		int examples = english.indexOf(EXAMPLES);
		String rest = examples < 0 ? "" : HEADING.matcher(english.substring(examples))
				.replaceAll(found -> "## " + texts.getOrDefault(found.group("words"), found.group("words")));
		return title(rule).map(title -> "# %s %s\n\n%s\n%s".formatted(rule.code(), title, texts.get(rule.code()), rest));
	}
}
