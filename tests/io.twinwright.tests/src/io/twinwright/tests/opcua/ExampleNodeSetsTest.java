package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.check.NodeSetCheck;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAVariable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the documents of every example. */
class ExampleNodeSetsTest {
	static List<Path> examples() throws IOException {
		return Twins.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepToTheSchema(Path example) throws IOException {
		for (Map.Entry<String, byte[]> file : Twins.write(Twins.map(Twins.load(example))).entrySet()) {
			assertEquals(List.of(), NodeSets.validate(new ByteArrayInputStream(file.getValue())), file.getKey());
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void holdTogether(Path example) {
		assertEquals(List.of(), NodeSetCheck.check(Twins.map(Twins.load(example)), Twins.shipped()));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void areTheSameBytesEachTime(Path example) throws IOException {
		Map<String, byte[]> once = Twins.write(Twins.map(Twins.load(example)));
		Map<String, byte[]> again = Twins.write(Twins.map(Twins.load(example)));
		assertEquals(List.copyOf(once.keySet()), List.copyOf(again.keySet()));
		once.forEach((path, bytes) -> {
			assertArrayEquals(bytes, again.get(path), path);
			for (byte b : bytes) {
				assertTrue(b != '\r', path);
			}
		});
	}

	@ParameterizedTest
	@MethodSource("examples")
	void haveEveryPositionAndSignalAtItsAddress(Path example) {
		TwinModel twin = Twins.load(example);
		Nodes nodes = new Nodes(Twins.map(twin));
		Set<String> ids = new HashSet<>();
		for (Located located : Twins.all(twin)) {
			String key = Nodes.key(Addresses.of(twin, located));
			assertTrue(ids.add(key), "Two elements have the node " + key);
			switch (located) {
				case Point point -> {
					assertTrue(nodes.get(key) instanceof UAVariable, key);
					assertEquals(Addresses.browseNames(point).getLast(), Nodes.name(nodes.get(key)));
				}
				case Position position -> assertTrue(nodes.get(key) instanceof UAObject, key);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void leadToEverySignalByItsBrowsePath(Path example) {
		TwinModel twin = Twins.load(example);
		Nodes nodes = new Nodes(Twins.map(twin));
		for (Located located : Twins.all(twin)) {
			Position root = switch (located) {
				case Point point -> point.position().root();
				case Position position -> position.root();
			};
			String at = Nodes.key(Addresses.of(twin, root));
			for (String name : Addresses.browsePath(located)) {
				String from = at;
				at = nodes.child(at, name).orElseThrow(() -> new AssertionError("'%s' has no child '%s'.".formatted(from, name)));
			}
			assertEquals(Nodes.key(Addresses.of(twin, located)), at);
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void comeAfterWhatTheyRequire(Path example) {
		Set<String> loaded = new HashSet<>(NodeSets.shipped());
		for (NodeSetFile file : Twins.map(Twins.load(example))) {
			for (ModelTableEntry model : file.nodeSet().getModels().getModel()) {
				for (ModelTableEntry required : model.getRequiredModel()) {
					assertTrue(loaded.contains(required.getModelUri()), file.path() + " requires " + required.getModelUri());
				}
			}
			file.nodeSet().getModels().getModel().forEach(model -> assertTrue(loaded.add(model.getModelUri())));
			for (String namespace : file.nodeSet().getNamespaceUris().getUri()) {
				assertTrue(loaded.contains(namespace), file.path() + " has nodes in " + namespace + ", which is no model.");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void haveOneFileForEachRootAsset(Path example) {
		TwinModel twin = Twins.load(example);
		List<String> models = Twins.map(twin).stream().map(NodeSetFile::model).toList();
		for (Position root : twin.roots()) {
			assertTrue(models.contains(Addresses.namespace(root) + Addresses.urn(":" + root.name()).substring("urn:twin:".length())),
					root.path());
		}
	}
}
