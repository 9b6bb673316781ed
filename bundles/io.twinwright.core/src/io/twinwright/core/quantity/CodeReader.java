package io.twinwright.core.quantity;

import java.util.List;

import io.twinwright.core.quantity.Token.Kind;

/** Reads one UCUM code after UCUM §7 to §12: products and quotients from left to right. */
final class CodeReader {
	/** A product so far. */
	private record Part(Terms terms, Dimension dimension, Ratio factor) {
		static final Part ONE = new Part(Terms.ONE, Dimension.NONE, Ratio.ONE);

		Part times(Part other) {
			return new Part(terms.times(other.terms), dimension.times(other.dimension), factor.times(other.factor));
		}

		Part pow(int n) {
			return new Part(terms.pow(n, 1), dimension.pow(n), factor.pow(n));
		}
	}

	private final String code;
	private final Atoms atoms;
	private final List<Token> tokens;
	private int at;
	/** The last symbol with an offset or a logarithm; it keeps it only if it stands alone. */
	private Atom special;
	private int symbols;

	private CodeReader(String code, Atoms atoms) throws CodeException {
		this.code = code;
		this.atoms = atoms;
		tokens = Token.scan(code);
	}

	/** @throws CodeException if the code is not UCUM or mixes a scale with an offset into a product */
	static Unit read(String code, Atoms atoms) throws CodeException {
		CodeReader reader = new CodeReader(code, atoms);
		Part part = reader.mainTerm();
		Atom special = reader.special;
		boolean alone = reader.symbols == 1 && special != null && part.factor.equals(special.factor())
				&& part.dimension.equals(special.dimension());
		if (special != null && special.isAffine() && !alone) {
			throw new CodeException(("'%s' has an offset, so it cannot be part of a product or quotient. "
					+ "A difference of it is in '%s'.").formatted(special.code(), Unit.difference(special.code())));
		}
		return new Unit(code, part.terms, part.dimension, part.factor, alone ? special.offset() : Ratio.ZERO,
				alone && special.logarithmic());
	}

	private Part mainTerm() throws CodeException {
		if (tokens.isEmpty()) {
			throw new CodeException("The unit is empty. A number without unit is '1'.");
		}
		Part result = next(Kind.SLASH) ? component().pow(-1) : component();
		result = term(result);
		if (at < tokens.size()) {
			throw new CodeException(peek() == Kind.CLOSE
					? "A parenthesis in '%s' is closed but not opened.".formatted(code)
					: "'%s' lacks an operator before '%s'. A '.' multiplies and a '/' divides.".formatted(code, text()));
		}
		return result;
	}

	private Part term(Part first) throws CodeException {
		Part result = first;
		while (peek() == Kind.DOT || peek() == Kind.SLASH) {
			boolean divides = next(Kind.SLASH);
			if (!divides) {
				at++;
			}
			Part right = component();
			result = result.times(divides ? right.pow(-1) : right);
		}
		return result;
	}

	private Part component() throws CodeException {
		if (peek() == null) {
			throw new CodeException("'%s' ends with an operator. A unit must follow it.".formatted(code));
		}
		Token token = tokens.get(at++);
		return switch (token.kind()) {
			case OPEN -> parenthesis();
			case NUMBER -> new Part(Terms.of(Long.parseLong(token.text())), Dimension.NONE,
					Ratio.of(Long.parseLong(token.text())));
			case ANNOTATION -> new Part(Terms.of('{' + token.text() + '}', 1), Dimension.NONE, Ratio.ONE);
			case SYMBOL -> symbol(token);
			case DOT, SLASH, CLOSE -> throw new CodeException(
					"'%s' lacks a unit before '%s'.".formatted(code, token.text()));
		};
	}

	private Part parenthesis() throws CodeException {
		Part result = term(component());
		if (!next(Kind.CLOSE)) {
			throw new CodeException("A parenthesis in '%s' is not closed.".formatted(code));
		}
		return result;
	}

	private Part symbol(Token token) throws CodeException {
		Atom atom = atoms.find(token.text());
		if (atom == null) {
			throw new CodeException(reason(token.text()));
		}
		symbols++;
		if (!atom.offset().isZero() || atom.logarithmic()) {
			special = atom;
		}
		String annotation = peek() == Kind.ANNOTATION ? '{' + tokens.get(at++).text() + '}' : "";
		int n = token.power();
		return new Part(Terms.of(token.text() + annotation, n), atom.dimension().pow(n), atom.factor().pow(n));
	}

	private String reason(String symbol) {
		if (Character.isDigit(symbol.charAt(0))) {
			return "'%s' mixes a number and a unit. A '.' multiplies them.".formatted(symbol);
		}
		if (SpellingTable.isCurrency(symbol)) {
			return "'%s' is a currency, not a unit. An amount of money is written as '%s 1.00'.".formatted(symbol, symbol);
		}
		return atoms.wronglyPrefixed(symbol)
				.map(unit -> "'%s' is not a UCUM unit. '%s' takes no prefix.".formatted(symbol, unit))
				.orElse(Token.unknown(symbol));
	}

	private Kind peek() {
		return at < tokens.size() ? tokens.get(at).kind() : null;
	}

	private String text() {
		return tokens.get(at).text();
	}

	private boolean next(Kind kind) {
		boolean matches = peek() == kind;
		if (matches) {
			at++;
		}
		return matches;
	}
}
