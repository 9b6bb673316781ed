package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.twinwright.cli.live.AttachedPlant;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings while the simulated plant of their model runs, goes away and comes back. */
class LiveTest {
	private static final String TEXT = """
			namespace plant
			type Skid { part heater : Heater }
			type Heater {
			  state  mode : PackML every 100 [ms]
			  sensor heat : [Cel] range 50..60 every 100 [ms] alarm high 40 priority 1 "too hot"
			  sensor drift : [Cel] range 5..6 every 100 [ms] alarm high 4
			}
			type Pump {
			  port out cool : Water
			  port in warm : Water
			  sensor flow : [l/min] range 10..20 every 100 [ms]
			}
			asset House : Line {
			  part first : Pump
			  part other : Pump
			  part skid : Skid
			  connect tank : first.cool -> other.warm buffer 120 { sensor queue : integer range 0..120 every 100 [ms] }
			}
			""";
	private static final String LINE = "plant.twin#line/plant.House";
	private static final String HOUSE = "plant.House";

	@TempDir
	private Path folder;
	private Path project;
	private SimulatedPlant plant;
	private AttachedPlant attached;
	private Served served;
	private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void serve() throws Exception {
		project = Files.createDirectory(folder.resolve("project"));
		Files.writeString(project.resolve("plant.twin"), TEXT);
		plant = start(0);
		LinkSettings settings = LinkSettings.local(plant.url(), folder.resolve("pki"));
		attached = new AttachedPlant(() -> Twins.load(project), twin -> Map.of(settings, Servers.carried(twin)), faults::add);
		served = Served.of(project, TEXT, attached);
	}

	private SimulatedPlant start(int port) throws Exception {
		TwinModel twin = Twins.load(project);
		return SimulatedPlant.of(twin, Twins.nodeSets(twin)).port(port).start(folder.resolve("plant")).get(120, TimeUnit.SECONDS);
	}

	@AfterEach
	void end() {
		served.close();
		attached.close();
		plant.close();
		assertEquals(List.of(), faults);
	}

	private static boolean isState(JsonObject shown) {
		return !shown.get("state").getAsString().isEmpty();
	}

	@Test
	void showsStatesValuesAlarmsAndLevels() throws Exception {
		try (Window window = served.window(LINE)) {
			JsonObject pump = window.untilLive("a flow", HOUSE + ".first", shown -> !shown.get("live").getAsString().isEmpty());
			assertTrue(pump.get("live").getAsString().matches("flow 1\\d(\\.\\d+)? \\[l/min]"), pump::toString);
			assertEquals("ok", pump.get("alarm").getAsString());
			JsonObject skid = window.untilLive("the urgent alarm inside", HOUSE + ".skid", shown -> shown.get("alarm").getAsString().equals("alarm"));
			assertTrue(skid.get("live").getAsString().startsWith("heater.heat HIGH: too hot"), skid::toString);
			JsonObject tank = window.untilLive("the level", HOUSE + ".tank", shown -> shown.get("level").getAsDouble() >= 0);
			assertTrue(tank.get("live").getAsString().matches("queue \\d+"), tank::toString);
			assertTrue(tank.get("level").getAsDouble() <= 1, tank::toString);
			assertEquals("Connected to %s.".formatted(plant.url()), window.link("online"));
		}
	}

	@Test
	void showsAgainWhatIsExpandedOrOpened() throws Exception {
		try (Window window = served.window(LINE)) {
			window.untilLive("the alarm inside", HOUSE + ".skid", shown -> shown.get("alarm").getAsString().equals("alarm"));
			window.act("twin/expand", Map.of("elementId", HOUSE + ".skid", "expanded", true));
			JsonObject heater = window.untilLive("the heater in its skid", HOUSE + ".skid.heater", LiveTest::isState);
			assertEquals("alarm", heater.get("alarm").getAsString());
			window.act("twin/expand", Map.of("elementId", HOUSE + ".skid", "expanded", false));
			JsonObject graph = window.until("the skid closed again", shown -> Window.find(shown, HOUSE + ".skid.heater") == null);
			window.untilLive("the alarm inside again", HOUSE + ".skid", shown -> shown.get("alarm").getAsString().equals("alarm"));
			String inside = Window.argument(Window.find(graph, HOUSE + ".skid"), "opens");
			assertEquals("plant.twin#line/plant.Skid@House.skid", inside);
			JsonObject opened = window.open(inside);
			assertEquals(inside, Window.argument(opened, "uri"));
			window.untilLive("the heater of that skid", "plant.Skid.heater", LiveTest::isState);
			assertEquals("[{\"title\":\"House\",\"uri\":\"%s\"},{\"title\":\"skid\",\"uri\":\"%s\"}]".formatted(LINE, inside), Window.argument(opened, "crumbs"));
		}
	}

	@Test
	void showsTheLastValuesAsLostUntilThePlantIsBack() throws Exception {
		try (Window window = served.window(LINE)) {
			window.untilLive("a flow", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("ok"));
			int port = Integer.parseInt(plant.url().replaceAll(".*:(\\d+).*", "$1"));
			plant.close();
			JsonObject lost = window.untilLive("the loss", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("bad"));
			assertTrue(lost.get("live").getAsString().endsWith("[l/min] not heard"), lost::toString);
			assertTrue(window.link("lost").matches("opc\\.tcp://\\S+ is not heard since .*\\. It is tried again\\."));
			plant = start(port);
			window.untilLive("values again", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("ok"));
			window.link("online");
		}
	}

	@Test
	void attachesAnewWhenTheModelHasChanged() throws Exception {
		try (Window window = served.window(LINE)) {
			window.untilLive("a flow", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("ok"));
			served.save(TEXT.replace("range 10..20 every 100 [ms]", "range 10..20 every 100 [ms] alarm high 9"));
			attached.changed();
			window.untilLive("the new alarm", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("warning"));
		}
	}

	@Test
	void showsNothingAfterTheEnd() throws Exception {
		try (Window window = served.window(LINE)) {
			window.untilLive("a flow", HOUSE + ".first", shown -> shown.get("alarm").getAsString().equals("ok"));
			attached.close();
			window.link("detached");
			window.untilLive("nothing", HOUSE + ".first", shown -> shown.get("live").getAsString().isEmpty());
		}
	}
}
