package io.twinwright.tests.sirius;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the Acceleo query language that the viewpoint uses: variables, features, services and literals. Whatever else stands in
 * an expression is refused, since nothing here would check it.
 */
sealed interface Aql {
	record Variable(String name) implements Aql {
	}

	record Literal(Object value) implements Aql {
	}

	record Feature(Aql receiver, String name) implements Aql {
	}

	record Call(Aql receiver, String service, List<Aql> arguments) implements Aql {
	}

	String PREFIX = "aql:";

	/** @throws IllegalArgumentException if the expression is not of this part of the language */
	static Aql parse(String expression) {
		if (!expression.startsWith(PREFIX)) {
			throw new IllegalArgumentException("'%s' does not begin with '%s'".formatted(expression, PREFIX));
		}
		Reader reader = new Reader(expression.substring(PREFIX.length()));
		Aql parsed = reader.expression();
		if (!reader.rest.isEmpty()) {
			throw new IllegalArgumentException("'%s' is not understood from '%s' on".formatted(expression, reader.rest));
		}
		return parsed;
	}

	final class Reader {
		private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
		private static final Pattern TEXT = Pattern.compile("'([^'\\\\]*)'");
		private static final Pattern NUMBER = Pattern.compile("\\d+");

		private String rest;

		Reader(String text) {
			this.rest = text;
		}

		Aql expression() {
			Aql read = primary();
			while (takes(".")) {
				String name = name();
				read = takes("(") ? new Call(read, name, arguments()) : new Feature(read, name);
			}
			return read;
		}

		private List<Aql> arguments() {
			List<Aql> arguments = new ArrayList<>();
			if (!takes(")")) {
				do {
					arguments.add(expression());
				} while (takes(", "));
				require(")");
			}
			return arguments;
		}

		private Aql primary() {
			Matcher text = TEXT.matcher(rest);
			if (text.lookingAt()) {
				rest = rest.substring(text.end());
				return new Literal(text.group(1));
			}
			Matcher number = NUMBER.matcher(rest);
			if (number.lookingAt()) {
				rest = rest.substring(number.end());
				return new Literal(Integer.valueOf(number.group()));
			}
			String name = name();
			return name.equals("true") || name.equals("false") ? new Literal(Boolean.valueOf(name)) : new Variable(name);
		}

		private String name() {
			Matcher name = NAME.matcher(rest);
			if (!name.lookingAt()) {
				throw new IllegalArgumentException("A name is missing at '%s'".formatted(rest));
			}
			rest = rest.substring(name.end());
			return name.group();
		}

		private boolean takes(String token) {
			boolean starts = rest.startsWith(token);
			rest = starts ? rest.substring(token.length()) : rest;
			return starts;
		}

		private void require(String token) {
			if (!takes(token)) {
				throw new IllegalArgumentException("'%s' is missing at '%s'".formatted(token, rest));
			}
		}
	}
}
