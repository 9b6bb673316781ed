package io.twinwright.importers.aas;

import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.MediumDraft;
import io.twinwright.importers.draft.PortDraft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.Direction;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Reads Technical Data (IDTA 02003) in its editions: values as properties and ranges as those of signals, and size, mass and
 * ports where they stand as this product writes them. Who made it is left to the nameplate, if there is one.
 */
final class TechnicalData {
	private static final Set<String> AREAS = Set.of("TechnicalPropertyAreas", "TechnicalProperties");
	private static final Set<String> GENERAL = Set.of("GeneralInformation");
	private static final Set<String> CLASSES = Set.of("ProductClassifications");

	private final Signals signals;
	private final Properties properties;
	private final Bounds bounds;
	private final Draft draft;

	TechnicalData(Signals signals, Properties properties, Index index, Draft draft) {
		this.signals = signals;
		this.properties = properties;
		this.bounds = new Bounds(index, draft);
		this.draft = draft;
	}

	void read(Thing thing, Submodel submodel) {
		for (SubmodelElement element : Elements.in(submodel)) {
			String name = element.getIdShort() == null ? "" : element.getIdShort();
			if (AREAS.contains(name)) {
				Elements.in(element).forEach(area -> area(thing, area));
			} else if (GENERAL.contains(name)) {
				general(thing, element);
			} else if (CLASSES.contains(name)) {
				Elements.in(element).forEach(each -> Elements.text(each, "ProductClassId").ifPresent(id -> thing.draft.notes.add(
						"It is of the product class '%s' (%s).".formatted(id, Elements.text(each, "ClassificationSystem", "ProductClassificationSystem").orElse("?")))));
			} else if (!Elements.in(element).isEmpty()) {
				thing.draft.notes.add("'%s' of the technical data is not imported.".formatted(name));
			}
		}
	}

	/** An area has sections; in the edition before 2.0 the areas were left out. */
	private void area(Thing thing, SubmodelElement area) {
		switch (area) {
			case Property property -> properties.one(thing, property, SignalKind.PROPERTY);
			case Range range -> properties.range(thing, range, "", SignalKind.SENSOR);
			default -> {
				boolean isSection = area.getIdShort() != null;
				(isSection ? List.of(area) : Elements.in(area)).forEach(section -> section(thing, section));
			}
		}
	}

	private void section(Thing thing, SubmodelElement section) {
		switch (section.getIdShort() == null ? "" : section.getIdShort()) {
			case "Properties" -> properties.section(thing, section, "", SignalKind.PROPERTY);
			case "Parameters" -> properties.section(thing, section, "", SignalKind.PARAMETER);
			case "Ranges" -> Elements.in(section).forEach(range -> range(thing, range));
			case "Dimensions" -> Elements.in(section).forEach(size -> dimension(thing, size));
			case "Ports" -> Elements.in(section).forEach(port -> port(thing, port));
			default -> properties.section(thing, section, section.getIdShort() == null ? "" : section.getIdShort() + "_", SignalKind.PROPERTY);
		}
	}

	/** What is computed has no range that could be kept without its formula. */
	private void range(Thing thing, SubmodelElement element) {
		boolean isInsight = signals.concept(element).flatMap(Concept::kind).filter(SignalKind.INSIGHT::equals).isPresent();
		if (element instanceof Range range && !isInsight) {
			properties.range(thing, range, "", SignalKind.SENSOR);
		}
	}

	private void general(Thing thing, SubmodelElement general) {
		Elements.in(general).forEach(line -> Elements.text(line).ifPresent(text -> {
			String key = switch (line.getIdShort()) {
				case "ManufacturerArticleNumber" -> "ProductArticleNumberOfManufacturer";
				case "ManufacturerOrderCode" -> "OrderCodeOfManufacturer";
				case null, default -> line.getIdShort();
			};
			boolean isKnown = key == null || Thing.lineage(thing.draft).anyMatch(base -> base.identity.containsKey(key) || text.equals(base.label));
			if (!isKnown) {
				thing.draft.identity.put(key, text);
			}
		}));
	}

	private void dimension(Thing thing, SubmodelElement element) {
		if (element instanceof Property property) {
			Optional<QuantityDraft> quantity = bounds.quantity(property);
			Arrays.stream(new MeasureKind[] {MeasureKind.MASS, MeasureKind.SETUP}).filter(kind -> kind.getLiteral().equals(property.getIdShort()))
					.forEach(kind -> quantity.filter(value -> isNew(thing.draft, kind, value)).ifPresent(value -> thing.draft.measures.put(kind, value)));
		} else if ("footprint".equals(element.getIdShort())) {
			Optional<String> sizes = Elements.in(element).stream().flatMap(size -> Elements.meanings(size).stream()).map(Own::qualifiedName)
					.flatMap(Optional::stream).map(Own::around).findFirst();
			String name = sizes.map(Own::last).or(() -> Elements.displayName(element)).orElse("footprint");
			boolean isLibrary = sizes.filter(Own::isLibrary).isPresent();
			if (isLibrary && Thing.lineage(thing.draft).noneMatch(base -> name.equals(base.footprint))) {
				thing.draft.footprint = name;
			} else if (!isLibrary) {
				thing.draft.notes.add("Its footprint '%s' is none of the library.".formatted(name));
			}
		}
	}

	private static boolean isNew(EquipmentDraft equipment, MeasureKind kind, QuantityDraft value) {
		return Thing.lineage(equipment).noneMatch(base -> value.equals(base.measures.get(kind)));
	}

	private void port(Thing thing, SubmodelElement element) {
		String name = signals.name(thing, element);
		Optional<Direction> direction = Elements.text(element, "direction").map(Direction::get);
		Optional<String> medium = Elements.text(element, "medium");
		if (direction.isEmpty() || medium.isEmpty()) {
			thing.draft.notes.add("Port '%s' has no direction or no medium.".formatted(name));
			return;
		}
		if (Thing.lineage(thing.draft).anyMatch(base -> base.ports.stream().anyMatch(port -> port.name.equals(name)))) {
			return;
		}
		List<SubmodelElement> demands = Elements.in(element).stream().filter(each -> "demands".equals(each.getIdShort()) || "offers".equals(each.getIdShort()))
				.flatMap(each -> Elements.in(each).stream()).toList();
		MediumDraft flow = medium(medium.get(), demands);
		PortDraft port = thing.draft.port(name, direction.get(), flow);
		draft.count("port");
		signals.labelOf(element, name).ifPresent(label -> port.label = label);
		port.repeated = Elements.text(element, "count").flatMap(Signals::number).map(number -> number.intValue()).orElse(0);
		Elements.child(element, "capacity").filter(Property.class::isInstance).flatMap(each -> bounds.quantity((Property) each))
				.ifPresent(capacity -> port.capacity = capacity);
		demands.forEach(demand -> bounds.of(demand, parameter(flow, demand)).ifPresent(port.bounds::add));
	}

	/** A medium may be one of the library, unless it has parameters that are not; the library decides by its name. */
	private MediumDraft medium(String name, List<SubmodelElement> demands) {
		MediumDraft medium = draft.medium(name, name);
		boolean isOther = demands.stream().map(Elements::meanings)
				.anyMatch(meanings -> meanings.stream().map(Own::library).allMatch(known -> known == null));
		medium.library = isOther ? null : name;
		return medium;
	}

	private SignalDraft parameter(MediumDraft medium, SubmodelElement demand) {
		String name = bounds.name(demand);
		return medium.parameters.stream().filter(each -> each.name.equals(name)).findFirst().orElseGet(() -> bounds.fill(medium.parameter(name), demand));
	}
}
