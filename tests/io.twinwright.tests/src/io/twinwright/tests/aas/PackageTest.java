package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files: the package reads back to what was mapped, and the same twin gives the same bytes. */
class PackageTest {
	private final Twins twins = new Twins();

	@TestFactory
	Stream<DynamicTest> packageReadsBackToTheEnvironment() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			AasPackage mapped = Twins.map(twins.load(example));
			byte[] aasx = Twins.write(mapped).get("aas/" + mapped.name() + ".aasx");
			assertEquals(mapped.environment(), new AASXDeserializer(new ByteArrayInputStream(aasx)).read());
		}));
	}

	@TestFactory
	Stream<DynamicTest> xmlReadsBackToTheEnvironment() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			AasPackage mapped = Twins.map(twins.load(example));
			String xml = new String(Twins.write(mapped).get("aas/" + mapped.name() + ".xml"), StandardCharsets.UTF_8);
			assertTrue(xml.contains("<aas:environment xmlns:aas=\"https://admin-shell.io/aas/3/0\""));
			// the library reads metamodel 3.1 only, and gives the elements of a collection by their classes
			Environment read = new XmlDeserializer().read(xml.replace("https://admin-shell.io/aas/3/0", "https://admin-shell.io/aas/3/1"));
			assertEquals(byClass(mapped.environment()), byClass(read));
		}));
	}

	/** @return the JSON with the elements of each collection sorted by their classes, in the same order otherwise */
	private static JsonNode byClass(Environment environment) throws SerializationException, IOException {
		JsonNode json = new ObjectMapper().readTree(new JsonSerializer().write(environment));
		sort(json);
		return json;
	}

	private static void sort(JsonNode node) {
		node.forEach(PackageTest::sort);
		if (node instanceof ArrayNode array && array.path(0).has("modelType")) {
			List<JsonNode> sorted = new ArrayList<>();
			array.forEach(sorted::add);
			sorted.sort(Comparator.comparing(element -> element.get("modelType").textValue()));
			array.removeAll().addAll(sorted);
		}
	}

	@Test
	void writesTheWantedFormsOnly() throws IOException {
		AasPackage mapped = Twins.map(twins.load(Twins.examples().getFirst()));
		Map<String, byte[]> all = Twins.write(mapped);
		assertEquals(3, all.size());
		for (AasForm form : AasForm.values()) {
			Map<String, byte[]> one = Twins.write(new AasTarget().in(Set.of(form)), mapped);
			String path = "aas/" + mapped.name() + "." + form.name().toLowerCase(Locale.ROOT);
			assertEquals(Set.of(path), one.keySet());
			assertArrayEquals(all.get(path), one.get(path), path);
		}
	}

	@TestFactory
	Stream<DynamicTest> twoRunsGiveTheSameBytes() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			Map<String, byte[]> once = Twins.write(Twins.map(twins.load(example)));
			Map<String, byte[]> again = Twins.write(Twins.map(new Twins().load(example)));
			assertEquals(once.keySet(), again.keySet());
			once.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
		}));
	}

	@Test
	void packageHasNoTimeAndNothingOutside() throws IOException {
		Map<String, String> entries = new LinkedHashMap<>();
		Set<Long> times = new HashSet<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(aPackage(".aasx")))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
				times.add(entry.getTime());
			}
		}
		assertEquals(List.of("[Content_Types].xml", "_rels/.rels", "aasx/_rels/aasx-origin.rels", "aasx/aasx-origin",
				"aasx/json/content.json"), List.copyOf(entries.keySet()));
		assertEquals(1, times.size());
		assertFalse(entries.get("_rels/.rels").contains("External"));
		assertTrue(entries.get("_rels/.rels").contains("Id=\"rId1\""));
		assertFalse(entries.get("[Content_Types].xml").contains("docProps"));
		assertEquals(new String(aPackage(".json"), StandardCharsets.UTF_8), entries.get("aasx/json/content.json"));
	}

	@Test
	void linesEndWithLineFeeds() throws IOException {
		String json = new String(aPackage(".json"), StandardCharsets.UTF_8);
		assertFalse(json.contains("\r"));
		assertTrue(json.endsWith("}\n"));
		String xml = new String(aPackage(".xml"), StandardCharsets.UTF_8);
		assertFalse(xml.contains("\r"));
		assertTrue(xml.endsWith(">\n"));
	}

	private byte[] aPackage(String ending) throws IOException {
		Path example = Twins.examples().getFirst();
		AasPackage mapped = Twins.map(twins.load(example));
		return Twins.write(mapped).get("aas/" + mapped.name() + ending);
	}
}
