package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.inject.Injector;
import io.twinwright.dsl.ide.TwinIdeSetup;
import io.twinwright.dsl.ide.edit.Edited;
import io.twinwright.dsl.ide.edit.Edited.Changed;
import io.twinwright.dsl.ide.edit.Edited.Refused;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;

/** Some texts that are edited. */
final class Desk {
	/** A line with remarks, tables and what is written on one line. */
	static final String LINE = """
			/** A line. */
			namespace plant

			medium Bottle extends Item
			type Rinser footprint ISO_1CC {
			  port in  dirty : Bottle(width = 40..95 [mm])
			  port out clean : Bottle(width = 40..95 [mm])
			}
			type Filler footprint ISO_1CC { port in  bottles : Bottle(width = 40..95 [mm])   port out filled : Bottle(width = 40..95 [mm]) }
			type Capper { port in narrow : Bottle(width = 30..35 [mm]) port out capped : Bottle }
			abstract type Machine { }
			site Pohang {
			  bay A1 footprint ISO_1CC
			  bay A2 footprint ISO_1CC   bay A3 footprint ISO_1CC // the last one
			}
			site Store
			asset FX1 : Filler at Pohang
			asset FX2 : Filler at Pohang lease EUR 48.00 per [h]

			/** What we look at. */
			asset Line1 : Line at Pohang {
			  port in  empty : Bottle
			  port out done  : Bottle
			  part rinse  : Rinser in A1   // first
			  part rinse2 : Rinser covers rinse
			  part fill   : Filler in A2 uses FX1 standby FX2 /* second */

			  connect empty       -> rinse.dirty
			  connect belt : rinse.clean -> fill.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }
			  connect fill.filled -> done // end
			}
			endpoint plc { url "opc.tcp://localhost:4840" }
			bind Line1.rinse to plc "nsu=urn:x;s=Rinser1"
			product Juice
			recipe Make for Juice {
			  step rinse needs Rinsing
			  step fill  needs Dosing after rinse
			}
			""";
	static final String LINE1 = "plant.Line1";

	static final Injector INJECTOR = new TwinIdeSetup().createInjectorAndDoEMFRegistration();

	private final Editing editing = INJECTOR.getInstance(Editing.class);
	private final Map<URI, String> texts = new HashMap<>();

	/** @param text of the only file */
	static Desk of(String text) {
		Desk desk = new Desk();
		desk.texts.put(uri("line.twin"), text);
		return desk;
	}

	static URI uri(String name) {
		return URI.createURI("file:/desk/" + name);
	}

	Desk with(String name, String text) {
		texts.put(uri(name), text);
		return this;
	}

	Map<URI, String> texts() {
		return texts;
	}

	String text(String name) {
		return texts.get(uri(name));
	}

	String text() {
		return text("line.twin");
	}

	Edited edit(Gesture... gestures) {
		return editing.edit(texts, List.of(gestures));
	}

	/** Does some gestures, which must not be refused, and takes over what comes of them, which can be taken back. */
	Changed done(Gesture... gestures) {
		Edited edited = edit(gestures);
		Changed changed = assertInstanceOf(Changed.class, edited, edited::toString);
		for (FileChange change : changed.files()) {
			String before = texts.get(change.file());
			String after = change.apply(before);
			assertEquals(before, change.inverse(before).apply(after));
			texts.put(change.file(), after);
		}
		return changed;
	}

	/** @return why some gestures are refused */
	String refused(Gesture... gestures) {
		return assertInstanceOf(Refused.class, edit(gestures)).sentence();
	}

	String copy(String... ids) {
		return editing.copy(texts, List.of(ids));
	}

	List<Property> properties(String id) {
		return editing.properties(texts, id);
	}

	Property property(String id, String key) {
		return properties(id).stream().filter(property -> property.key().equals(key)).findFirst().orElseThrow();
	}

	String refusal(Gesture.Connect connection) {
		return editing.refusal(texts, connection);
	}
}
