package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters that are shown while arguments are written. */
class SignaturesTest {
	@TempDir
	Path folder;

	@Test
	void showsTheParametersOfACapability() throws IOException {
		SignatureHelp help = help("type X { provides Filling(volume = 1 [l], visc¦");
		assertEquals("Filling(viscosity : [Pa.s], volume : [l])", help.getSignatures().getFirst().getLabel().replaceAll(", (?!v).*\\)", ")"));
		assertEquals(2, help.getSignatures().getFirst().getParameters().size());
	}

	@Test
	void marksTheParameterThatIsNamed() throws IOException {
		SignatureHelp help = help("type X { provides Filling(volume = ¦");
		var parameter = help.getSignatures().getFirst().getParameters().get(help.getActiveParameter()).getLabel().getRight();
		String label = help.getSignatures().getFirst().getLabel();
		assertTrue(label.substring(parameter.getFirst(), parameter.getSecond()).startsWith("volume"), label);
	}

	@Test
	void showsFunctionsInFormulas() throws IOException {
		SignatureHelp help = help("type X extends Filler { insight i : [1] = anomaly(flow, ¦");
		assertTrue(help.getSignatures().getFirst().getLabel().startsWith("anomaly("));
		assertEquals(1, help.getActiveParameter());
		assertTrue(help.getSignatures().getFirst().getDocumentation().getRight().getValue().length() > 10);
	}

	@Test
	void showsNothingOutsideOfParentheses() throws IOException {
		assertNull(help("type X { provides Filling(volume = 1 [l]) ¦"));
		assertNull(help("type X { sensor (¦"));
	}

	private SignatureHelp help(String text) throws IOException {
		try (Editor editor = Sample.open(folder)) {
			Marked.Cursor cursor = Marked.cursor("namespace acme.plant\nimport acme.machines.*\n" + text);
			editor.open("new.twin", cursor.text().text());
			return Editor.get(editor.texts().signatureHelp(new SignatureHelpParams(editor.document("new.twin"), cursor.place())));
		}
	}
}
