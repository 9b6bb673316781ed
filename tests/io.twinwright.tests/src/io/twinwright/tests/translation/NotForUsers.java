package io.twinwright.tests.translation;

import java.util.Set;

/** Texts in the sources that look like sentences and that no user of the editor or the workbench reads. */
final class NotForUsers {
	private static final Set<String> FAULTS_OF_THE_PROGRAM = Set.of("The library has no file ", "The connection to the client broke.",
			"The server has been shut down.", "The server has been initialized before.", "The server has not been initialized.",
			"The library cannot be unpacked into ", "A source that was made before cannot be made again.",
			"A sample has a value if and only if it is not bad.", "The definition of ", " is wrong.", "The UCUM library has no unit ",
			"A root is of degree 1 or more, not ", "The denominator is zero.", "Only parts of something are filled.", "The line '",
			"' is none of a catalogue of translations.", "The plant has its certificate.", "A store in memory cannot fail.", "The clause '%s' has nothing behind its words.",
			"The start of the plant was interrupted.", "The server did not shut down.",
			"Every Java runtime has SHA-1, and a parsed certificate its bytes.", "it looks at all files, but says that it does not", "'%s' is no file of the library.", "'%s' belongs to the library and stays as it is.",
			"Only text is understood.", "The message is too large.", "The message is not understood.", "The server ends.",
			"There are %d sessions already. Dispose one.");
	private static final Set<String> NAMES_OF_THREADS_AND_KEYS = Set.of("node clashes", "unbound reads", "twin protocol", "twin reader",
			"unit library", "twin check", "address space", "live link", "Twinwright live link", "Twinwright simulated plant", "PRIVATE KEY-----",
			"diagrams warm-up", "diagrams plant", "diagram live", "diagrams watch", "diagram window", "twinwright ", "twinwright check");
	private static final Set<String> TEXTS_OF_THE_LANGUAGE = Set.of(" security ", " user secret ", "integer ", "within %s..%s", "asset %s : %s", "part %s : %s%s", "port %s %s : %s",
			"step %s needs %s", "step step1", "alarm lowlow", "alarm low", "alarm high", "alarm highhigh", "namespace pasted\n",
			"namespace pasted\nrecipe pasted for pasted {\n", "namespace pasted\ntype pasted {\n", "part x : ", "asset x : ", "port in x : ",
			"step x needs ", "recipe x for ", " sequence ", "connect %s%s (%s)%s", "part %s : %s", "port %s : %s");
	private static final Set<String> IDS_IN_DIAGRAMS = Set.of(" bundle ", "%s bundle %s %s%s", " more before", " more after", " as consumer", " supplies ", " read by others",
			" standby ", " live");
	private static final Set<String> HEADERS = Set.of("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
			+ "font-src 'self'; connect-src 'self' ", "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", "text/plain; charset=utf-8",
			"text/html; charset=utf-8", "text/javascript; charset=utf-8", "text/css; charset=utf-8");
	/** Pages of rules are read in English, as the rules are. */
	private static final Set<String> PAGES = Set.of("\nThe editor offers a quick fix.\n", "Error: generation refuses the model",
			"Warning: legal, but probably not what was meant");
	private static final Set<String> FORMS = Set.of("yyyy-MM-dd HH:mm:ss", "Missing required option", "^Invalid value for option '[^']*': ");
	private static final Set<String> WRITTEN_BY_GENERATORS = Set.of("Imported from ", "Insights of '%s'.", "Insights of '%s' and the signals from which they are computed.",
			"Clause '%s' of a twin model.", " In '%s'%s as '%s'.");

	private NotForUsers() {
	}

	static boolean contains(String text) {
		return IDS_IN_DIAGRAMS.contains(text) || FAULTS_OF_THE_PROGRAM.contains(text) || NAMES_OF_THREADS_AND_KEYS.contains(text) || TEXTS_OF_THE_LANGUAGE.contains(text)
				|| WRITTEN_BY_GENERATORS.contains(text) || HEADERS.contains(text) || PAGES.contains(text) || FORMS.contains(text) || text.contains("${1:");
	}
}
