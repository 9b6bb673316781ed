package io.twinwright.tests.importers.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinwright.model.Signal;
import io.twinwright.model.Type;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The base types and companion specifications of the OPC Foundation become texts without errors, and what is left out is said. */
class CompanionSpecificationsTest {
	/** What is read of each: nodes, types, and what they have. Of Machinery three types are bases in Devices. */
	private static final Map<String, Map<String, Integer>> COUNTS = Map.of(
			"Opc.Ua", Map.of("node", 4956, "type", 263, "signal", 94, "part", 74, "service", 139, "enumeration", 35),
			"Opc.ISA95", Map.of("node", 388, "type", 17, "signal", 24, "enumeration", 1),
			"Opc.Ua.Di", Map.of("node", 412, "type", 40, "signal", 57, "part", 6, "service", 31, "enumeration", 2, "asset", 1),
			"Opc.Ua.IRDI", Map.of("node", 249, "enumeration", 0),
			"Opc.Ua.Machinery", Map.of("node", 143, "type", 14, "signal", 28, "enumeration", 0),
			"Opc.Ua.Machinery.ProcessValues", Map.of("node", 138, "type", 2, "signal", 19, "service", 9, "enumeration", 0),
			"Opc.Ua.PackML", Map.of("node", 248, "type", 6, "signal", 43, "part", 2, "service", 17, "enumeration", 1));
	@TempDir
	private Path folder;

	private Imported imported(String name) throws Exception {
		Path file = Twins.example("bottling").getParent().getParent().resolveSibling("shared").resolve("data").resolve("opcua").resolve(name + ".NodeSet2.xml");
		assumeTrue(Files.exists(file), "Skipped: '" + name + "' is not beside the checkout.");
		return Imported.files(folder, List.of(file));
	}

	@Test
	void areReadAsAWhole() throws Exception {
		for (Map.Entry<String, Map<String, Integer>> expected : COUNTS.entrySet()) {
			Imported imported = imported(expected.getKey());
			assertEquals(List.of(), imported.errors(), imported.text());
			assertEquals(expected.getValue(), imported.counts(), expected.getKey());
			assertEquals(expected.getValue().getOrDefault("type", 0), imported.twin().all(Type.class).size(), expected.getKey());
		}
	}

	@Test
	void namesAModelThatIsMissing() throws Exception {
		Imported imported = imported("Opc.Ua.Machinery.ProcessValues");
		assertTrue(imported.remarks().contains("The model 'http://opcfoundation.org/UA/PADIM/' (version 1.0.2) is required and missing: no file beside those "
				+ "that are imported has it. What builds on it is incomplete. Add its node set to the import."), imported.remarks().toString());
	}

	@Test
	void saysWhatALanguageOfPlantsHasNoWordFor() throws Exception {
		List<String> remarks = imported("Opc.Ua.PackML").remarks();
		assertTrue(remarks.contains("5 reference types are left out, such as 'HasAlarm': a text has the relations of the language."), remarks.toString());
		assertTrue(remarks.contains("'Product' is left out: its value is no single number, text, state or time."), remarks.toString());
		assertTrue(remarks.contains("Argument 'Product' of 'SetProduct' is left out: its value is no single number, text or time."), remarks.toString());
	}

	@Test
	void saysWhatIsAtNodesThatAreRead() throws Exception {
		List<String> remarks = imported("Opc.Ua.Di").remarks();
		assertTrue(remarks.contains("References of these kinds are left out: 13 'FromState', 13 'HasEffect', 13 'ToState', 4 'HasInterface'."), remarks.toString());
		assertTrue(remarks.contains("The results of 30 methods are left out, such as those of 'InitLock': a service of a text says what it is given."),
				remarks.toString());
	}

	@Test
	void makesStatesOfStateMachinesAndServicesOfMethods() throws Exception {
		String text = imported("Opc.Ua.PackML").text();
		assertTrue(text.contains("enum PackMLMachineStateMachineTypeStates { Clearing = 1 Running = 18 Stopped = 2 Stopping = 7 }\n"), text);
		assertTrue(text.contains("  state    BaseStateMachine : PackMLBaseStateMachineTypeStates node \"BaseStateMachine/CurrentState\"\n"), text);
		assertTrue(text.contains("capability SetInterlock(InterlockId : integer, State : boolean)\n"), text);
		assertTrue(text.contains("  service SetInterlock  : SetInterlock\n"), text);
	}

	@Test
	void derivesTypesFromTheirBases() throws Exception {
		Imported imported = imported("Opc.Ua.Di");
		Type device = imported.twin().all(Type.class).stream().filter(type -> type.getName().equals("DeviceType")).findFirst().orElseThrow();
		assertTrue(device.isAbstract());
		assertEquals("ComponentType", device.getBase().getName());
		assertEquals("TopologyElementType", device.getBase().getBase().getName());
		assertEquals(List.of("DeviceHealth"), device.getElements().stream().filter(Signal.class::isInstance).map(element -> ((Signal) element).getName()).toList());
	}
}
