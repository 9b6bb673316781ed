package io.twinwright.tests.edit;

import static io.twinwright.tests.edit.Desk.LINE;
import static io.twinwright.tests.edit.Desk.LINE1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.AddPart;
import io.twinwright.dsl.ide.edit.Gesture.AddStep;
import io.twinwright.dsl.ide.edit.Gesture.Connect;
import io.twinwright.dsl.ide.edit.Gesture.Precede;
import io.twinwright.dsl.ide.edit.Gesture.Reconnect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections between ports, and the order of steps. */
class JoiningTest {
	private static final String RINSE2 = LINE1 + ".rinse2.clean";
	private static final String FILL = LINE1 + ".fill.bottles";

	private static void changes(String from, String to, String added, Gesture... gestures) {
		Desk desk = Desk.of(LINE);
		assertEquals(added.isEmpty() ? List.of() : List.of(added.split(", ")), desk.done(gestures).added());
		assertEquals(LINE.replace(from, to), desk.text());
	}

	private static void refuses(String sentence, Gesture... gestures) {
		assertEquals(sentence, Desk.of(LINE).refused(gestures));
	}

	@Test
	void aConnectionStandsBehindTheOthers() {
		changes("done // end\n", "done // end\n  connect rinse2.clean -> fill.bottles\n", "plant.Line1.rinse2.clean -> fill.bottles", new Connect(LINE1, RINSE2, FILL, null));
		changes("done // end\n", "done // end\n  connect two : rinse2.clean -> fill.bottles\n", "plant.Line1.two", new Connect(LINE1, FILL, RINSE2, "two"));
		changes("done // end\n", "done // end\n  connect empty       -> rinse2.dirty\n", "plant.Line1.empty -> rinse2.dirty",
				new Connect(LINE1, LINE1 + ".empty", LINE1 + ".rinse2.dirty", null));
	}

	@Test
	void refusesWithTheReasonsOfTheRules() {
		Gesture cap = new AddPart(LINE1, "plant.Capper", "cap", null);
		refuses("'fill.filled' has width 40..95 [mm], but 'cap.narrow' has 30..35 [mm]. Both ports must allow the same values.",
				cap, new Connect(LINE1, LINE1 + ".fill.filled", LINE1 + ".cap.narrow", null));
		refuses("Nothing flows to 'fill.filled', which only gives here. Connect a port that gives with one that takes.",
				new Connect(LINE1, LINE1 + ".rinse.clean", LINE1 + ".fill.filled", null));
		refuses("'rinse.clean' and 'fill.bottles' are connected already. Choose another port.", new Connect(LINE1, LINE1 + ".rinse.clean", FILL, null));
		refuses("'fill.bottles' cannot be connected with itself. Choose another port.", new Connect(LINE1, FILL, FILL, null));
		refuses("'plant.Line1.fill' is no port of 'Line1' or of one of its parts. Choose one of those.", new Connect(LINE1, LINE1 + ".fill", FILL, null));
		Desk desk = Desk.of(LINE);
		assertEquals("", desk.refusal(new Connect(LINE1, RINSE2, FILL, null)));
		assertEquals("Nothing flows to 'fill.filled', which only gives here. Connect a port that gives with one that takes.",
				desk.refusal(new Connect(LINE1, LINE1 + ".rinse.clean", LINE1 + ".fill.filled", null)));
		assertEquals(LINE, desk.text());
	}

	@Test
	void anEndMovesAndAllElseStays() {
		changes("belt : rinse.clean", "belt : rinse2.clean", "plant.Line1.belt", new Reconnect(LINE1, LINE1 + ".belt", true, RINSE2));
		changes("-> rinse.dirty", "-> rinse2.dirty", "plant.Line1.empty -> rinse2.dirty",
				new Reconnect(LINE1, LINE1 + ".empty -> rinse.dirty", false, LINE1 + ".rinse2.dirty"));
		changes("", "", "", new Reconnect(LINE1, LINE1 + ".belt", true, LINE1 + ".rinse.clean"));
		refuses("Nothing flows from 'rinse2.dirty', which only takes here. Connect a port that gives with one that takes.",
				new Reconnect(LINE1, LINE1 + ".belt", true, LINE1 + ".rinse2.dirty"));
		refuses("'fill' is no connection. Choose a connection.", new Reconnect(LINE1, LINE1 + ".fill", true, RINSE2));
	}

	@Test
	void whatIsRepeatedHasNumbersAndKoreanNamesStay() {
		Desk desk = Desk.of("""
				namespace 공장
				medium 병 extends Item
				type 기계 { port in 입구 : 병 port out 출구 : 병 }
				asset 라인 : Line {
				\tpart 세척 1..2 : 기계 // 둘
				\tpart each1 : 기계
				}
				""");
		assertEquals(List.of("공장.라인.세척#2.출구 -> each1.입구"), desk.done(new Connect("공장.라인", "공장.라인.세척#2.출구", "공장.라인.each1.입구", null)).added());
		assertEquals(List.of("공장.라인.기계2"), desk.done(new AddPart("공장.라인", "공장.기계", null, null)).added());
		assertEquals("""
				namespace 공장
				medium 병 extends Item
				type 기계 { port in 입구 : 병 port out 출구 : 병 }
				asset 라인 : Line {
				\tpart 세척 1..2 : 기계 // 둘
				\tpart each1 : 기계
				\tpart 기계2   : 기계
				\tconnect 세척#2.출구 -> each1.입구
				}
				""", desk.text());
	}

	@Test
	void aConnectionOfATypeIsChangedThere() {
		Desk desk = Desk.of("""
				namespace n
				medium M extends Item
				type T { port in i : M port out o : M }
				type L { part a : T part b : T connect a.o -> b.i }
				asset A : L
				""");
		assertEquals("'a.o -> b.i' comes from 'n.L' and is the same wherever that is used. Change it there.",
				desk.refused(new Reconnect("n.A", "n.A.a.o -> b.i", true, "n.A.b.o")));
		assertEquals(List.of("n.A.b.o -> a.i"), desk.done(new Connect("n.A", "n.A.b.o", "n.A.a.i", null)).added());
		assertEquals("asset A : L {\n  connect b.o -> a.i\n}\n", desk.text().substring(desk.text().indexOf("asset")));
	}

	@Test
	void stepsComeAfterOthers() {
		Gesture cap = new AddStep("plant.Make", null, "cap", null);
		changes("after rinse\n", "after rinse, cap\n  step cap\n", "plant.Make.cap", cap, new Precede("plant.Make.cap", "plant.Make.fill"));
		changes("after rinse\n", "after rinse\n  step cap after fill\n", "plant.Make.cap", cap, new Precede("plant.Make.fill", "plant.Make.cap"));
		changes("", "", "", new Precede("plant.Make.rinse", "plant.Make.fill"));
		refuses("Step 'rinse' cannot come after 'fill', which comes after it itself. Take the other order away first.",
				new Precede("plant.Make.fill", "plant.Make.rinse"));
	}
}
