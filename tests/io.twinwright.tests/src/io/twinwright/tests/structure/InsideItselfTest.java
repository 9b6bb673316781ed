package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.tests.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What contains itself is an error that somebody may just be typing: the plant has an end all the same. */
class InsideItselfTest {
	private static List<String> paths(String text) {
		TwinModel twin = new TwinModel(List.of(new Language().model("namespace n\n" + text)));
		return twin.roots().stream().flatMap(root -> root.all().stream()).map(Position::path).toList();
	}

	@Test
	void aTypeInsideItselfIsThereOnce() {
		assertEquals(List.of("X", "X.a", "X.b"), paths("type L { part a : L part b : L }\nasset X : L"));
		assertEquals(List.of("X", "X.p", "X.p.q", "X.p.r"), paths("type A { part p : B }\ntype B { part q : A part r : A }\nasset X : A"));
		assertEquals(List.of("X", "X.own", "X.a", "X.a.p"), paths("type T { }\ntype L { part a : M }\ntype M extends L { part p : T }\nasset X : L { part own : T }"));
	}

	@Test
	void aPieceInsideItselfIsThereOnce() {
		assertEquals(List.of("A", "A.p"), paths("type T { }\nasset A : T { part p : T uses A }"));
	}

	@Test
	void whatOnlySharesABaseIsThereWhole() {
		assertEquals(List.of("X", "X.fill", "X.fill.panel", "X.panel"), paths(
				"type Panel { }\nabstract type Machine { part panel : Panel }\ntype Filler extends Machine { }\ntype L extends Machine { part fill : Filler }\nasset X : L"));
		assertEquals(List.of("P", "P.a", "P.a.b", "P.a.b.c"), paths("type Unit { }\nasset P : Unit { part a : Unit { part b : Unit { part c : Unit } } }"));
	}
}
