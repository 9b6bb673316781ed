package io.twinwright.dsl.ide.rename;

import com.google.inject.Inject;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.dsl.services.TwinGrammarAccess;
import java.io.StringReader;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** What may be a name, and how it is written. */
public final class NewName {
	@Inject
	private IParser parser;
	@Inject
	private TwinGrammarAccess grammar;
	@Inject
	private TwinValueConverters converters;

	/**
	 * @param wanted what the user typed
	 * @return the name, without a caret
	 * @throws RenameRefused if it is none
	 */
	public String checked(String wanted) throws RenameRefused {
		String typed = wanted == null ? "" : wanted.strip();
		String name = typed.startsWith("^") ? typed.substring(1) : typed;
		IParseResult parsed = name.isEmpty() || name.startsWith("^") || !isOneToken(name) ? null
				: parser.parse(grammar.getNameRule(), new StringReader(written(name)));
		if (parsed == null || parsed.hasSyntaxErrors()) {
			throw new RenameRefused("'%s' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores."
					.formatted(typed));
		}
		return name;
	}

	/** Space and comments around a name are read without complaint; what has dots is more than one name. */
	private static boolean isOneToken(String name) {
		return name.codePoints().noneMatch(Character::isWhitespace) && !name.contains("/") && !name.contains(".");
	}

	/** @return the name as it must stand in a text: a word of the language that cannot be a name gets a caret */
	public String written(String name) {
		return converters.name().toString(name);
	}
}
