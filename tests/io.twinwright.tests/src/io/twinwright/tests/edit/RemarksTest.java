package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.AddPart;
import io.twinwright.dsl.ide.edit.Gesture.AddSite;
import io.twinwright.dsl.ide.edit.Gesture.Delete;
import io.twinwright.dsl.ide.edit.Gesture.SetProperty;
import io.twinwright.dsl.ide.edit.Gesture.SetStandby;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in which something stands where one does not expect it: what is said about an element stays with it. */
class RemarksTest {
	private static final String TYPE = "namespace n\ntype T { }\n";
	private static final Gesture PART = new AddPart("n.L", "n.T", null, null);

	private static void becomes(String before, String after, Gesture... gestures) {
		Desk desk = Desk.of(TYPE + before);
		desk.done(gestures);
		assertEquals(TYPE + after, desk.text());
	}

	@Test
	void somethingNewStandsBehindTheRemarksOfWhatIsBeforeIt() {
		becomes("asset L : Line {\n  part a : T /* c */ // d\n}\n", "asset L : Line {\n  part a : T /* c */ // d\n  part t : T\n}\n", PART);
		becomes("asset L : Line {\n  part a : T /* c\n    d */\n}\n", "asset L : Line {\n  part a : T /* c\n    d */\n  part t : T\n}\n", PART);
		becomes("asset L : Line {\n  part a : T /* c */ }\n", "asset L : Line {\n  part a : T /* c */\n  part t : T }\n", PART);
		becomes("asset L : Line { // l\n}\n", "asset L : Line { // l\n  part t : T\n}\n", PART);
		becomes("asset L : Line { /* l */ }", "asset L : Line {\n  /* l */\n  part t : T\n}", PART);
		becomes("asset L : Line // l\n\n// end", "asset L : Line {\n  part t : T\n} // l\n\n// end", PART);
		becomes("asset L : Line // l\r\n{\r\n}", "asset L : Line // l\r\n{\r\n  part t : T\r\n}", PART);
	}

	@Test
	void aDescriptionStaysWithWhatFollowsIt() {
		becomes("asset L : Line {\n  part a : T /** of b */\n  port in b : Item\n}\n", "asset L : Line {\n  part a : T\n  part t : T /** of b */\n  port in b : Item\n}\n", PART);
		becomes("asset L : Line {\n  part a : T /** of b */\n  port in b : Item\n}\n", "asset L : Line {\n  /** of b */\n  port in b : Item\n}\n", new Delete(List.of("n.L.a")));
	}

	@Test
	void declarationsOnOneLineStayThere() {
		becomes("site A /* a */ asset X : Line // x\n", "site A /* a */ asset X : Line // x\nsite Site1\n", new AddSite(null, null));
		Desk desk = Desk.of("namespace n // why\n\n// end\n");
		desk.done(new AddSite(null, null));
		assertEquals("namespace n // why\n\nsite Site1\n\n// end\n", desk.text());
	}

	@Test
	void aClauseGoesWithoutTheRemarksAroundIt() {
		String part = "  part a : T /* t */\n    in B1 // bay\n    uses X // piece\n    standby X, Y\n";
		String rest = "}\nsite S { bay B1 }\nasset X : T\nasset Y : T\n";
		becomes("asset L : Line {\n" + part + rest, "asset L : Line {\n" + part.replace("in B1 ", "") + rest, new SetProperty("n.L.a", "in", null));
		becomes("asset L : Line {\n" + part + rest, "asset L : Line {\n" + part.replace("    standby X, Y\n", "") + rest, new SetStandby("n.L.a", List.of()));
		becomes("asset L : Line {\n" + part + rest, "asset L : Line {\n" + part.replace("uses X ", "").replace("X, Y", "Y") + rest.replace("asset X : T\n", ""),
				new Delete(List.of("n.X")));
	}

	@Test
	void anElementGoesWithItsOwnRemarkOnly() {
		becomes("asset L : Line {\n  part a : T part b : T // both\n}\n", "asset L : Line {\n  part a : T // both\n}\n", new Delete(List.of("n.L.b")));
		becomes("asset L : Line {\n  part a : T /* a */ part b : T /* b */\n}\n", "asset L : Line {\n  /* a */ part b : T /* b */\n}\n", new Delete(List.of("n.L.a")));
		becomes("asset L : Line {\n  part a : T /* a */ // a\n\n  // about b\n  part b : T\n}\n", "asset L : Line {\n  // about b\n  part b : T\n}\n", new Delete(List.of("n.L.a")));
	}

	@Test
	void aDemandMayHaveRemarksWithBrackets() {
		Desk desk = Desk.of("namespace n\nmedium M(width : [mm]) extends Item\ntype T { port in i : M(width = 3 [mm] /* ) */ ) /* ( */ }\n");
		assertEquals("M(width = 3 [mm] /* ) */ )", desk.property("n.T.i", "medium").text());
		desk.done(new SetProperty("n.T.i", "medium", "M"));
		assertTrue(desk.text().endsWith("port in i : M /* ( */ }\n"), desk::text);
	}

	@Test
	void aFileThatSaysNothingIsNoneYet() {
		Desk desk = Desk.of("namespace n\nsite S\n").with("a.twin", "").with("b.twin", " \n");
		desk.done(new AddSite(null, null), new Delete(List.of("n.S")));
		assertEquals("namespace n\nsite Site1\n", desk.text());
		assertEquals("", desk.text("a.twin"));
		assertEquals("No file says anything yet. Begin one with its namespace first.", Desk.of("").refused(new AddSite(null, null)));
	}
}
