package io.twinwright.importers.aas;

import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.NumberedDraft;
import io.twinwright.importers.draft.PartDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.ModellingKind;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** Reads the submodels of all things, each kind for all things before the next, since what is bound must be declared before. */
final class Contents {
	private final Draft draft;
	private final List<Thing> things;
	private final Map<String, Thing> byName = new HashMap<>();
	private final Index index;
	private final Nameplates nameplates = new Nameplates();
	private final CarbonFootprints footprints = new CarbonFootprints();
	private final ControlComponents controls;
	private final Capabilities capabilities;
	private final TechnicalData technicalData;
	private final Hierarchy hierarchy;
	private final Interfaces interfaces;
	private final TimeSeries timeSeries;
	private final Properties properties;

	/** @param things each after what it extends or stands in */
	Contents(Index index, Draft draft, List<Thing> things, Map<String, Thing> byAsset) {
		this.draft = draft;
		this.index = index;
		this.things = things;
		things.forEach(thing -> byName.putIfAbsent(thing.qualifiedName, thing));
		Signals signals = new Signals(index, draft, byName);
		this.capabilities = new Capabilities(index, draft);
		this.controls = new ControlComponents(signals, draft);
		this.properties = new Properties(signals, draft);
		this.technicalData = new TechnicalData(signals, properties, index, draft);
		this.hierarchy = new Hierarchy(draft, properties, things, byAsset);
		this.interfaces = new Interfaces(signals, index, draft, byAsset);
		this.timeSeries = new TimeSeries(signals, draft);
	}

	void read() {
		List<Thing> declared = things.stream().filter(thing -> thing.draft != null && !thing.isLibrary()).toList();
		declared.forEach(thing -> chapters(thing, Chapter.NAMEPLATE).forEach(submodel -> nameplates.read(thing, submodel)));
		declared.forEach(thing -> chapters(thing, Chapter.CARBON_FOOTPRINT).forEach(submodel -> footprints.read(thing, submodel)));
		declared.forEach(thing -> chapters(thing, Chapter.CAPABILITIES).forEach(submodel -> capabilities.read(thing, submodel)));
		declared.forEach(thing -> chapters(thing, Chapter.CONTROL_COMPONENT).forEach(submodel -> controls.read(thing, submodel)));
		declared.forEach(hierarchy::read);
		things.stream().filter(thing -> thing.kind == Thing.Kind.POSITION).forEach(this::place);
		declared.forEach(thing ->
				chapters(thing, Chapter.TECHNICAL_DATA).forEach(submodel -> technicalData.read(thing, submodel)));
		declared.forEach(this::others);
		things.stream().filter(thing -> !thing.isLibrary()).forEach(thing ->
				chapters(thing, Chapter.INTERFACES).forEach(submodel -> interfaces.read(thing, submodel)));
		things.stream().filter(thing -> !thing.isLibrary()).forEach(thing ->
				chapters(thing, Chapter.TIME_SERIES).forEach(submodel -> timeSeries.read(thing, submodel)));
		timeSeries.report();
		things.stream().filter(thing -> !thing.isLibrary()).forEach(thing ->
				chapters(thing, Chapter.MAPPINGS).forEach(submodel -> mappings(thing, submodel)));
		if (declared.stream().anyMatch(thing -> !thing.qualifiedName.isEmpty())) {
			draft.remark("A shell holds no connections, standby pieces, sites, shifts, alarms, feedback, recipes, orders, contracts, policies, offers and "
					+ "scenarios. What the model of these shells had of them is not here.");
		}
	}

	/** That an interface feeds a time series follows from the bindings of its columns; other sinks are no signals of a twin. */
	private void mappings(Thing thing, Submodel submodel) {
		long others = Elements.all(submodel).filter(RelationshipElement.class::isInstance).map(RelationshipElement.class::cast)
				.map(relation -> Elements.keys(relation.getSecond())).filter(keys -> keys.isEmpty() || index.submodel(keys.getFirst())
						.filter(sink -> Chapter.of(sink) == Chapter.TIME_SERIES).isEmpty()).count();
		if (others > 0) {
			draft.remark("%d mappings of interfaces of '%s' to elements of other submodels are not imported.".formatted(others, thing.name));
		}
	}

	/** @return the submodels of a kind that say something of the thing itself, and not what others should say */
	private static List<Submodel> chapters(Thing thing, Chapter chapter) {
		return thing.chapters(chapter).stream().filter(submodel -> submodel.getKind() != ModellingKind.TEMPLATE).toList();
	}

	/** Templates say which properties there are, whatever they are for; of other submodels the values are kept. */
	private void others(Thing thing) {
		for (Submodel submodel : thing.submodels) {
			boolean isTemplate = submodel.getKind() == ModellingKind.TEMPLATE;
			if (isTemplate || Chapter.of(submodel) == Chapter.OTHER) {
				int read = properties.read(thing, submodel);
				if (!isTemplate || read == 0) {
					String name = submodel.getIdShort() == null ? submodel.getId() : submodel.getIdShort();
					draft.remark("Submodel '%s' of '%s' is none that is understood; %s.".formatted(name, thing.name,
							read == 0 ? "nothing of it is imported" : "its %d values are imported as properties".formatted(read)));
				}
			}
		}
	}

	/** Finds the way to a position: by the name of what it is in, and the part of that. */
	private void place(Thing position) {
		Thing around = byName.get(position.around);
		String name = position.place();
		int hash = name.lastIndexOf('#');
		String plain = hash < 0 ? name : name.substring(0, hash);
		Optional<PartDraft> part = around == null || around.structure() == null ? Optional.empty()
				: Thing.part(around.structure(), plain);
		if (part.isEmpty() || around.root == null) {
			draft.remark("Shell '%s' is for a position that no asset of the file has.".formatted(position.name));
			return;
		}
		position.root = around.root;
		boolean isNumbered = hash >= 0 && name.substring(hash + 1).matches("\\d{1,9}");
		position.way = Ways.join(around.way, List.of(isNumbered ? new NumberedDraft(part.get(), Integer.parseInt(name.substring(hash + 1))) : part.get()));
		if (position.type == null) {
			position.type = part.get().type;
		}
	}

	/** @return names in quotes, joined */
	static String quoted(List<String> names) {
		return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
	}
}
