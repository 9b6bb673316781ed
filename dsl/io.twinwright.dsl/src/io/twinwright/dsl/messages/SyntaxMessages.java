package io.twinwright.dsl.messages;

import io.twinwright.core.rules.Rule;
import java.util.Arrays;
import org.antlr.runtime.EarlyExitException;
import org.antlr.runtime.FailedPredicateException;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Says in whole sentences what the parser stumbled over. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
	private static final int LONGEST = 40;
	private static final String NAME_RULE = "ruleName";

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		return new SyntaxErrorMessage(sentence(context), Rule.SYNTAX.code());
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		Exception cause = context.getValueConverterException();
		String said = cause.getMessage() == null ? "" : cause.getMessage();
		return new SyntaxErrorMessage(said.endsWith(".") ? said
				: "This value cannot be used here.", Rule.SYNTAX.code());
	}

	private static String sentence(IParserErrorContext context) {
		RecognitionException problem = context.getRecognitionException();
		String found = found(problem);
		if (isReservedWord(problem)) {
			return "%s is a word of the language and cannot be a name. Write '^%s', or use another name.".formatted(found,
					problem.token.getText());
		}
		String expected = problem == null ? null : expected(problem, context.getTokenNames());
		if (expected != null) {
			return "%s is missing before %s.".formatted(expected, found);
		}
		return switch (problem) {
			case UnwantedTokenException unwanted -> "%s does not belong here. Remove it.".formatted(capital(found));
			case NoViableAltException stuck -> "%s cannot stand here.%s".formatted(capital(found), hint(stuck.token));
			case EarlyExitException early -> "%s cannot stand here.%s".formatted(capital(found), hint(early.token));
			case FailedPredicateException failed -> "%s cannot stand here. It may be given once only.".formatted(capital(found));
			case null, default -> "%s cannot stand here.".formatted(capital(found));
		};
	}

	/** Whether a word was found by the rule for names: were it not reserved, the rule would have taken it. */
	private static boolean isReservedWord(RecognitionException problem) {
		return problem instanceof NoViableAltException && problem.token != null && problem.token.getText() != null
				&& problem.token.getText().chars().allMatch(Character::isLetter) && problem.token.getType() != Token.EOF
				&& problem.getStackTrace().length > 0 && problem.getStackTrace()[0].getMethodName().equals(NAME_RULE);
	}

	private static String expected(RecognitionException problem, String[] names) {
		int type = switch (problem) {
			case UnwantedTokenException unwanted -> -1;
			case MissingTokenException missing -> missing.expecting;
			case MismatchedTokenException mismatched -> mismatched.expecting;
			default -> -1;
		};
		if (names == null || type < 0 || type >= names.length) {
			return null;
		}
		return switch (names[type]) {
			case "RULE_ID" -> "A name";
			case "RULE_STRING" -> "A text in double quotes";
			case "RULE_INT" -> "A whole number";
			case "RULE_UNIT" -> "A unit in brackets";
			case String name when name.startsWith("RULE_") -> null;
			case String name -> name;
		};
	}

	private static String found(RecognitionException problem) {
		Token token = problem == null ? null : problem.token;
		if (token == null || token.getType() == Token.EOF || token.getText() == null) {
			return "the end of the file";
		}
		return "'" + shortened(token.getText()) + "'";
	}

	private static String hint(Token token) {
		if (token == null || token.getText() == null) {
			return " Check that every brace is closed.";
		}
		String text = token.getText();
		if (text.startsWith("\"") || text.startsWith("'")) {
			return " A text begins and ends with a double quote on the same line.";
		}
		if (text.startsWith("[")) {
			return " A unit is one UCUM code in brackets, without a space, after a number or a colon.";
		}
		boolean symbol = Arrays.stream(new String[] { "{", "}", "(", ")" }).anyMatch(text::equals);
		return symbol ? " Check what stands before it, and that every brace is closed." : " Check the spelling of the word before it.";
	}

	private static String capital(String text) {
		return text.startsWith("the ") ? "The " + text.substring(4) : text;
	}

	private static String shortened(String text) {
		String line = text.lines().findFirst().orElse("");
		return visible(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
	}

	/** @return a text in which characters that cannot be seen are named by their code points */
	private static String visible(String text) {
		StringBuilder visible = new StringBuilder();
		text.codePoints().forEach(c -> {
			switch (Character.getType(c)) {
				case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
						Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.append("U+%04X".formatted(c));
				default -> visible.appendCodePoint(c);
			}
		});
		return visible.toString();
	}
}
