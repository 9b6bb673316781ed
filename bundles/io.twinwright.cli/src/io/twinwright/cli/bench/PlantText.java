package io.twinwright.cli.bench;

/** The text of a generated plant: assets with ten signals each, of the kinds that plants have. */
final class PlantText {
	private static final String ASSET = """
			asset Press%1$d "Press %1$d" : Press at Works {
			  identity { SerialNumber "P-%1$d" YearOfConstruction "2024" }
			  state    mode     : PackML every 100 [ms] node "Status/StateCurrent"
			  sensor   load     : [kW] range 0..90 every 1 [s] deadband 0.1 node "Energy/Power" alarm high 80 after 5 [s]
			  sensor   count    : counter every 1 [s] node "Admin/ProdProcessedCount"
			  sensor   pressure : [bar] range 0..250 every 100 [ms] alarm high 220 alarm highhigh 240 priority 1 "overload"
			  sensor   oil      : [Cel] range 0..120 every 1 [s] alarm high 70
			  actuator speed    : [/min] range 0..40
			  parameter dwell   : [s] = 2.5 [s] range 0..10
			  insight  used     : [kW.h] = energy(load where mode is Execute) over 1 [h]
			  insight  specific : [W.h] = energy(load) / increase(count) over 15 [min]
			  insight  work     : [kW] = pressure * 0.2 [m3/h] + load
			}
			""";

	/** How many signals of an asset change all the time. */
	static final int SENT = 5;
	private static final String BOUND = "bind Press%1$d to plc \"nsu=https://plant.example/works;s=Press%1$d\"\n";

	/** A text whose assets are bound to a server at a port of this machine. */
	record Bound(String text, int port) {
	}

	private PlantText() {
	}

	/** @param period in which signals change, such as '1 [s]' */
	static Bound bound(int assets, String period, int port) {
		StringBuilder text = new StringBuilder(of(assets).replaceAll("every \\d+ \\[m?s\\]", "every " + period).replaceAll(" deadband 0.1", ""));
		text.append("endpoint plc { url \"opc.tcp://127.0.0.1:%d/twin\" }\n".formatted(port));
		for (int i = 1; i <= assets; i++) {
			text.append(BOUND.formatted(i));
		}
		return new Bound(text.toString(), port);
	}

	/** @return a text of that many assets, in one file, without findings */
	static String of(int assets) {
		StringBuilder text = new StringBuilder(assets * 1000);
		text.append("namespace bench.plant\nsite Works location 36.019, 129.343 zone \"Asia/Seoul\" { }\ntype Press { }\n");
		for (int i = 1; i <= assets; i++) {
			text.append(ASSET.formatted(i));
		}
		return text.toString();
	}
}
