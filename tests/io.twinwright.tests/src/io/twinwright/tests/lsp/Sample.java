package io.twinwright.tests.lsp;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** A small plant in two files, one of which is closed, that the tests ask about. */
final class Sample {
	static final String MACHINES = "machines.twin";
	static final String PLANT = "plant.twin";

	static final Marked MACHINES_TEXT = new Marked("""
			/** What we build. */
			namespace acme.machines
			medium Bottle extends Item
			capability Filling(viscosity : [Pa.s]) extends Dosing
			/** What every machine has. */
			abstract type Machine every 1 [s] {
			  state  mode : PackML
			  sensor load : [kW] range 0..25 node "Energy/Power"
			  insight idleLoss : [kW.h] = energy(load where mode is Idle | Stopped) over 1 [h]
			}
			/**
			 * Fills bottles.
			 * Cleans itself.
			 */
			type Filler "Rotary filler" extends Machine footprint ISO_1CC {
			  port in  bottles : Bottle
			  port out filled  : Bottle
			  service fill : Filling(volume = 0.2..2.0 [l]) rate 12000 [/h]
			  sensor nozzle 1..4 : [l/min] range 0..12
			  actuator speed : [/h] range 0..12000
			  insight flow : [l/min] = sum(each nozzle)
			}
			""");
	static final Marked PLANT_TEXT = new Marked("""
			namespace acme.plant
			import acme.machines.*
			party Acme { name "ACME Filling Systems GmbH" }
			site Pohang { bay A1 footprint ISO_1CC }
			asset FX17 : Filler owner Acme at Pohang {
			  refine load range 0..20
			}
			asset Juice1 : Line at Pohang {
			  port in empty : Bottle
			  port out done : Bottle
			  part fill : Filler in A1 uses FX17
			  connect empty -> fill.bottles
			  connect fill.filled -> done
			  insight power : [kW] = sum(each Machine.load)
			  insight first : [l/min] = fill.nozzle#1
			}
			endpoint plc { url "opc.tcp://localhost:4840/twin" security None mode None }
			bind FX17 to plc "nsu=https://acme.example/ua;s=Filler1"
			""");

	private Sample() {
	}

	/** @return an editor that has the plant open and the machines closed */
	static Editor open(Path folder) throws IOException {
		Editor editor = new Editor(folder);
		editor.write(MACHINES, MACHINES_TEXT.text());
		editor.write(PLANT, PLANT_TEXT.text());
		editor.startOnFolder();
		editor.open(PLANT, PLANT_TEXT.text());
		return editor;
	}

	/** @return the place of the n-th occurrence of some text in the open file */
	static Position in(String part, int number) {
		return PLANT_TEXT.before(part, number);
	}

	static Range range(String part, int number) {
		return PLANT_TEXT.range(part, number);
	}
}
