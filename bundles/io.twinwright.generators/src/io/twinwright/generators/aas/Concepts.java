package io.twinwright.generators.aas;

import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.States;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Capability;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Literal;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Signal;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.DataSpecificationContent;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.EmbeddedDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringDefinitionTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringPreferredNameTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.ValueList;
import org.eclipse.digitaltwin.aas4j.v3.model.ValueReferencePair;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultDataSpecificationIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEmbeddedDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultValueList;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultValueReferencePair;

/**
 * The concept descriptions of a project with their IEC 61360 data (IDTA 01003-a): one for each declaration that has a
 * unit, states or a semantic id, for each state, and for each column of a time series. A semantic id of the model stands
 * first at an element, for it is known outside; the own concept, which has the unit, says that it is a case of it.
 */
final class Concepts {
	private static final String IEC_61360 =
			"https://admin-shell.io/DataSpecificationTemplates/DataSpecificationIec61360/3/0";
	private static final String ENGLISH = "en";

	private final Texts texts;
	private final Descriptions descriptions;
	private final Map<String, ConceptDescription> byId = new TreeMap<>();

	Concepts(Texts texts, Descriptions descriptions) {
		this.texts = texts;
		this.descriptions = descriptions;
	}

	/** @return all concepts that were asked for, by id */
	List<ConceptDescription> all() {
		return List.copyOf(byId.values());
	}

	/** @return what a signal means */
	Meaning of(Signal signal) {
		return declared(signal, signal.getType(), signal.getKind().getName(), false);
	}

	/** @return what a signal means; its own concept even where nothing but its name and type is known */
	Meaning column(Signal signal) {
		return declared(signal, signal.getType(), signal.getKind().getName(), true);
	}

	/** @return what a parameter of a capability, medium or footprint means */
	Meaning of(Parameter parameter) {
		return declared(parameter, parameter.getType(), "parameter", false);
	}

	private <E extends NamedElement & ClauseHolder> Meaning declared(E element, ValueType type, String kind,
			boolean always) {
		Optional<Reference> outside = semantic(element);
		Enumeration states = States.of(type);
		String unit = Quantities.unit(type);
		if (unit == null && states == null && outside.isEmpty() && !always) {
			return Meaning.NONE;
		}
		String id = Identifiers.concept(TwinModel.qualifiedName(element));
		if (!byId.containsKey(id)) {
			Iec61360 data = new Iec61360(unit, Values.iec61360(type), states == null ? null : valueList(states));
			add(id, element, kind, data, outside.map(List::of).orElse(List.of()));
		}
		Reference own = References.external(id);
		return outside.map(first -> new Meaning(first, List.of(own))).orElseGet(() -> new Meaning(own, List.of()));
	}

	/** @return what a clause with a quantity means, such as {@code mass} in {@code kg} */
	Meaning of(String word, String unit) {
		String id = Identifiers.concept(word, unit);
		byId.computeIfAbsent(id, key -> concept(key, IdShorts.of(word),
				new Iec61360(unit, DataTypeIec61360.REAL_MEASURE, null).specification(List.of(english(word, key)),
						texts.definition("Clause '%s' of a twin model.".formatted(word), key)), List.of()));
		return new Meaning(References.external(id), List.of());
	}

	/** @return what a capability is, to be found under the same id wherever it is provided or asked for */
	Reference of(Capability capability) {
		String id = Identifiers.concept(TwinModel.qualifiedName(capability));
		if (!byId.containsKey(id)) {
			Capability base = capability.getBase();
			List<Reference> isCaseOf = base == null || base.eIsProxy() ? List.of()
					: List.of(References.external(Identifiers.concept(TwinModel.qualifiedName(base))));
			add(id, capability, "capability", new Iec61360(null, null, null), isCaseOf);
		}
		return References.external(id);
	}

	/** @return the reference that a {@code semantic} clause gives */
	static Optional<Reference> semantic(ClauseHolder holder) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Text text && text.getKind() == TextKind.SEMANTIC && text.getText() != null
					&& !text.getText().isBlank()) {
				return Optional.of(References.external(text.getText().strip()));
			}
		}
		return Optional.empty();
	}

	private void add(String id, NamedElement element, String kind, Iec61360 data, List<Reference> isCaseOf) {
		byId.put(id, concept(id, IdShorts.of(element.getName()),
				data.specification(preferredNames(element, id), definitions(element, kind, id)), isCaseOf));
	}

	private static ConceptDescription concept(String id, String idShort, EmbeddedDataSpecification data,
			List<Reference> isCaseOf) {
		return new DefaultConceptDescription.Builder().id(id).idShort(idShort).embeddedDataSpecifications(List.of(data))
				.isCaseOf(isCaseOf).build();
	}

	/** A name in English is mandatory (AASc-3a-002); a name in another script stands beside its romanization. */
	private List<LangStringPreferredNameTypeIec61360> preferredNames(NamedElement element, String id) {
		String label = element.getLabel() == null || element.getLabel().isBlank() ? element.getName() : element.getLabel();
		if (Texts.language(label).equals(ENGLISH)) {
			return texts.preferredName(label, id);
		}
		List<LangStringPreferredNameTypeIec61360> names = new ArrayList<>(List.of(english(element.getName(), id)));
		names.addAll(texts.preferredName(label, id));
		return names;
	}

	private LangStringPreferredNameTypeIec61360 english(String name, String id) {
		return texts.preferredName(Texts.language(name).equals(ENGLISH) ? name : Romanization.of(name), id).getFirst();
	}

	/** A definition in English is mandatory (AASc-3a-008). */
	private List<LangStringDefinitionTypeIec61360> definitions(NamedElement element, String kind, String id) {
		List<LangStringDefinitionTypeIec61360> definitions = new ArrayList<>();
		descriptions.of(element).ifPresent(text -> definitions.addAll(texts.definition(text, id)));
		if (definitions.stream().noneMatch(definition -> definition.getLanguage().equals(ENGLISH))) {
			String sentence = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " '"
					+ Romanization.of(element.getName()) + "'.";
			definitions.addFirst(texts.definition(sentence, id).getFirst());
		}
		return definitions;
	}

	private ValueList valueList(Enumeration states) {
		List<ValueReferencePair> values = new ArrayList<>();
		StateNumbers.of(states).forEach((state, number) -> {
			if (state.getName() != null) {
				values.add(new DefaultValueReferencePair.Builder().value(state.getName())
						.valueId(References.external(state(state, number))).build());
			}
		});
		return values.isEmpty() ? null : new DefaultValueList.Builder().valueReferencePairs(values).build();
	}

	/** @return the id of the concept of a state, whose definition has the number by which it stands on the wire */
	private String state(Literal state, int number) {
		String id = Identifiers.concept(TwinModel.qualifiedName(state));
		if (!byId.containsKey(id)) {
			List<LangStringDefinitionTypeIec61360> definitions = new ArrayList<>();
			for (LangStringDefinitionTypeIec61360 said : definitions(state, "state", id)) {
				definitions.addAll(said.getLanguage().equals(ENGLISH)
						? texts.definition(said.getText() + " On the wire: " + number + ".", id) : List.of(said));
			}
			byId.put(id, concept(id, IdShorts.of(state.getName()),
					new Iec61360(null, null, null).specification(preferredNames(state, id), definitions), List.of()));
		}
		return id;
	}

	/** @param unit the UCUM code, null for none */
	private record Iec61360(String unit, DataTypeIec61360 type, ValueList values) {
		EmbeddedDataSpecification specification(List<LangStringPreferredNameTypeIec61360> names,
				List<LangStringDefinitionTypeIec61360> definitions) {
			String symbol = unit == null ? null : Units.parse(unit).unit().map(Unit::symbol).orElse(unit);
			DataSpecificationContent content = new DefaultDataSpecificationIec61360.Builder().preferredName(names)
					.definition(definitions).unit(symbol).unitId(unit == null ? null : References.unit(unit)).dataType(type)
					.valueList(values).build();
			return new DefaultEmbeddedDataSpecification.Builder().dataSpecification(References.external(IEC_61360))
					.dataSpecificationContent(content).build();
		}
	}
}
