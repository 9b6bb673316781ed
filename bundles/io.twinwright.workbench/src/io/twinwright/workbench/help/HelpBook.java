package io.twinwright.workbench.help;

import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.library.Library;
import io.twinwright.generators.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.FrameworkUtil;

/** All pages of the help in one language. They are made from what the product has already: nothing is written twice. */
final class HelpBook {
	/** The page to begin with. */
	static final String START = "start";
	private static final Pattern HEADING = Pattern.compile("(?m)^(?=## )");
	private static final Pattern WORDS = Pattern.compile("\\s+");
	/** The groups of the rules by the first digit of their codes. */
	private static final Map<Character, String> GROUPS = Map.of('0', Messages.groupFiles, '1', Messages.groupNames, '2', Messages.groupQuantities,
			'3', Messages.groupTopology, '4', Messages.groupCapabilities, '5', Messages.groupBehaviour, '6', Messages.groupLive,
			'7', Messages.groupBusiness, '9', Messages.groupGenerators);

	private final List<Topic> chapters;
	private final Map<String, Topic> byId;

	/**
	 * Reads files: not for the thread of the user interface.
	 *
	 * @param commands the page of the commands
	 */
	HelpBook(Locale locale, Topic commands) {
		chapters = List.of(start(locale), language(), library(), rules(locale), commands, targets());
		byId = chapters.stream().flatMap(Topic::all).collect(Collectors.toMap(Topic::id, Function.identity()));
	}

	List<Topic> chapters() {
		return chapters;
	}

	Optional<Topic> topic(String id) {
		return Optional.ofNullable(byId.get(id));
	}

	/** @return the pages that have all words, those first that have them in their titles */
	List<Topic> search(String words) {
		List<String> wanted = Arrays.stream(WORDS.split(words.toLowerCase(Locale.ROOT).strip())).toList();
		return chapters.stream().flatMap(Topic::all).filter(topic -> topic.rank(wanted) > 0)
				.sorted(Comparator.comparingInt(topic -> -topic.rank(wanted))).toList();
	}

	private static Topic start(Locale locale) {
		String file = "help/start.md";
		String text = read(HelpBook.class, "nl/" + locale.getLanguage() + "/" + file).or(() -> read(HelpBook.class, file)).orElseThrow();
		return Topic.page(START, title(text), text);
	}

	/** One page for each heading of the language reference. */
	private static Topic language() {
		String[] parts = HEADING.split(read(Library.class, "language.md").orElseThrow());
		List<Topic> pages = Stream.of(parts).skip(1).map(part -> Topic.page("language/" + id(title(part)), title(part), noted(part.substring(1), Messages.languageNote)))
				.toList();
		return Topic.chapter("language", Messages.language, noted(parts[0].substring(parts[0].indexOf('\n')), Messages.languageNote).strip(), pages);
	}

	private static Topic library() {
		List<Topic> files = Library.FILES.stream().map(file -> {
			try (InputStream text = Library.open(file)) {
				return Topic.page("library/" + file, file, noted("# %s\n\n```twin\n%s```\n".formatted(file,
						new String(text.readAllBytes(), StandardCharsets.UTF_8)), Messages.libraryNote));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}).toList();
		return Topic.chapter("library", Messages.library, (Messages.libraryHelp + " " + Messages.libraryNote).strip(), files);
	}

	/** @return a page with a note below its heading, such as on its language; an empty one is none */
	private static String noted(String page, String note) {
		return note.isEmpty() ? page : page.replaceFirst("\n\n", "\n\n*" + note + "*\n\n");
	}

	private static Topic rules(Locale locale) {
		Map<Character, List<Rule>> groups = Arrays.stream(Rule.values())
				.collect(Collectors.groupingBy(rule -> rule.code().charAt(2), TreeMap::new, Collectors.toList()));
		return Topic.chapter("rules", Messages.rules, Messages.rulesHelp, groups.entrySet().stream().map(group -> Topic.chapter("rules/" + group.getKey(),
				GROUPS.get(group.getKey()), "", group.getValue().stream().map(rule -> rule(rule, locale)).toList())).toList());
	}

	private static Topic rule(Rule rule, Locale locale) {
		String severity = switch (rule.severity()) {
			case ERROR -> Messages.error;
			case WARNING -> Messages.warning;
			case INFO -> Messages.info;
		};
		String kind = severity + (rule.fixable() ? " · " + Messages.fixable : "");
		return Topic.page(rule.code(), rule.code() + " " + rule.title(locale), noted(rule.page(locale), kind));
	}

	private static Topic targets() {
		String rows = Targets.all().stream().map(target -> "| `" + target.id() + "` | " + target.description() + " |\n").collect(Collectors.joining());
		return Topic.page("targets", Messages.targets, NLS.bind(Messages.targetsHelp, Messages.targets) + "\n\n| " + Messages.target + " | "
				+ Messages.output + " |\n| --- | --- |\n" + rows);
	}

	/** @return the first heading of a page, without marks */
	private static String title(String page) {
		return page.lines().filter(line -> line.startsWith("#")).findFirst().orElseThrow().replaceFirst("^#+ ", "");
	}

	private static String id(String title) {
		return title.toLowerCase(Locale.ROOT).replace(' ', '-');
	}

	/** @return the text of a file in the bundle of a class */
	private static Optional<String> read(Class<?> in, String file) {
		URL entry = FrameworkUtil.getBundle(in).getEntry(file);
		if (entry == null) {
			return Optional.empty();
		}
		try (InputStream text = entry.openStream()) {
			return Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
