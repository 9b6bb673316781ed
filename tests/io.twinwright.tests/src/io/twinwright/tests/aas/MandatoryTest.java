package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Submodels have every element that their official template demands, in the number that it allows, with its semantic id,
 * class and value type. Elements are the same where semantic id and class are, for most names may be chosen.
 */
class MandatoryTest {
	/** The template has one of the four kinds of time that the specification knows, and the shells another one. */
	private static final String RELATIVE_TIME = "https://admin-shell.io/idta/TimeSeries/RelativePointInTime/1/1";
	private static final String UTC_TIME = "https://admin-shell.io/idta/TimeSeries/UtcTime/1/1";
	/** The class of values in a template where any may be chosen. */
	private static final String ANY_VALUE = "xs:string";

	private final ObjectMapper mapper = new ObjectMapper();
	private final Twins twins = new Twins();
	private final Templates templates = new Templates();

	@TestFactory
	Stream<DynamicTest> everyExampleHasThem() throws IOException {
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			Set<String> wrong = new TreeSet<>();
			for (JsonNode submodel : mapper.readTree(Twins.json(twins.load(example))).get("submodels")) {
				String name = submodel.get("idShort").textValue();
				wrong.addAll(faults(templates.of(name), submodel, name));
			}
			assertEquals(Set.of(), wrong);
		}));
	}

	@Test
	void noticesWhatIsMissingTwiceAndOfAnotherType() throws IOException {
		JsonNode nameplate = templates.of("Nameplate").deepCopy();
		assertEquals(List.of(), faults(templates.of("Nameplate"), nameplate, "N"));
		ArrayNode elements = (ArrayNode) nameplate.get("submodelElements");
		elements.remove(0);
		elements.add(elements.get(0));
		((ObjectNode) children(nameplate).stream()
				.filter(element -> name(element).equals("DateOfManufacture")).findFirst().orElseThrow()).put("valueType", "xs:string");
		assertEquals(List.of("N: no URIOfTheProduct", "N: 2 times ManufacturerName",
				"N/DateOfManufacture: xs:string instead of xs:date"), faults(templates.of("Nameplate"), nameplate, "N"));
	}

	/** @return what an element lacks that its model in the template has */
	private static List<String> faults(JsonNode model, JsonNode actual, String path) {
		List<String> faults = new ArrayList<>();
		for (JsonNode wanted : children(model)) {
			long count = children(actual).stream().filter(element -> isSame(wanted, element)).count();
			String cardinality = cardinality(wanted);
			boolean several = children(model).stream().filter(other -> isSame(wanted, other)).count() > 1;
			if (count == 0 && (cardinality.equals("One") || cardinality.equals("OneToMany"))) {
				faults.add(path + ": no " + name(wanted));
			}
			// a list is there for several elements; of some a template shows one and calls it that
			if (count > 1 && !several && !model.has("typeValueListElement") && (cardinality.equals("One") || cardinality.equals("ZeroToOne"))) {
				faults.add(path + ": " + count + " times " + name(wanted));
			}
		}
		for (JsonNode element : children(actual)) {
			children(model).stream().filter(wanted -> isSame(wanted, element))
					.map(wanted -> inside(wanted, element, path + "/" + name(wanted)))
					.min(Comparator.comparing(List::size)).ifPresent(faults::addAll);
		}
		return faults;
	}

	private static List<String> inside(JsonNode wanted, JsonNode element, String path) {
		List<String> faults = new ArrayList<>(faults(wanted, element, path));
		String type = wanted.path("valueType").asText(ANY_VALUE);
		if (!type.equals(ANY_VALUE) && !isTime(wanted) && !type.equals(element.path("valueType").asText())) {
			faults.add(path + ": " + element.path("valueType").asText() + " instead of " + type);
		}
		return faults;
	}

	private static boolean isSame(JsonNode wanted, JsonNode element) {
		return wanted.get("modelType").equals(element.get("modelType")) && !meaning(wanted).isEmpty()
				&& (meaning(wanted).equals(meaning(element)) || isTime(wanted) && meaning(element).equals(UTC_TIME));
	}

	private static boolean isTime(JsonNode wanted) {
		return meaning(wanted).equals(RELATIVE_TIME);
	}

	private static String meaning(JsonNode element) {
		List<String> keys = new ArrayList<>();
		element.path("semanticId").path("keys").forEach(key -> keys.add(key.get("value").textValue()));
		return String.join("/", keys);
	}

	private static String name(JsonNode element) {
		return element.path("idShort").asText("*");
	}

	private static String cardinality(JsonNode element) {
		for (JsonNode qualifier : element.path("qualifiers")) {
			if (qualifier.get("type").textValue().matches("(SMT/)?(Cardinality|Multiplicity)")) {
				return qualifier.get("value").textValue();
			}
		}
		return "";
	}

	private static List<JsonNode> children(JsonNode element) {
		List<JsonNode> children = new ArrayList<>();
		for (String list : List.of("submodelElements", "value", "statements")) {
			if (element.path(list).isArray()) {
				element.get(list).forEach(child -> {
					if (child.has("modelType")) {
						children.add(child);
					}
				});
			}
		}
		return children;
	}
}
