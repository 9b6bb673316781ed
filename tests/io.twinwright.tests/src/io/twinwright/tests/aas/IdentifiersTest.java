package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers depend on names only. */
class IdentifiersTest {
	@TempDir
	private Path folder;
	private final ObjectMapper mapper = new ObjectMapper();
	private final Twins twins = new Twins();

	@TestFactory
	Stream<DynamicTest> reorderingDeclarationsChangesNoIdentifier() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			TwinModel twin = twins.load(example);
			Set<String> before = paths(twin);
			twin.files().forEach(IdentifiersTest::reverse);
			assertEquals(before, paths(new TwinModel(twin.files().reversed())));
		}));
	}

	private static void reverse(EObject file) {
		List<EObject> all = new ArrayList<>();
		file.eAllContents().forEachRemaining(all::add);
		ECollections.reverse((EList<?>) ((io.twinwright.model.Model) file).getElements());
		all.stream().filter(Structure.class::isInstance).map(Structure.class::cast)
				.forEach(structure -> ECollections.reverse((EList<?>) structure.getElements()));
	}

	@TestFactory
	Stream<DynamicTest> identifiersAreUnique() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			JsonNode json = mapper.readTree(Twins.json(twins.load(example)));
			Set<String> ids = new HashSet<>();
			for (String list : List.of("assetAdministrationShells", "submodels", "conceptDescriptions")) {
				json.path(list).forEach(element -> assertTrue(ids.add(element.get("id").textValue()),
						element.get("id").textValue()));
			}
			json.get("assetAdministrationShells").forEach(shell -> shell.path("submodels").forEach(reference ->
					assertTrue(ids.contains(reference.get("keys").get(0).get("value").textValue()))));
			json.get("assetAdministrationShells").forEach(shell -> assertTrue(!shell.has("derivedFrom")
					|| ids.contains(shell.get("derivedFrom").get("keys").get(0).get("value").textValue())));
		}));
	}

	@Test
	void namesInOtherScriptsAreRomanizedAndShown() throws IOException {
		JsonNode json = mapper.readTree(Twins.json(twins.parse(folder, """
				namespace 공장
				type 건조로 "벨트 건조로" {
				  sensor 온도 : [Cel] range 0..200
				}
				asset 건조로1 : 건조로
				""")));
		JsonNode type = json.get("assetAdministrationShells").get(0);
		assertEquals("geonjoro", type.get("idShort").textValue());
		assertEquals("벨트 건조로", type.get("displayName").get(0).get("text").textValue());
		assertEquals("ko", type.get("displayName").get(0).get("language").textValue());
		assertEquals("urn:twin:%EA%B3%B5%EC%9E%A5.%EA%B1%B4%EC%A1%B0%EB%A1%9C",
				type.get("assetInformation").get("globalAssetId").textValue());
		assertEquals("geonjoro1", json.get("assetAdministrationShells").get(1).get("idShort").textValue());
		assertTrue(json.toString().contains("\"ondo\""));
	}

	@Test
	void namesThatAreRomanizedAlikeStayApart() throws IOException {
		String text = """
				namespace n
				type T {
				  sensor ga : [m] range 0..1
				  sensor 가 : [m] range 0..1
				  sensor x 1..2 : [m] range 0..1
				  sensor x_1 : [m] range 0..1
				  sensor y : [m] range 0..1
				}
				""";
		Set<String> paths = paths(twins.parse(folder, text));
		String ranges = "urn:twin:n.T:technical-data/TechnicalPropertyAreas/0/Ranges/";
		assertTrue(paths.containsAll(List.of(ranges + "ga", ranges + "x_1", ranges + "x_2", ranges + "y_")),
				paths.toString());
		assertEquals(6, paths.stream().filter(path -> path.startsWith(ranges)).count());
		String reordered = text.replaceFirst("  sensor ga.*\\n(.*)\\n", "$1\n  sensor ga : [m] range 0..1\n");
		assertEquals(paths, paths(twins.parse(folder, reordered)));
	}

	/** @return the ids of what has one, and for the elements of submodels the way from there by names and numbers */
	private Set<String> paths(TwinModel twin) throws IOException {
		JsonNode json = mapper.readTree(Twins.json(twin));
		Set<String> paths = new TreeSet<>();
		json.path("assetAdministrationShells").forEach(shell -> {
			paths.add(shell.get("id").textValue() + " " + shell.get("idShort").textValue());
			paths.add(shell.get("assetInformation").get("globalAssetId").textValue());
		});
		json.path("conceptDescriptions").forEach(concept -> paths.add(concept.get("id").textValue()));
		json.path("submodels").forEach(submodel -> addPaths(submodel.get("id").textValue(),
				submodel.path("submodelElements"), paths));
		return paths;
	}

	private static void addPaths(String before, JsonNode elements, Set<String> paths) {
		int number = 0;
		for (JsonNode element : elements) {
			String path = before + "/" + element.path("idShort").asText(Integer.toString(number++));
			paths.add(path);
			if (element.path("value").isArray() && element.path("value").path(0).has("modelType")) {
				addPaths(path, element.get("value"), paths);
			}
			addPaths(path, element.path("statements"), paths);
		}
	}
}
