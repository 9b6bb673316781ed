package io.twinwright.dsl.ide.colour;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.xtext.ide.server.Document;

/** Which kinds of tokens there are, and how they are sent (LSP 3.17, semantic tokens). */
public final class TokenLegend {
	/** The kinds and modifiers, in the order of {@link Kind} and {@link Modifier}. */
	public static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
			List.of(Kind.values()).stream().map(kind -> kind.word).toList(),
			List.of(Modifier.values()).stream().map(modifier -> modifier.word).toList());

	/** What a token is. */
	public enum Kind {
		NAMESPACE(SemanticTokenTypes.Namespace), TYPE(SemanticTokenTypes.Type), CLASS(SemanticTokenTypes.Class),
		PROPERTY(SemanticTokenTypes.Property), ENUM_MEMBER(SemanticTokenTypes.EnumMember),
		FUNCTION(SemanticTokenTypes.Function), PARAMETER(SemanticTokenTypes.Parameter), NUMBER(SemanticTokenTypes.Number),
		STRING(SemanticTokenTypes.String), KEYWORD(SemanticTokenTypes.Keyword), COMMENT(SemanticTokenTypes.Comment),
		OPERATOR(SemanticTokenTypes.Operator);

		private final String word;

		Kind(String word) {
			this.word = word;
		}
	}

	/** What is special about a token. */
	public enum Modifier {
		DECLARATION(SemanticTokenModifiers.Declaration), READONLY(SemanticTokenModifiers.Readonly),
		DEPRECATED(SemanticTokenModifiers.Deprecated), DEFAULT_LIBRARY(SemanticTokenModifiers.DefaultLibrary);

		private final String word;

		Modifier(String word) {
			this.word = word;
		}

		int bit() {
			return 1 << ordinal();
		}
	}

	/**
	 * A token.
	 *
	 * @param modifiers bits of {@link Modifier}s
	 */
	public record Token(int offset, int length, Kind kind, int modifiers) {
	}

	private TokenLegend() {
	}

	/**
	 * @param tokens in the order of the text; one over several lines becomes several
	 * @param part outside of which tokens are left out, null for all
	 */
	public static List<Integer> encoded(List<Token> tokens, Document document, Range part) {
		List<Integer> data = new ArrayList<>(5 * tokens.size());
		String text = document.getContents();
		int start = part == null ? 0 : document.getOffSet(part.getStart());
		int end = part == null ? text.length() : document.getOffSet(part.getEnd());
		int[] last = { 0, 0 };
		for (Token token : tokens) {
			int at = token.offset();
			int stop = Math.min(at + token.length(), text.length());
			while (at < stop && at < end) {
				int lineEnd = text.indexOf('\n', at);
				int until = lineEnd < 0 || lineEnd > stop ? stop : lineEnd;
				if (until > start) {
					add(data, document.getPosition(at), visible(text, at, until), token, last);
				}
				at = until + 1;
			}
		}
		return data;
	}

	private static int visible(String text, int from, int to) {
		return (to > from && text.charAt(to - 1) == '\r' ? to - 1 : to) - from;
	}

	private static void add(List<Integer> data, Position place, int length, Token token, int[] last) {
		if (length <= 0) {
			return;
		}
		data.add(place.getLine() - last[0]);
		data.add(place.getLine() == last[0] ? place.getCharacter() - last[1] : place.getCharacter());
		data.add(length);
		data.add(token.kind().ordinal());
		data.add(token.modifiers());
		last[0] = place.getLine();
		last[1] = place.getCharacter();
	}
}
