package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.dsl.ide.InsertSignals;
import io.twinwright.dsl.ide.SignalTexts;
import io.twinwright.dsl.insert.Server;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

/** Variables of a server that an editor asks to be put into its text. */
class InsertSignalsTest extends OnSample {
	private static final String SPACE = "https://acme.example/ua";
	private static final Server SERVER = new Server("opc.tcp://localhost:4840/twin", "None", "None", false, false);
	private static final ServedVariable OIL = new ServedVariable(new NodeAddress(SPACE, "Filler1.Oil"), "Oil", SPACE, "Oil", List.of(
			new Step(new NodeAddress(SPACE, "Filler1"), "Filler1", SPACE)), Data.REAL, "", Map.of(), "Cel", BigDecimal.ZERO, BigDecimal.valueOf(90),
			Access.READ);

	private InsertSignals.Answer insert(Position place) {
		return Editor.get(editor.server().insertSignals(new InsertSignals(editor.document(Sample.PLANT), place, SERVER, List.of(OIL))));
	}

	@Test
	void becomeSignalsOfTheAssetAroundThePlace() {
		InsertSignals.Answer answer = insert(Sample.in("refine load", 1));
		assertEquals(List.of("Oil"), answer.names());
		assertEquals(List.of(), answer.remarks());
		assertEquals("\n  sensor Oil : [Cel] range 0..90", answer.edits().getFirst().getNewText());
		assertEquals(1, answer.edits().size(), answer::toString);
	}

	@Test
	void haveNoPlaceBetweenDeclarations() {
		InsertSignals.Answer answer = insert(Sample.in("import", 1));
		assertEquals(List.of(), answer.edits());
		assertEquals(List.of("Signals stand in the braces of a type, an asset, a part, a service or a connection. Put the cursor there."),
				answer.remarks());
	}

	@Test
	void areTextToBePasted() {
		assertEquals("sensor Oil : [Cel] range 0..90", Editor.get(editor.server().signalText(new SignalTexts(List.of(OIL)))));
	}
}
