package io.twinwright.importers.aas;

import io.twinwright.core.structure.EntryNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** Reads the Carbon Footprint (IDTA 02023) as identity: of several footprints the first, in the names of its elements. */
final class CarbonFootprints {
	private static final String FOOTPRINTS = "ProductCarbonFootprints";
	private static final String AMOUNT = "PcfCO2eq";

	void read(Thing thing, Submodel submodel) {
		List<SubmodelElement> footprints = Elements.child(submodel, FOOTPRINTS).map(Elements::in).orElse(List.of());
		long others = Elements.in(submodel).stream().filter(element -> !FOOTPRINTS.equals(element.getIdShort()))
				.mapToLong(element -> Math.max(1, Elements.in(element).size())).sum() + Math.max(0, footprints.size() - 1);
		if (others > 0 || footprints.isEmpty()) {
			thing.draft.notes.add(footprints.isEmpty() ? "Its carbon footprint is not imported: it has no footprint of the product."
					: "Of its carbon footprints the first is imported, and %d are not.".formatted(others));
		}
		footprints.stream().findFirst().ifPresent(footprint -> Elements.in(footprint).forEach(element -> entry(thing, element)));
	}

	private static void entry(Thing thing, SubmodelElement element) {
		String name = element.getIdShort() == null ? "" : element.getIdShort();
		Optional<String> text = text(element);
		if (!EntryNames.CARBON_FOOTPRINT.contains(name)) {
			if (text.isPresent() || !Elements.in(element).isEmpty()) {
				thing.draft.notes.add("'%s' of the carbon footprint is not imported.".formatted(name));
			}
		} else if (text.isPresent()) {
			String value = text.get() + (name.equals(AMOUNT) ? " kg" : "");
			if (!Nameplates.isKnown(thing.draft, name, value)) {
				thing.draft.identity.putIfAbsent(name, value);
			}
		}
	}

	/** Several values stand in one text. */
	private static Optional<String> text(SubmodelElement element) {
		if (element instanceof File file) {
			return Optional.ofNullable(file.getValue()).filter(value -> !value.isBlank());
		}
		return Elements.text(element).or(() -> Optional.of(Elements.in(element).stream().map(Elements::text).flatMap(Optional::stream)
				.collect(Collectors.joining("; "))).filter(joined -> !joined.isEmpty()));
	}
}
