package io.twinwright.core.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a UCUM code.
 *
 * @param kind what it is
 * @param text without exponent and without the braces of an annotation
 * @param exponent as written, empty if there is none
 */
record Token(Kind kind, String text, String exponent) {
	enum Kind {
		DOT, SLASH, OPEN, CLOSE, SYMBOL, NUMBER, ANNOTATION
	}

	/** A symbol and its exponent; digits inside brackets and in {@code 10*} belong to the symbol. */
	private static final Pattern POWER = Pattern.compile("(10[*^]|.*[^0-9+-])([+-]?[0-9]{1,3})?");

	static List<Token> scan(String code) throws CodeException {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < code.length()) {
			switch (code.charAt(at)) {
				case '.' -> tokens.add(new Token(Kind.DOT, ".", ""));
				case '/' -> tokens.add(new Token(Kind.SLASH, "/", ""));
				case '(' -> tokens.add(new Token(Kind.OPEN, "(", ""));
				case ')' -> tokens.add(new Token(Kind.CLOSE, ")", ""));
				case '{' -> {
					tokens.add(annotation(code, at));
					at += tokens.getLast().text().length() + 1;
				}
				default -> {
					int end = end(code, at);
					tokens.add(simple(code.substring(at, end)));
					at = end - 1;
				}
			}
			at++;
		}
		return tokens;
	}

	private static Token annotation(String code, int open) throws CodeException {
		int close = code.indexOf('}', open);
		if (close < 0) {
			throw new CodeException("The annotation in '%s' is not closed. A '}' must end it.".formatted(code));
		}
		String text = code.substring(open + 1, close);
		if (text.isEmpty() || text.indexOf('{') >= 0 || !isPrintable(text)) {
			throw new CodeException("The annotation '{%s}' is not legal. UCUM allows ASCII characters without blanks."
					.formatted(text));
		}
		return new Token(Kind.ANNOTATION, text, "");
	}

	private static int end(String code, int start) throws CodeException {
		boolean bracketed = false;
		int at = start;
		while (at < code.length() && (bracketed || "./(){".indexOf(code.charAt(at)) < 0)) {
			char c = code.charAt(at++);
			if (c == '[' && bracketed || c == ']' && !bracketed) {
				throw new CodeException("The brackets in '%s' do not match.".formatted(code));
			}
			bracketed = bracketed ? c != ']' : c == '[';
		}
		if (bracketed) {
			throw new CodeException("A bracket in '%s' is not closed. A ']' must end it.".formatted(code));
		}
		return at;
	}

	private static Token simple(String text) throws CodeException {
		if (!isPrintable(text)) {
			throw new CodeException("'%s' has a character that no UCUM unit has. UCUM is written in ASCII without blanks."
					.formatted(text));
		}
		if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
			if (text.length() > 18 || text.chars().allMatch(c -> c == '0')) {
				throw new CodeException("'%s' cannot be a factor. A factor is a positive number below 10^18.".formatted(text));
			}
			return new Token(Kind.NUMBER, text, "");
		}
		Matcher power = POWER.matcher(text);
		if (!power.matches()) {
			throw new CodeException(unknown(text));
		}
		return new Token(Kind.SYMBOL, power.group(1), power.group(2) == null ? "" : power.group(2));
	}

	static String unknown(String symbol) {
		return "'%s' is not a UCUM unit.".formatted(symbol);
	}

	private static boolean isPrintable(String text) {
		return text.chars().allMatch(c -> c > ' ' && c < 127);
	}

	/** @return 1 where there is none */
	int power() {
		return exponent.isEmpty() ? 1 : Integer.parseInt(exponent);
	}
}
