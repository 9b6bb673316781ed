package io.twinwright.generators.aas;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** The property set of a capability: the bounds of its parameters, its rate, and how long it lasts. */
final class CapabilityProperties {
	private static final Meaning CONTAINER =
			Meaning.of("https://admin-shell.io/idta/CapabilityDescription/PropertyContainer/1/0");
	/** In a container the template spells this id so, in lists without {@code Enum}. */
	private static final String RANGE = "https://admin-shell.io/idta/CapabilityPropertyEnumType/Range/1/0";
	private static final String PROPERTY = "https://admin-shell.io/idta/CapabilityPropertyType/Property/1/0";

	private final Context context;

	CapabilityProperties(Context context) {
		this.context = context;
	}

	/** @return a container for each property */
	List<SubmodelElement> of(CapabilityUse use) {
		if (use.invocation() == null) {
			return List.of();
		}
		List<SubmodelElement> containers = new ArrayList<>();
		List<ArgumentData> arguments = ArgumentData.of(use.invocation());
		Map<String, String> idShorts = ArgumentData.idShorts(arguments);
		arguments.forEach(argument -> containers.add(bound(argument, idShorts)));
		measure(use, MeasureKind.RATE, containers);
		measure(use, MeasureKind.LASTS, containers);
		return containers;
	}

	private SubmodelElement bound(ArgumentData argument, Map<String, String> idShorts) {
		String name = argument.parameter().getName();
		Meaning meaning = context.concepts().of(argument.parameter());
		SubmodelElement element = argument.element(idShorts.get(name), meaning.in(RANGE), meaning.in(PROPERTY));
		context.label(element, argument.parameter(), name);
		return Elements.collection(idShorts.get(name), CONTAINER, List.of(element));
	}

	private void measure(CapabilityUse use, MeasureKind kind, List<SubmodelElement> containers) {
		Amounts.measure(use.holder(), kind).map(Measure::getValue).flatMap(value -> Quantities.of(value, null))
				.ifPresent(value -> containers.add(clause(kind.getLiteral(), value)));
	}

	/** The word of the clause has an underscore in the set, for a parameter may have the same name. */
	private SubmodelElement clause(String word, Quantity value) {
		SubmodelElement element = Elements.property(word, context.concepts().of(word, value.unit().code()).in(PROPERTY),
				DataTypeDefXsd.DOUBLE, Values.number(value.number()));
		return Elements.collection("clause_" + word, CONTAINER, List.of(element));
	}
}
