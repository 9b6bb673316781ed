package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Binding;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.QuantityType;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.UnitPer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Group 2: units are UCUM codes. */
public class UnitRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void unitIsKnown(QuantityType type) {
		unit(type, type.getUnit(), TWIN.getQuantityType_Unit());
	}

	@Check
	public void unitIsKnown(PrimitiveType type) {
		unit(type, type.getUnit(), TWIN.getPrimitiveType_Unit());
	}

	@Check
	public void unitIsKnown(Quantity quantity) {
		unit(quantity, quantity.getUnit(), TWIN.getQuantity_Unit());
	}

	@Check
	public void unitIsKnown(QuantityLiteral literal) {
		unit(literal, literal.getUnit(), TWIN.getQuantityLiteral_Unit());
	}

	@Check
	public void unitIsKnown(Binding binding) {
		unit(binding, binding.getUnit(), TWIN.getBinding_Unit());
	}

	@Check
	public void unitIsKnown(UnitPer per) {
		unit(per, per.getUnit(), TWIN.getUnitPer_Unit());
	}

	private void unit(EObject element, String code, EAttribute feature) {
		if (code == null) {
			return;
		}
		switch (Units.parse(code)) {
			case Parsed.Unknown unknown -> unknown(element, feature, unknown);
			case Parsed.Known known -> {
				if (known.value().isCalendarLength()) {
					calendar(element, feature, code);
				}
			}
		}
	}

	private void unknown(EObject element, EAttribute feature, Parsed.Unknown unknown) {
		List<String> suggestions = unknown.suggestions();
		String hint = suggestions.isEmpty() ? unknown.reason() : "Did you mean '[%s]'?".formatted(suggestions.getFirst());
		List<Fix> fixes = new ArrayList<>();
		suggestions.forEach(code -> fixes.addAll(Edits.fix("Change to [%s]".formatted(code),
				Edits.replace(element, feature, 0, "[" + code + "]"))));
		report(Rule.UNKNOWN_UNIT, "Unit '[%s]' is not a UCUM code. %s".formatted(unknown.code(), hint), element, feature, fixes);
	}

	private void calendar(EObject element, EAttribute feature, String code) {
		String word = code.contains("mo") ? "month" : "year";
		List<Fix> fixes = switch (element) {
			case UnitPer per -> Edits.fix("Change to '%s'".formatted(word), Edits.replace(per, word));
			case Quantity quantity when quantity.eContainer() instanceof TimeWindow window -> Edits.fix(
					"Change to 'over %s'".formatted(word), Edits.replace(window, "over " + word));
			default -> Edits.fix("Change to [d]", Edits.replace(element, feature, 0, "[d]"));
		};
		report(Rule.CALENDAR_UNIT, "Unit '[%s]' is a mean calendar length. Use 'over %s' or 'per %s', or count in '[d]'."
				.formatted(code, word, word), element, feature, fixes);
	}
}
