package io.twinwright.generators.aas;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Footprint;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Parameter;
import io.twinwright.model.Size;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** How large and heavy something is, and how long it takes to set it up. */
final class Dimensions {
	private static final String ARBITRARY = "https://admin-shell.io/SMT/General/Arbitrary";

	private final Context context;

	Dimensions(Context context) {
		this.context = context;
	}

	/** @return mass, setup time and the sizes of the footprint */
	List<SubmodelElement> of(Subject subject) {
		List<SubmodelElement> elements = new ArrayList<>();
		measure(subject, MeasureKind.MASS).ifPresent(elements::add);
		measure(subject, MeasureKind.SETUP).ifPresent(elements::add);
		subject.clause(Size.class).map(Size::getFootprint).filter(footprint -> !footprint.eIsProxy()
				&& footprint.getName() != null).ifPresent(footprint -> elements.add(footprint(footprint)));
		return elements;
	}

	private Optional<SubmodelElement> measure(Subject subject, MeasureKind kind) {
		for (Structure layer : subject.layers()) {
			Optional<Measure> measure = layer instanceof ClauseHolder holder ? Amounts.measure(holder, kind)
					: Optional.empty();
			if (measure.isPresent()) {
				return Quantities.of(measure.get().getValue(), null).map(value -> quantity(kind.getLiteral(), value));
			}
		}
		return Optional.empty();
	}

	/** @return a clause of a word and a quantity as a property in the unit of the text */
	SubmodelElement quantity(String word, Quantity value) {
		return Elements.property(IdShorts.of(word), context.concepts().of(word, value.unit().code()), DataTypeDefXsd.DOUBLE,
				Values.number(value.number()));
	}

	private SubmodelElement footprint(Footprint footprint) {
		List<SubmodelElement> sizes = new ArrayList<>();
		for (Parameter parameter : footprint.getParameters()) {
			if (parameter.getName() != null) {
				sizes.add(Elements.property(IdShorts.of(parameter.getName()), context.concepts().of(parameter).or(ARBITRARY),
						Values.xsd(parameter.getType()), Values.of(parameter.getValue(), parameter.getType()).orElse(null)));
			}
		}
		SubmodelElement element = Elements.collection("footprint", Meaning.of(ARBITRARY), sizes);
		context.label(element, footprint, "footprint");
		return element;
	}
}
