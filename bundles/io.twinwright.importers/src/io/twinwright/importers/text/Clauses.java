package io.twinwright.importers.text;

import io.twinwright.dsl.insert.SignalText;
import io.twinwright.importers.draft.BayDraft;
import io.twinwright.importers.draft.BoundDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PortDraft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.RefinementDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.model.MeasureKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes what stands behind names: arguments of capabilities and media, quantities, ports and refinements. */
final class Clauses {
	private final Naming naming;
	private final SignalText texts;
	private final SignalLines signals;

	Clauses(Naming naming, SignalText texts, SignalLines signals) {
		this.naming = naming;
		this.texts = texts;
		this.signals = signals;
	}

	/** @return bounds in parentheses, empty for none */
	String arguments(List<BoundDraft> bounds) {
		String all = bounds.stream().map(this::argument).filter(Objects::nonNull).collect(Collectors.joining(", "));
		return all.isEmpty() ? "" : "(" + all + ")";
	}

	private String argument(BoundDraft bound) {
		String name = texts.name(naming.of(bound.parameter()));
		String unit = signals.unit(bound.parameter());
		String behind = unit == null ? "" : " [" + unit + "]";
		if (bound.word() != null) {
			String word = bound.word().strip();
			return name + " = " + (word.equals("true") || word.equals("false") ? word : SignalText.quoted(word));
		}
		if (bound.low() != null && bound.high() != null) {
			return name + " = " + texts.number(bound.low()) + (bound.low().compareTo(bound.high()) == 0 ? "" : ".." + texts.number(bound.high()))
					+ behind;
		}
		BigDecimal only = bound.low() != null ? bound.low() : bound.high();
		return only == null ? null : name + (bound.low() != null ? " >= " : " <= ") + texts.number(only) + behind;
	}

	/** @return a clause of a word and a quantity, empty for none */
	String quantity(String word, QuantityDraft quantity) {
		return quantity == null || quantity.ucum() != null && !UnitReading.isWritable(quantity.ucum()) ? ""
				: " " + word + " " + texts.number(quantity.number()) + (quantity.ucum() == null ? "" : " [" + quantity.ucum() + "]");
	}

	/** @return how large and heavy equipment is */
	String size(EquipmentDraft equipment) {
		StringBuilder text = new StringBuilder(equipment.footprint == null ? "" : " footprint " + texts.name(equipment.footprint));
		equipment.measures.forEach((kind, quantity) -> text.append(quantity(kind.getLiteral(), quantity)));
		return text.toString();
	}

	/** @return where a site is on the earth and in time, as far as the language takes it */
	String place(SiteDraft site) {
		boolean isPlace = site.latitude != null && site.longitude != null;
		return (isPlace ? " location " + texts.number(site.latitude) + ", " + texts.number(site.longitude) : "")
				+ (site.zone == null ? "" : " zone " + SignalText.quoted(site.zone));
	}

	/** @param labelled its name with its label */
	String bay(BayDraft bay, String labelled) {
		return "bay " + labelled + (bay.footprint == null ? "" : " footprint " + texts.name(bay.footprint))
				+ quantity(MeasureKind.FLOOR.getLiteral(), bay.floor);
	}

	/** @param labelled its name with its label */
	String port(PortDraft port, String labelled) {
		return "port " + port.direction.getLiteral() + " " + labelled + (port.repeated > 1 ? " 1.." + port.repeated : "") + " : "
				+ texts.name(naming.of(port.medium)) + arguments(port.bounds) + quantity(MeasureKind.CAPACITY.getLiteral(), port.capacity);
	}

	/** @return the line of a refinement */
	String refinement(RefinementDraft refinement) {
		String path = refinement.way().stream().map(step -> texts.name(naming.of(step))).collect(Collectors.joining("."));
		NamedDraft last = refinement.way().getLast();
		String value = refinement.value() == null ? "" : signals.value(last, refinement.value());
		return "refine " + path + value + (refinement.low() == null || refinement.high() == null ? ""
				: " range " + texts.number(refinement.low()) + ".." + texts.number(refinement.high()));
	}
}
