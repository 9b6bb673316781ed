package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Submodels mean what the official IDTA templates mean: same ids, same names and classes of elements. */
class TemplatesTest {
	/** Ids that other documents define: what the templates name without having it. The interface of OPC UA has the id of MQTT there. */
	private static final Set<String> ELSEWHERE = Set.of("https://admin-shell.io/idta/TimeSeries/UtcTime/1/1",
			"http://opcfoundation.org/UA/WoT-Binding/");
	private static final Set<String> ADDRESS = Set.of("0173-1#02-AAW001#001", "0173-1#02-AAO127#003",
			"0173-1#02-AAO128#002", "0173-1#02-AAO129#002", "0173-1#02-AAO130#002", "0173-1#02-AAO131#002",
			"0173-1#02-AAO132#002", "0173-1#02-AAO133#002", "0173-1#02-AAO134#002");

	private final ObjectMapper mapper = new ObjectMapper();
	private final Twins twins = new Twins();
	private final Templates templates = new Templates();

	@TestFactory
	Stream<DynamicTest> everyIdIsOneOfTheTemplate() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			TwinModel twin = twins.load(example);
			Set<String> own = semantics(twin);
			Map<String, Set<String>> unknown = new LinkedHashMap<>();
			for (JsonNode submodel : mapper.readTree(Twins.json(twin)).get("submodels")) {
				String name = submodel.get("idShort").textValue();
				Set<String> known = semanticIds(templates.of(name), new HashSet<>());
				Set<String> foreign = semanticIds(submodel, new TreeSet<>()).stream()
						.filter(id -> !known.contains(id) && !id.startsWith("urn:twin:") && !own.contains(id))
						.filter(id -> !ELSEWHERE.contains(id) && !ADDRESS.contains(id))
						.collect(Collectors.toCollection(TreeSet::new));
				if (!foreign.isEmpty()) {
					unknown.computeIfAbsent(name, key -> new TreeSet<>()).addAll(foreign);
				}
			}
			assertEquals(Map.of(), unknown);
		}));
	}

	@Test
	void examplesHaveASubmodelOfEachTemplate() throws IOException {
		Set<String> names = new TreeSet<>();
		for (Path example : Twins.examples()) {
			mapper.readTree(Twins.json(twins.load(example))).get("submodels").forEach(submodel -> names.add(submodel.get("idShort").textValue()));
		}
		assertEquals(Templates.names(), names);
	}

	@TestFactory
	Stream<DynamicTest> submodelsSayWhichTemplateTheyFollow() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			for (JsonNode submodel : mapper.readTree(Twins.json(twins.load(example))).get("submodels")) {
				JsonNode template = templates.of(submodel.get("idShort").textValue());
				assertEquals(template.get("semanticId"), submodel.get("semanticId"), submodel.get("id").textValue());
				assertEquals(template.get("id"), submodel.get("administration").get("templateId"));
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> elementsHaveTheClassAndTypeOfTheTemplate() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			Set<String> wrong = new TreeSet<>();
			for (JsonNode submodel : mapper.readTree(Twins.json(twins.load(example))).get("submodels")) {
				compare(templates.of(submodel.get("idShort").textValue()), submodel, submodel.get("id").textValue(), wrong);
			}
			assertEquals(Set.of(), wrong);
		}));
	}

	/** Compares elements that have the name and place of one in the template. */
	private static void compare(JsonNode template, JsonNode actual, String path, Set<String> wrong) {
		Map<String, JsonNode> wanted = children(template);
		children(actual).forEach((name, element) -> {
			JsonNode model = wanted.get(name);
			if (model != null) {
				for (String attribute : List.of("modelType", "semanticId", "typeValueListElement", "semanticIdListElement",
						"orderRelevant")) {
					if (model.has(attribute) && !model.get(attribute).equals(element.get(attribute)) && !isElsewhere(element)) {
						wrong.add(path + "/" + name + ": " + attribute + " is " + element.get(attribute));
					}
				}
				compare(model, element, path + "/" + name, wrong);
			}
		});
	}

	private static boolean isElsewhere(JsonNode element) {
		Set<String> ids = new HashSet<>();
		keys(element.get("semanticId"), ids);
		return ELSEWHERE.containsAll(ids);
	}

	private static Map<String, JsonNode> children(JsonNode element) {
		Map<String, JsonNode> children = new LinkedHashMap<>();
		for (String list : new String[] {"submodelElements", "value", "statements"}) {
			if (element.path(list).isArray()) {
				for (JsonNode child : element.get(list)) {
					if (child.has("modelType")) {
						children.putIfAbsent(child.path("idShort").asText("*"), child);
					}
				}
			}
		}
		return children;
	}

	/** @return the values of all keys of semantic ids, supplemental ones included */
	private static Set<String> semanticIds(JsonNode node, Set<String> ids) {
		node.properties().forEach(member -> {
			switch (member.getKey()) {
				case "semanticId", "semanticIdListElement" -> keys(member.getValue(), ids);
				case "supplementalSemanticIds" -> member.getValue().forEach(reference -> keys(reference, ids));
				default -> semanticIds(member.getValue(), ids);
			}
		});
		if (node.isArray()) {
			node.forEach(element -> semanticIds(element, ids));
		}
		return ids;
	}

	/** Two ids of a template end with a space. */
	private static void keys(JsonNode reference, Set<String> ids) {
		reference.get("keys").forEach(key -> ids.add(key.get("value").textValue().strip()));
	}

	/** @return the semantic ids that the model gives itself */
	private static Set<String> semantics(TwinModel twin) {
		Set<String> texts = new HashSet<>();
		twin.files().forEach(file -> {
			for (TreeIterator<EObject> all = file.eAllContents(); all.hasNext();) {
				if (all.next() instanceof Text text && text.getKind() == TextKind.SEMANTIC) {
					texts.add(text.getText());
				}
			}
		});
		return texts;
	}
}
