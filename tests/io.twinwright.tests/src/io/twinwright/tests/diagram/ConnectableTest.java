package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.diagram.Connections;
import io.twinwright.diagram.Connections.Place;
import io.twinwright.model.Asset;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.tests.language.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which ports may be connected, and why not. */
class ConnectableTest {
	private final Model model = new Language().model("""
			namespace plant
			type Wide { port out gives : Item(width = 40..95 [mm]) port out water : Water port inout side : Data }
			type Narrow { port in takes : Item(width = 30..35 [mm]) port in fits : Item(width = 90..120 [mm]) port inout link : Data }
			asset Row : Line {
			  port in raw : Item
			  part wide : Wide
			  part narrow : Narrow
			}
			""");
	private final Map<String, NamedElement> named = Language.named(model);

	private Place place(String part, String port) {
		return new Place((Part) named.get(part), (Port) named.get(port));
	}

	private String refusal(Place from, Place to) {
		return new Connections().refusal(from, to).map(Refusal::message).orElse("");
	}

	@Test
	void allowsWhatGoesTogether() {
		assertEquals("", refusal(place("wide", "gives"), place("narrow", "fits")));
		assertEquals("", refusal(new Place(null, (Port) named.get("raw")), place("narrow", "takes")));
		assertEquals("", refusal(place("wide", "side"), place("narrow", "link")));
	}

	@Test
	void saysOnWhichDemandPortsCannotAgree() {
		assertEquals("'wide.gives' has width 40..95 [mm], but 'narrow.takes' has 30..35 [mm]. Both ports must allow the same values.",
				refusal(place("wide", "gives"), place("narrow", "takes")));
	}

	@Test
	void saysThatMediaDiffer() {
		assertEquals("'wide.water' carries 'Water' and 'narrow.fits' carries 'Item'. One must be a kind of the other.",
				refusal(place("wide", "water"), place("narrow", "fits")));
	}

	@Test
	void saysThatNothingFlows() {
		assertEquals("Nothing flows from 'narrow.fits', which only takes here. Swap the ends of the connection.",
				refusal(place("narrow", "fits"), place("wide", "gives")));
	}

	@Test
	void leavesTheModelAsItIs() {
		int before = ((Port) named.get("gives")).eCrossReferences().size() + model.getElements().size();
		refusal(place("wide", "gives"), place("narrow", "fits"));
		assertEquals(before, ((Port) named.get("gives")).eCrossReferences().size() + model.getElements().size());
		assertEquals(3, ((Asset) named.get("Row")).getElements().size());
	}
}
