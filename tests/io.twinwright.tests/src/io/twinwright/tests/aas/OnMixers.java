package io.twinwright.tests.aas;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that look at the shells of a small plant: a cell of mixers, one of which is a piece of its own. */
abstract class OnMixers {
	private static final String PLANT = """
			namespace n
			type Mixer {
			  sensor flow : [l/min] range 0..60
			  insight mean5 "Mean flow" : [l/min] = mean(flow) over 5 [min]
			}
			type Cell {
			  part mixer 1..2 : Mixer
			  part base : Mixer
			}
			asset M1 : Mixer { identity { globalAssetId "https://n.example/m1" } }
			asset C1 : Cell { refine base uses M1 }
			endpoint plc { url "opc.tcp://joe:pw@plc.example:4840/a" }
			bind M1 to plc "nsu=urn:plc;s=M1"
			bind M1.flow to plc "nsu=urn:plc;s=Raw" as [m3/h] scale 0.1 offset 2
			endpoint broker { url "mqtt://broker.example" topic "site" }
			bind C1.mixer#1 to broker "mixers/1/#"
			""";

	@TempDir
	Path folder;
	Environment environment;

	@BeforeEach
	void map() throws IOException {
		environment = Twins.map(new Twins().parse(folder, PLANT)).environment();
	}

	/** @return a shell by its name */
	Shell shell(String name) {
		return new Shell(environment, name);
	}
}
