package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.BoundDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.SignalDraft;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** Reads what elements ask of parameters, and quantities with their units. */
final class Bounds {
	private final Index index;
	private final Draft draft;

	Bounds(Index index, Draft draft) {
		this.index = index;
		this.draft = draft;
	}

	/** @return the name of the parameter that an element bounds: that of its concept, else as it is shown or called */
	String name(SubmodelElement element) {
		return Elements.meanings(element).stream().filter(meaning -> meaning.endsWith(":concept")).map(Own::qualifiedName).flatMap(Optional::stream)
				.map(Own::last).findFirst().orElse(element.getIdShort() == null ? "value" : element.getIdShort());
	}

	/** Fills in unit and values of a parameter. */
	SignalDraft fill(SignalDraft parameter, SubmodelElement element) {
		parameter.data = switch (element) {
			case Property property -> Signals.data(property.getValueType());
			case Range range -> Signals.data(range.getValueType());
			default -> Data.TEXT;
		};
		index.concept(element).ifPresent(concept -> {
			concept.fill(parameter);
			parameter.states.clear();
			parameter.data = parameter.data == Data.STATE ? Data.TEXT : parameter.data;
		});
		return parameter;
	}

	/** @return the bounds that an element says, empty for none */
	Optional<BoundDraft> of(SubmodelElement element, SignalDraft parameter) {
		if (element instanceof Range range) {
			BigDecimal low = number(range.getMin(), range);
			BigDecimal high = number(range.getMax(), range);
			return low == null && high == null ? Optional.empty() : Optional.of(new BoundDraft(parameter, low, high, null));
		}
		boolean isNumber = parameter.data == Data.REAL || parameter.data == Data.INTEGER;
		return Elements.text(element).flatMap(text -> isNumber
				? Optional.ofNullable(number(text, element)).map(number -> new BoundDraft(parameter, number, number, null))
				: Optional.of(new BoundDraft(parameter, null, null, text)));
	}

	private BigDecimal number(String text, SubmodelElement element) {
		Optional<BigDecimal> number = Signals.number(text);
		if (text != null && !text.isBlank() && number.isEmpty()) {
			draft.remark("'%s' is invalid: its value '%s' is no number.".formatted(element.getIdShort(), text));
		}
		return number.orElse(null);
	}

	/** @return a number with the unit of its concept */
	Optional<QuantityDraft> quantity(Property property) {
		return Signals.number(property.getValue()).map(number -> new QuantityDraft(number,
				index.concept(property).map(Concept::ucum).orElse(null)));
	}
}
