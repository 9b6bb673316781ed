package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.ide.edit.Gesture.AddAsset;
import io.twinwright.dsl.ide.edit.Gesture.AddPart;
import io.twinwright.dsl.ide.edit.Gesture.AddPort;
import io.twinwright.dsl.ide.edit.Gesture.Delete;
import io.twinwright.dsl.ide.edit.Gesture.Paste;
import io.twinwright.dsl.ide.edit.Gesture.Rename;
import io.twinwright.dsl.ide.edit.Gesture.SetProperty;
import io.twinwright.dsl.ide.edit.Gesture.SetStandby;
import io.twinwright.model.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elements that come from other braces, and names that mean something else in other namespaces. */
class ElsewhereTest {
	/** A type with a part whose type has a part. */
	private static final String NESTED = """
			namespace n
			type T { }
			type M { part b : T }
			type L { part a : M }
			asset T1 : T
			asset M1 : M { part inner : T }
			asset A : L { }
			""";

	private static void becomes(Desk desk, String asset) {
		assertEquals(NESTED.replace("asset A : L { }\n", asset), desk.text());
	}

	@Test
	void whatADeepPartSaysOfItsPiecesIsRefinedWhereItIsShown() {
		Desk desk = Desk.of(NESTED);
		desk.done(new SetStandby("n.A.a.b", List.of("n.T1")));
		becomes(desk, "asset A : L {\n  refine a.b standby T1\n}\n");
		assertEquals("T1", desk.property("n.A.a.b", "standby").text());
		assertEquals("", desk.property("n.L.a.b", "standby").text());
		desk.done(new SetProperty("n.A.a.b", "uses", "T1"), new Delete(List.of("n.A.a.b standby n.T1")));
		becomes(desk, "asset A : L {\n  refine a.b uses T1\n}\n");
		desk.done(new SetProperty("n.A.a.b", "uses", null));
		becomes(desk, "asset A : L {\n}\n");
	}

	@Test
	void whatIsSaidFurtherInHoldsAndIsTakenAwayThere() {
		Desk desk = Desk.of(NESTED.replace("type L { part a : M }", "type L { part a : M { refine b uses T1 } }"));
		assertEquals("T1", desk.property("n.A.a.b", "uses").text());
		assertEquals("'uses' of 'b' is said in 'n.L.a'. Take it away there.", desk.refused(new SetProperty("n.A.a.b", "uses", null)));
		desk.done(new SetProperty("n.L.a.b", "uses", null));
		assertEquals(NESTED.replace("type L { part a : M }", "type L { part a : M { } }"), desk.text());
	}

	@Test
	void thePieceThatARefinementNamesHasItsMembers() {
		Desk desk = Desk.of(NESTED.replace("A : L { }", "A : L { refine a uses M1 }"));
		assertEquals("'inner' comes from 'n.M1' and is the same wherever that is used. Change it there.", desk.property("n.A.a.inner", "label").readOnly());
		assertTrue(desk.properties("n.L.a.inner").isEmpty());
	}

	@Test
	void nothingIsAddedToWhatComesFromATypeOrPiece() {
		Desk desk = Desk.of(NESTED);
		String sentence = "'a' comes from 'n.L' and is the same wherever that is used. Change it there.";
		assertEquals(sentence, desk.refused(new AddPart("n.A.a", "n.T", null, null)));
		assertEquals(sentence, desk.refused(new AddPort("n.A.a", Direction.IN, "twin.std.Item", null)));
		assertEquals(sentence, desk.refused(new Paste("n.A.a", "part x : T")));
		desk.done(new AddPart("n.L.a", "n.T", null, null));
		assertEquals(NESTED.replace("part a : M }", "part a : M {\n  part t : T\n} }"), desk.text());
	}

	@Test
	void oneOfSeveralIsNotDeletedAlone() {
		Desk desk = Desk.of("namespace n\ntype T { }\nasset A : Line { part a 1..3 : T }\n");
		assertEquals("'a#2' is one of several. Delete 'a', or change how often it is repeated.", desk.refused(new Delete(List.of("n.A.a#2"))));
	}

	@Test
	void piecesAreNamedAsTheFileWithTheTextSeesThem() {
		Desk desk = Desk.of("namespace a\ntype T { }\ntype L { part p : T }\nasset X : T\n").with("b.twin", "namespace b\nimport a.L\nasset A : L\n");
		assertEquals(List.of("a.X"), desk.property("b.A.p", "standby").choices());
		desk.done(new SetStandby("b.A.p", List.of("a.X", "a.X")));
		assertEquals("namespace b\nimport a.L\nasset A : L {\n  refine p standby a.X\n}\n", desk.text("b.twin"));
	}

	@Test
	void piecesOfOneNameInTwoNamespacesAreToldApart() {
		Desk desk = Desk.of("namespace a\nimport b.T\nasset A : Line { part p : T standby b.X, X }\nasset X : T\n").with("b.twin", "namespace b\ntype T { }\nasset X : T\n");
		desk.done(new Delete(List.of("a.A.p standby b.X")));
		assertEquals("namespace a\nimport b.T\nasset A : Line { part p : T standby X }\nasset X : T\n", desk.text());
		desk.done(new Rename("a.A.p standby a.X", "Y"));
		assertEquals("namespace a\nimport b.T\nasset A : Line { part p : T standby Y }\nasset Y : T\n", desk.text());
	}

	@Test
	void aNewNameHidesNoneThatIsUsed() {
		String other = "namespace b\ntype Pump { sensor load : [kW] }\nasset Pump1 : Pump\n";
		Desk desk = Desk.of("namespace a\nimport b.*\nasset L : Line { part p : Pump uses Pump1 }\n").with("b.twin", other);
		assertEquals(List.of("a.Pump2"), desk.done(new AddAsset("a.L", "b.Pump", null, null)).added());
		assertEquals("'a' has a 'Pump1' already. Choose another name.", desk.refused(new AddAsset("a.L", "b.Pump", "Pump1", null)));
		Desk free = Desk.of("namespace a\nimport b.*\nasset L : Line\n").with("b.twin", other);
		assertEquals(List.of("a.Pump1"), free.done(new AddAsset("a.L", "b.Pump", null, null)).added());
		Desk inherited = Desk.of("namespace n\ntype T { sensor load : [kW] }\nasset t : T\ntype L { }\nasset A : L { insight sum : [kW] = t.load }\n");
		assertEquals(List.of("n.L.t2"), inherited.done(new AddPart("n.L", "n.T", null, null)).added());
	}

	@Test
	void nothingIsDeletedOrRenamedWhileSomethingCannotBeRead() {
		Desk desk = Desk.of(NESTED).with("broken.twin", "namespace m\nimport n.*\nasset Z : : L { part k : T uses T1 }\n");
		String sentence = "The text of 'broken.twin' has syntax errors. Correct them first.";
		assertEquals(sentence, desk.refused(new Delete(List.of("n.T1"))));
		assertEquals(sentence, desk.refused(new Rename("n.T1", "T2")));
		assertFalse(desk.done(new AddPart("n.L", "n.T", null, null)).files().isEmpty());
	}

	@Test
	void whatIsInACopyIsNotCopiedTwice() {
		Desk desk = Desk.of("namespace n\ntype T { }\nasset A : Line {\n  part a : T { part b : T }\n}\n");
		assertEquals("part a : T { part b : T }", desk.copy("n.A.a.b", "n.A.a"));
	}

	@Test
	void aConnectionWithoutANameStaysSo() {
		Desk desk = Desk.of(Desk.LINE);
		assertEquals(List.of(), desk.done(new SetProperty("plant.Line1.fill.filled -> done", "name", " ")).files());
		assertEquals("'1 [l] Water' cannot stand behind 'consumes 0' of 'fill'. Write it as in a text.",
				desk.refused(new SetProperty("plant.Make.fill", "consumes 0", "1 [l] Water")));
	}
}
