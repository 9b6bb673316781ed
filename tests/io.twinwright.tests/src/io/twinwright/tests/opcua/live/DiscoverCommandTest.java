package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.cli.Main;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.insert.Inserted;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code twinwright discover}, with several plants on this machine. */
class DiscoverCommandTest {
	private static final int SECONDS = 120;
	private static final String TYPES = """
			type Filler {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
			  sensor flow : [l/min] range 0..220
			  sensor count : counter
			  actuator speed : [/h] range 0..12000
			  provides Dosing(volume = 0.2..2 [l])
			}
			type Capper {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "CP-7" }
			  sensor torque : [N.m] range 0..3
			}
			""";
	private static final String PROJECT = "namespace line\n" + TYPES + """
			asset L1 {
			  part fill : Filler
			  part cap  : Capper
			  insight total : [l/min] = fill.flow
			}
			""";
	/** A filler in other units, and one that lacks the flow, as their makers serve them. */
	private static final String FILLERS = "namespace maker\n" + TYPES.replace("flow : [l/min] range 0..220", "flow : [l/h] range 0..13200") + """
			asset F99 : Filler { identity { SerialNumber "99" } }
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind F99 to plc "nsu=urn:maker;s=F99"
			""";
	private static final String OLD = "namespace old\n" + TYPES.replaceAll("(?m)^  sensor flow .*\\R", "") + """
			asset F1 : Filler { identity { SerialNumber "1" } }
			asset Pump { sensor pressure : [bar] }
			""";
	@TempDir
	private Path folder;
	private SimulatedPlant fillers;
	private SimulatedPlant old;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void start() throws Exception {
		Files.writeString(Files.createDirectory(folder.resolve("project")).resolve("line.twin"), PROJECT);
		fillers = plant("fillers", FILLERS);
		old = plant("old", OLD);
	}

	private SimulatedPlant plant(String name, String text) throws Exception {
		TwinModel twin = Twins.load(Files.writeString(folder.resolve(name + ".twin"), text));
		return SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(folder.resolve(name)).get(SECONDS, TimeUnit.SECONDS);
	}

	@AfterEach
	void stop() {
		fillers.close();
		old.close();
	}

	private int discover(String... arguments) {
		return Main.run(Stream.concat(Stream.of("discover", "--pki", folder.resolve("pki").toString()), Stream.of(arguments)).toArray(String[]::new),
				new PrintWriter(out, true), new PrintWriter(err, true));
	}

	private String project() {
		return folder.resolve("project").toString();
	}

	/** @return what is said of a machine */
	private String of(String title) {
		String all = out.toString();
		int start = all.indexOf("  " + title + "  nsu=");
		assertTrue(start >= 0, all);
		return all.substring(start).lines().skip(1).takeWhile(line -> line.startsWith("    ")).map(String::strip).collect(Collectors.joining("\n"));
	}

	@Test
	void saysWhoTheMachinesAre() {
		assertEquals(0, discover(fillers.url(), old.url()), err.toString());
		assertTrue(out.toString().startsWith(fillers.url() + "\n  FX-12, 99  nsu=urn:maker;s=F99\n"), out.toString());
		assertTrue(of("FX-12, 1").contains("ManufacturerName ACME"), out.toString());
		assertFalse(out.toString().contains("match"), out.toString());
	}

	@Test
	void findsPlacesForAFiller() {
		assertEquals(0, discover(fillers.url(), "--in", project()), err.toString());
		String filler = of("FX-12, 99");
		assertTrue(filler.contains("This is a 'Filler' (match 0."), filler);
		assertTrue(filler.contains("What fits: name of the type 'Filler', manufacturer 'ACME', product 'FX-12', 2 of 3 signals."), filler);
		assertTrue(filler.contains("Signal 'flow' is in [l/h] and not in [l/min], which converts."), filler);
		assertTrue(filler.contains("It can stand in for 'L1.fill'."), filler);
		assertTrue(filler.contains("bind _99.flow to server \"nsu=urn:maker;s=F99.flow\" as [l/h]"), filler);
	}

	@Test
	void saysWhyOneCannotStandIn() {
		assertEquals(0, discover(old.url(), "--in", project()), err.toString());
		assertTrue(of("FX-12, 1").contains("Signal 'flow' has no node.\n"), out.toString());
		assertTrue(of("FX-12, 1").contains("It cannot stand in for 'L1.fill': the server lacks what is read there: signal 'flow'.\n"), out.toString());
		assertTrue(of("Pump").startsWith("This is of no type of the project; the nearest is '"), out.toString());
	}

	@Test
	void goesOnWhereAServerIsGone() {
		String gone = old.url();
		old.close();
		assertEquals(0, discover(gone, fillers.url(), "--in", project()), err.toString());
		assertEquals("No server answers at '%s'. Check that it runs, and the port.\n".formatted(gone), err.toString());
		assertTrue(of("FX-12, 99").contains("'Filler'"), out.toString());
	}

	@Test
	void failsWhereNoneAnswers() throws Exception {
		assertEquals(3, discover("127.0.0.1:" + TestServer.freePort(), "--in", project()));
		assertTrue(err.toString().startsWith("No server answers at 'opc.tcp://127.0.0.1:"), err.toString());
	}

	@Test
	void asksADiscoveryServer() throws Exception {
		try (TestServer discovery = new TestServer.Plan().knows(fillers.url(), old.url()).start(nodes -> nodes.object("Nothing"))) {
			assertEquals(0, discover(discovery.url()), err.toString());
			assertEquals(List.of(fillers.url(), old.url()), out.toString().lines().filter(line -> line.startsWith("opc.tcp")).toList());
		}
	}

	/** The text is put into the project, which is then attached to the machine that was found. */
	@Test
	void givesATextThatBindsTheMachine() throws Exception {
		assertEquals(0, discover(fillers.url(), "--in", project()), err.toString());
		String text = out.toString().lines().filter(line -> line.startsWith("      ") && !line.startsWith("      What fits") && !line.startsWith("      Signal"))
				.map(line -> line.substring(6)).collect(Collectors.joining("\n", "\n", "\n"));
		Path file = folder.resolve("project").resolve("line.twin");
		Files.writeString(file, PROJECT.replace("part fill : Filler", "part fill : Filler uses _99") + text);
		assertEquals(List.of(), errors(file), text);
		TwinModel twin = Twins.load(file);
		List<Point> bound = Servers.carried(twin, fillers.url());
		assertEquals(List.of("L1.fill.flow", "L1.fill.count", "L1.fill.speed"), bound.stream().map(Point::path).toList());
		LiveLink link = LiveLink.open(LinkSettings.local(fillers.url(), folder.resolve("pki")), twin, bound, new Recorder()).get(SECONDS, TimeUnit.SECONDS);
		try {
			assertEquals(List.of(), link.resolution().missing());
			assertEquals(List.of(), Links.drift(link).stream().filter(drift -> drift.kind() != Drift.Kind.UNKNOWN).map(Drift::message).toList());
		} finally {
			Links.end(link);
		}
	}

	private static List<String> errors(Path file) throws Exception {
		return Inserted.findings(file).stream().filter(finding -> finding.severity() == Severity.ERROR).map(Diagnostic::message).toList();
	}
}
