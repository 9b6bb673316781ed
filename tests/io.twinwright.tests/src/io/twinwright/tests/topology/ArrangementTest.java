package io.twinwright.tests.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.capability.RecipeOrder;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Arrangement;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.tests.language.Language;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;

/** Why parts cannot be arranged as somebody wants to who draws a line. */
class ArrangementTest {
	private final Model model = new Language().model("""
			namespace plant
			type Inner { part deep : Leaf part own : Leaf { part more : Leaf } }
			type Leaf { }
			type Outer { part inner : Inner }
			medium M extends Item
			type Long footprint ISO_1AA { port in i : M port out o : M }
			type Short footprint ISO_1CC mass 30000 [kg] { port in i : M }
			site Yard {
			  bay B1 footprint ISO_1CC
			  bay B2 footprint ISO_1AA
			  bay B3 footprint ISO_1AA floor 1 [t/m2]
			  bay B4 footprint ISO_1CC
			}
			site Hall { bay C1 }
			asset Row : Line at Yard {
			  part long : Long in B2
			  part short : Short in B1
			  part long2 : Long covers long
			  part many 1..2 : Short
			  connect long.o -> short.i
			}
			asset Cell : Line at Yard { part held : Unit uses Inside }
			asset Inside : Unit { part tool : Short }
			asset Nowhere : Line { part tool : Short }
			asset L1 : Long
			asset S1 : Short
			product P
			recipe Make for P { step a step b after a step c after b }
			""");
	private final Arrangement arrangement = new Arrangement(new TwinModel(List.of(model)));

	private <T extends NamedElement> T named(Class<T> kind, String name) {
		return EcoreUtil2.getAllContentsOfType(model, kind).stream().filter(element -> name.equals(element.getName())).findFirst().orElseThrow();
	}

	private String standing(String around, String part, String bay) {
		Part found = named(Part.class, part);
		return arrangement.standing((Structure) named(NamedElement.class, around), part, found, found.getType(), named(Bay.class, bay)).orElse("");
	}

	private String added(String type, String bay) {
		return arrangement.standing(named(Asset.class, "Row"), "new", null, named(Type.class, type), named(Bay.class, bay)).orElse("");
	}

	@Test
	void aTypeMayNotContainItself() {
		String sentence = "Part 'x' makes type 'Inner' contain itself over 'Outer'. Use a type that does not contain 'Inner'.";
		assertEquals(Optional.of(sentence), Arrangement.contained(named(Type.class, "Inner"), "x", named(Type.class, "Outer")));
		assertEquals(Optional.of(sentence), Arrangement.contained(named(Part.class, "own"), "x", named(Type.class, "Outer")));
		assertEquals(Optional.empty(), Arrangement.contained(named(Type.class, "Inner"), "x", named(Type.class, "Leaf")));
		assertEquals(Optional.empty(), Arrangement.contained(named(Asset.class, "Row"), "x", named(Type.class, "Outer")));
	}

	@Test
	void aBayTakesOnePartThatFits() {
		assertEquals("Bay 'B1' holds 'short' already, so 'long' cannot stand there. Choose a free bay.", standing("Row", "long", "B1"));
		assertEquals("", standing("Row", "long", "B2"));
		assertEquals("", standing("Row", "long", "B3"));
		assertEquals("'long' has footprint 'ISO_1AA' (12.192 x 2.438 m) and bay 'B4' has 'ISO_1CC' (6.058 x 2.438 m). Choose a larger bay.",
				standing("Row", "long", "B4"));
		assertEquals("'short' loads the floor with 2031 [kg/m2], but bay 'B3' bears 1000 [kg/m2]. Choose a bay with a stronger floor.",
				standing("Row", "short", "B3"));
		assertEquals("Bay 'B4' holds one part, but 'many' is repeated. Give each number a part and a bay of its own.", standing("Row", "many", "B4"));
	}

	@Test
	void whatIsNewIsOfItsType() {
		assertEquals("", added("Short", "B4"));
		assertEquals("'new' has footprint 'ISO_1AA' (12.192 x 2.438 m) and bay 'B4' has 'ISO_1CC' (6.058 x 2.438 m). Choose a larger bay.", added("Long", "B4"));
		assertEquals("", added("Leaf", "B4"));
	}

	@Test
	void aBayBelongsToTheSiteOfThePlant() {
		assertEquals("Bay 'C1' is at 'Hall', but 'Row' is at 'Yard'. Choose a bay there.", standing("Row", "long", "C1"));
		assertEquals("", standing("Inside", "tool", "B4"));
		assertEquals("'Nowhere' says no site, so that it has no bays. Say first that it is at 'Yard'.", standing("Nowhere", "tool", "B4"));
		assertEquals("'Inner' is a type and stands nowhere. Choose a bay for the parts of an asset.", standing("Inner", "deep", "B4"));
	}

	@Test
	void aReplacementOffersWhatIsNeeded() {
		assertEquals(Optional.empty(), arrangement.standby(named(Part.class, "long"), named(Asset.class, "L1")));
		assertEquals(Optional.of("Standby 'S1' cannot take position 'long': port 'o' is missing. Name a piece that has it."),
				arrangement.standby(named(Part.class, "long"), named(Asset.class, "S1")));
		assertEquals(Optional.empty(), arrangement.cover(named(Part.class, "long2"), named(Part.class, "long")));
		assertEquals(Optional.of("'short' cannot cover 'long': port 'o' is missing. Cover it by a part that has it."),
				arrangement.cover(named(Part.class, "short"), named(Part.class, "long")));
		assertEquals(Optional.of("'long' covers 'long2', which is a reserve itself. Cover the part that runs."),
				arrangement.cover(named(Part.class, "long"), named(Part.class, "long2")));
	}

	@Test
	void stepsComeAfterOthersInNoCircle() {
		assertEquals(Optional.empty(), RecipeOrder.refusal(named(Step.class, "c"), named(Step.class, "a")));
		assertEquals(Optional.of("Step 'a' cannot come after 'c', which comes after it itself. Take the other order away first."),
				RecipeOrder.refusal(named(Step.class, "a"), named(Step.class, "c")));
		assertEquals(Optional.of("Step 'a' cannot come after itself. Choose another step."), RecipeOrder.refusal(named(Step.class, "a"), named(Step.class, "a")));
	}
}
