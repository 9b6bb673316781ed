package io.twinwright.core.quantity;

import java.util.Map;
import java.util.regex.Pattern;

/** Unit codes as people read them. */
final class Symbols {
	/** Which of several customary systems a symbol is from, where there is a usual one. */
	private static final Pattern SYSTEM = Pattern.compile("_(i|us|av|IT)$");
	/** The library's table for print, used where it adds a letter that ASCII lacks. */
	private static final class Print {
		static final Map<String, String> BY_CODE = Units.atoms().printed();
	}

	private Symbols() {
	}

	static String of(String code) {
		try {
			StringBuilder symbol = new StringBuilder();
			for (Token token : Token.scan(code)) {
				if (token.kind() == Token.Kind.SLASH && symbol.isEmpty()) {
					symbol.append('1');
				}
				symbol.append(switch (token.kind()) {
					case DOT -> "·";
					case ANNOTATION -> code.startsWith("{") || code.startsWith("/{") ? token.text() : '(' + token.text() + ')';
					case SYMBOL -> symbol(token.text()) + Superscript.of(token.exponent());
					case SLASH, OPEN, CLOSE, NUMBER -> token.text();
				});
			}
			return symbol.toString();
		} catch (CodeException e) {
			return code;
		}
	}

	private static String symbol(String code) {
		if (code.equals("10*") || code.equals("10^")) {
			return "10";
		}
		String printed = printed(code);
		if (printed != null) {
			return printed;
		}
		for (String prefix : Units.atoms().prefixes().keySet()) {
			boolean prefixed = code.startsWith(prefix) && Units.atoms().isPlain(code.substring(prefix.length()))
					&& !Units.atoms().isPlain(code);
			if (prefixed) {
				return (prefix.equals("u") ? "µ" : prefix) + symbol(code.substring(prefix.length()));
			}
		}
		if (code.startsWith("[")) {
			String bare = code.substring(1, code.length() - 1);
			return SYSTEM.matcher(bare).replaceFirst("").replace("_i'", "").replace('\'', ' ');
		}
		return code.startsWith("B[") ? code.replace('[', '(').replace(']', ')') : code.replace("[", "").replace("]", "");
	}

	private static String printed(String code) {
		String printed = Print.BY_CODE.get(code);
		boolean helps = printed != null && printed.indexOf('□') < 0 && printed.chars().anyMatch(c -> c > 127);
		return helps ? printed : code.equals("[degR]") ? "°R" : null;
	}
}
