package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Semantic highlighting, decoded as an editor does it. */
class ColoursTest {
	@TempDir
	Path folder;

	/** A token in the words of the legend. */
	private record Token(Range range, String text, String kind, List<String> modifiers) {
		@Override
		public String toString() {
			return text + " " + kind + (modifiers.isEmpty() ? "" : modifiers);
		}
	}

	@Test
	void coloursNamesByWhatTheyMean() throws IOException {
		try (Editor editor = Sample.open(folder)) {
			List<String> tokens = tokens(editor, Sample.PLANT, Sample.PLANT_TEXT).stream().map(Token::toString).toList();
			for (String wanted : List.of("namespace keyword", "acme namespace", "Acme class[declaration]",
					"\"ACME Filling Systems GmbH\" string", "ISO_1CC type[defaultLibrary]", "Filler type", "FX17 class[declaration]",
					"load property", "0 number", "Line type[defaultLibrary]", "empty property[declaration]", "-> operator",
					"[kW] type[readonly]", "sum function[defaultLibrary]", "url property", "None enumMember")) {
				assertTrue(tokens.contains(wanted), () -> wanted + " is not in " + tokens);
			}
		}
	}

	@Test
	void coloursCommentsOverSeveralLinesAndReadOnlyValues() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked("/* one\r\n two */\r\nnamespace a\r\ntype T {\r\n  property p : [kW] = 1 [kW] // end\r\n}\r\n");
			editor.open("a.twin", text.text());
			List<Token> tokens = tokens(editor, "a.twin", text);
			assertEquals(List.of("/* one comment", " two */ comment"), tokens.subList(0, 2).stream().map(Token::toString).toList());
			assertTrue(tokens.stream().anyMatch(token -> token.toString().equals("p property[declaration, readonly]")));
			assertEquals("// end comment", tokens.getLast().toString());
		}
	}

	@Test
	void coloursAPartOnRequest() throws IOException {
		try (Editor editor = Sample.open(folder)) {
			Range line = new Range(new Position(3, 0), new Position(4, 0));
			List<Token> part = decoded(Editor.get(editor.texts().semanticTokensRange(
					new SemanticTokensRangeParams(editor.document(Sample.PLANT), line))).getData(), Sample.PLANT_TEXT, legend(editor));
			List<Token> same = tokens(editor, Sample.PLANT, Sample.PLANT_TEXT).stream()
					.filter(token -> token.range().getStart().getLine() == 3).toList();
			assertEquals(same, part);
		}
	}

	static List<Path> examples() {
		return Checkout.files(Checkout.root().resolve("examples"));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void coloursEachWordOfAnExampleOnce(Path file) throws IOException {
		try (Editor editor = new Editor(folder)) {
			for (Map.Entry<String, String> other : Checkout.texts(file.getParent()).entrySet()) {
				editor.write(other.getKey(), other.getValue());
			}
			editor.startOnFolder();
			String name = file.getFileName().toString();
			Marked text = new Marked(Checkout.text(file));
			editor.open(name, text.text());
			StringBuilder left = new StringBuilder(text.text());
			Position last = new Position(0, 0);
			for (Token token : tokens(editor, name, text)) {
				Position start = token.range().getStart();
				assertTrue(start.getLine() > last.getLine() || start.getCharacter() >= last.getCharacter(), token::toString);
				last = token.range().getEnd();
				for (int i = text.offset(start); i < text.offset(last); i++) {
					left.setCharAt(i, ' ');
				}
			}
			assertTrue(left.toString().matches("[\\s{}(),.:#*]*"), () -> "No colour for: " + left.toString().replaceAll("\\s+", " "));
		}
	}

	private static List<Token> tokens(Editor editor, String file, Marked text) {
		return decoded(Editor.get(editor.texts().semanticTokensFull(new SemanticTokensParams(editor.document(file)))).getData(), text,
				legend(editor));
	}

	private static SemanticTokensLegend legend(Editor editor) {
		return editor.initialized().getCapabilities().getSemanticTokensProvider().getLegend();
	}

	/** Five numbers for each token, places relative to the token before (LSP 3.17). */
	private static List<Token> decoded(List<Integer> data, Marked text, SemanticTokensLegend legend) {
		List<Token> tokens = new ArrayList<>();
		int line = 0;
		int column = 0;
		for (int i = 0; i < data.size(); i += 5) {
			column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
			line += data.get(i);
			Range range = new Range(new Position(line, column), new Position(line, column + data.get(i + 2)));
			List<String> modifiers = new ArrayList<>();
			for (int bit = 0; bit < legend.getTokenModifiers().size(); bit++) {
				if ((data.get(i + 4) >> bit & 1) == 1) {
					modifiers.add(legend.getTokenModifiers().get(bit));
				}
			}
			tokens.add(new Token(range, text.at(range), legend.getTokenTypes().get(data.get(i + 3)), modifiers));
		}
		return tokens;
	}
}
