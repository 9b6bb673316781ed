package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.SignalKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.digitaltwin.aas4j.v3.model.DataSpecificationIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.EmbeddedDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.HasDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringDefinitionTypeIec61360;

/**
 * What a concept description, or a data specification at an element, says (IEC 61360).
 *
 * @param id of the concept, empty for none
 * @param ucum the UCUM code of its unit, null for none
 * @param unit the unit as people write it, null for none
 * @param type null if nobody says
 * @param states by name with their numbers
 * @param enumeration the name of the states, empty for none
 * @param definition in English, empty for none
 */
record Concept(String id, String ucum, String unit, DataTypeIec61360 type, Map<String, Integer> states, String enumeration, String definition) {
	private static final String UCUM = "http://unitsofmeasure.org";
	private static final Pattern KIND = Pattern.compile("^(\\w+) '.*'\\.$");

	/**
	 * @param definitions gives the definition of another concept by its id
	 * @return what is said, empty if nothing is
	 */
	static Optional<Concept> of(String id, HasDataSpecification element, Function<String, String> definitions) {
		List<EmbeddedDataSpecification> specifications = element.getEmbeddedDataSpecifications();
		return specifications == null ? Optional.empty() : specifications.stream().map(EmbeddedDataSpecification::getDataSpecificationContent)
				.filter(DataSpecificationIec61360.class::isInstance).map(DataSpecificationIec61360.class::cast).findFirst()
				.map(data -> of(id, data, definitions));
	}

	private static Concept of(String id, DataSpecificationIec61360 data, Function<String, String> definitions) {
		List<String> unit = Elements.keys(data.getUnitId());
		String ucum = unit.size() > 1 && unit.getFirst().equals(UCUM) ? unit.get(1) : null;
		Map<String, Integer> states = new LinkedHashMap<>();
		String enumeration = "";
		if (data.getValueList() != null && data.getValueList().getValueReferencePairs() != null) {
			for (var pair : data.getValueList().getValueReferencePairs()) {
				List<String> meaning = Elements.keys(pair.getValueId());
				String state = meaning.isEmpty() ? "" : meaning.getLast();
				int number = number(definitions.apply(state)).orElse(states.size());
				if (pair.getValue() != null && !pair.getValue().isBlank()) {
					states.putIfAbsent(pair.getValue().strip(), number);
				}
				enumeration = Own.qualifiedName(state).map(Own::around).map(Own::last).orElse(enumeration);
			}
		}
		return new Concept(id, ucum, blankToNull(data.getUnit()), data.getDataType(), states, enumeration, definition(data));
	}

	/** @return the definition of IEC 61360 in English, empty for none */
	static String definition(DataSpecificationIec61360 data) {
		List<LangStringDefinitionTypeIec61360> definitions = data.getDefinition();
		return definitions == null ? "" : Elements.language(definitions).orElse("");
	}

	/** The number of a state stands at the end of its definition. */
	private static Optional<Integer> number(String definition) {
		Matcher number = Pattern.compile("On the wire: (-?\\d{1,9})\\.$").matcher(definition == null ? "" : definition);
		return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
	}

	private static String blankToNull(String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

	/** @return what kind of signal it is, where the definition says only that */
	Optional<SignalKind> kind() {
		Matcher kind = KIND.matcher(definition);
		return !kind.matches() ? Optional.empty()
				: Arrays.stream(SignalKind.values()).filter(each -> each.getLiteral().equalsIgnoreCase(kind.group(1))).findFirst();
	}

	/** Fills in unit and states, and the type of the values if the signal has none that is more than a text. */
	void fill(SignalDraft signal) {
		signal.ucum = ucum;
		signal.unit = unit;
		if (!states.isEmpty() && (signal.data == Data.TEXT || signal.data == Data.INTEGER || signal.data == Data.STATE)) {
			signal.data = Data.STATE;
			signal.states.putAll(states);
			signal.enumeration = enumeration;
		} else if (signal.data == Data.TEXT && type != null && signal.value == null) {
			signal.data = data(type);
		}
	}

	private static Data data(DataTypeIec61360 type) {
		return switch (type) {
			case REAL_MEASURE, REAL_COUNT, REAL_CURRENCY, RATIONAL, RATIONAL_MEASURE -> Data.REAL;
			case INTEGER_MEASURE, INTEGER_COUNT, INTEGER_CURRENCY -> Data.INTEGER;
			case BOOLEAN -> Data.TRUTH;
			case TIMESTAMP -> Data.TIME;
			default -> Data.TEXT;
		};
	}
}
