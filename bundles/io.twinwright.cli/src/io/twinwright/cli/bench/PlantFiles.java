package io.twinwright.cli.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated plant as a project has it: a file with types, and a file for each hall with its site, a controller, lines of
 * nine machines, orders and bindings. Each asset, machine or line, declares ten signals in its own braces; machines have two
 * more from their type. The project has no findings.
 */
final class PlantFiles {
	private static final int MACHINES = 9;
	private static final int LINES = 25;
	private static final String[] KINDS = { "Press", "Drill", "Washer" };

	private static final String TYPES = """
			/** What all halls have in common. */
			namespace bench.machines

			party Maker { name "Maker of Machines" }
			product Housing(thickness : [mm] = 2 [mm] range 1..5)
			recipe HousingRecipe for Housing quantity 1 {
			  step form  needs Forming(force = 200 [kN]) lasts 2 [s]
			  step drill needs Drilling(diameter = 8 [mm]) after form lasts 3 [s] yield 99.5 [%]
			  step wash  needs Cleaning after drill lasts 5 [s]
			}
			abstract type Machine extends WorkCell mass 2400 [kg] setup 30 [min] every 1 [s] {
			  identity { ManufacturerName "Maker of Machines" }
			  port in  power    : Electricity(voltage = 400 [V]) capacity 20 [kW]
			  port in  infeed   : Workpiece
			  port out outfeed  : Workpiece
			  state    mode     : PackML every 100 [ms] node "Status/StateCurrent"
			  sensor   load     : [kW] range 0..90 node "Energy/Power"
			}
			type Press extends Machine { provides Forming(force = 50..800 [kN]) rate 1200 [/h] }
			type Drill extends Machine { provides Drilling(diameter = 2..20 [mm]) rate 1200 [/h] }
			type Washer extends Machine { provides Cleaning rate 1200 [/h] }
			""";

	private static final String HALL = """
			namespace bench.hall%1$d
			import bench.machines.*
			site Hall%1$d location 36.019, 129.343 zone "Asia/Seoul" {
			  port out grid : Electricity(voltage = 400 [V]) capacity 90000 [kW]
			  shift early 06:00..14:00 on Mon..Fri
			}
			endpoint plc%1$d { url "opc.tcp://plc%1$d.example:4840" sampling 100 [ms] security Basic256Sha256 mode SignAndEncrypt user secret "plc%1$d" }
			""";

	private static final String MACHINE = """
			/** Machine %3$d of line %2$d. */
			asset M%2$d_%3$d "Machine %3$d" : %4$s owner Maker at Hall%1$d {
			  identity { SerialNumber "M-%1$d-%2$d-%3$d" YearOfConstruction "2024" }
			  refine load alarm high 80 after 5 [s]
			  sensor    count    : counter every 1 [s] node "Admin/ProdProcessedCount"
			  sensor    pressure : [bar] range 0..250 every 100 [ms] deadband 0.5 alarm high 220 alarm highhigh 240 priority 1 "overload"
			  sensor    oil      : [Cel] range 0..120 every 1 [s] alarm high 70
			  sensor    shaking  : [mm/s] range 0..40 every 100 [ms] tag "VT-%3$d"
			  state     batch    : string
			  actuator  speed    : [/min] range 0..40
			  parameter dwell    : [s] = 2.5 [s] range 0..10
			  insight   used     : [kW.h] = energy(load where mode is Execute) over 1 [h]
			  insight   specific : [W.h] = energy(load) / increase(count) over 15 [min]
			  insight   work     : [kW] = pressure * 0.2 [m3/h] + load
			}
			bind M%2$d_%3$d to plc%1$d "nsu=https://plant.example/hall%1$d;s=M%2$d_%3$d"
			""";

	private static final String LINE_SIGNALS = """
			  sensor    output   : counter every 1 [s]
			  sensor    scrap    : counter every 1 [s]
			  sensor    air      : [bar] range 0..10 every 1 [s] alarm low 5
			  sensor    hall     : [Cel] range -10..50 every 1 [min]
			  state     product  : string
			  actuator  takt     : [s] range 1..60
			  parameter planned  : [/h] = 900 [/h] range 0..1200
			  insight   power    : [kW] = sum(each Machine.load)
			  insight   energy   : [kW.h] = energy(power) over shift
			  insight   quality  : [%%] = 1 - increase(scrap) / increase(output) over 1 [h]
			}
			bind L%2$d to plc%1$d "nsu=https://plant.example/hall%1$d;s=L%2$d"
			order O%2$d for Housing(thickness = 3 [mm]) quantity 20000 due 2027-03-01 18:00 at L%2$d price EUR 4.20 per item
			""";

	private static final String CELLAR = """
			/** Process modules and what is offered of their data. */
			namespace bench.cellar

			party Cellar { name "Cellar" }
			party Laboratory { name "Laboratory" }
			policy Study {
			  permit use to Laboratory for "yeast research" until 2028-12-31 times 20000
			  prohibit distribute
			  oblige delete after 365 [d]
			}
			type Fermenter every 10 [s] {
			  identity { ManufacturerName "Maker of Vessels" }
			  state    serviceState : MtpState
			  state    batch        : string
			  sensor   oxygen       : [%] range 0..100 alarm low 20
			  sensor   weight       : [kg] range 0..1200 alarm high 1100
			  sensor   heat         : [Cel] range 0..90 alarm high 60
			  sensor   pressure     : [bar] range 0..4
			  actuator stirring     : [/min] range 0..400
			  service ferment : Fermenting(volume = 200..1000 [l]) rate 20 [l/h] {
			    parameter inoculum : [%] = 5 [%] range 1..10
			    procedure batchwise lasts 3 [d]
			    procedure fedBatch lasts 6 [d] {
			      parameter feedRate : [l/h] = 8 [l/h] range 1..20
			    }
			  }
			}
			endpoint cellar { url "opc.tcp://cellar.example:4840" sampling 100 [ms] security Basic256Sha256 mode SignAndEncrypt user secret "cellar" }
			""";

	private static final String MODULE = """
			asset F%1$d "Fermenter %1$d" : Fermenter owner Cellar {
			  identity { SerialNumber "F-%1$d" YearOfConstruction "2024" }
			}
			bind F%1$d to cellar "nsu=https://plant.example/cellar;s=F%1$d"
			offer Heat%1$d provider Cellar consumer Laboratory under Study {
			  share heat : [Cel] = mean(F%1$d.heat) over 1 [h]
			  price EUR 40.00 per month
			}
			""";

	private PlantFiles() {
	}

	/** Writes the files of a plant with that many assets, rounded up to whole lines of ten, into a folder. */
	static void write(int assets, Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("machines.twin"), TYPES);
		int lines = Math.ceilDiv(assets, MACHINES + 1);
		for (int hall = 1; lines > 0; hall++) {
			try (Writer text = Files.newBufferedWriter(folder.resolve("hall%d.twin".formatted(hall)))) {
				text.append(HALL.formatted(hall));
				for (int line = 1; line <= Math.min(LINES, lines); line++) {
					writeLine(hall, line, text);
				}
			}
			lines -= LINES;
		}
	}

	/** Writes a file with process modules, each of which is bound and offers a value, into the folder of a plant. */
	static void writeModules(int modules, Path folder) throws IOException {
		try (Writer text = Files.newBufferedWriter(folder.resolve("cellar.twin"))) {
			text.append(CELLAR);
			for (int module = 1; module <= modules; module++) {
				text.append(MODULE.formatted(module));
			}
		}
	}

	/** Writes a plant whose one hall has at least that many lines of text. */
	static void writeLines(int wanted, Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("machines.twin"), TYPES);
		StringWriter text = new StringWriter();
		text.append(HALL.formatted(1));
		for (int line = 1; line == 1 || text.getBuffer().chars().filter(letter -> letter == '\n').count() < wanted; line++) {
			writeLine(1, line, text);
		}
		Files.writeString(folder.resolve("hall.twin"), text.toString());
	}

	/** A line of machines in a row, with a belt and room for waiting pieces between them. */
	private static void writeLine(int hall, int line, Writer text) throws IOException {
		StringBuilder parts = new StringBuilder();
		StringBuilder belts = new StringBuilder("  connect raw -> m1.infeed\n");
		for (int i = 1; i <= MACHINES; i++) {
			String kind = KINDS[(i - 1) * KINDS.length / MACHINES];
			text.append(MACHINE.formatted(hall, line, i, kind));
			parts.append("  part m%d : %s uses M%d_%1$d\n".formatted(i, kind, line));
			if (i > 1) {
				belts.append("  connect b%d : m%d.outfeed -> m%1$d.infeed buffer 20 { sensor queue : integer range 0..20 every 1 [s] }\n"
						.formatted(i, i - 1));
			}
		}
		belts.append("  connect m%d.outfeed -> done\n".formatted(MACHINES));
		text.append("asset L%d \"Line %1$d\" : Line at Hall%d {\n  port in raw : Workpiece\n  port out done : Workpiece\n".formatted(line, hall));
		text.append(parts).append(belts).append(LINE_SIGNALS.formatted(hall, line));
	}
}
