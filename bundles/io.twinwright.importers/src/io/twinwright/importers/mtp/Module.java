package io.twinwright.importers.mtp;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A module type package: a type of equipment, and a piece of it where a server is named. */
final class Module {
	private static final Set<String> READ = Set.of("CommunicationSet", "ServiceSet", "ServicesSet", "ServicesSetFunction");

	private final CaexElement element;
	private final Manifest manifest;
	private final Variables variables;
	private final Draft draft;
	private final TypeDraft type;
	private final AssetDraft asset;

	Module(CaexElement element, Manifest manifest, Variables variables, Draft draft) {
		this.element = element;
		this.manifest = manifest;
		this.variables = variables;
		this.draft = draft;
		String key = "mtp:" + (element.id().isEmpty() ? element.name() : element.id());
		this.type = draft.type(key, element.name());
		this.asset = draft.asset(key, element.name() + "_1");
	}

	void read() {
		asset.type = type;
		type.description = element.description().isEmpty() ? null : element.description();
		element.value("Version").ifPresent(version -> type.identity.put("SoftwareVersion", version));
		draft.count("module");
		sets();
		List<DataObject> objects = element.all().filter(each -> each.className().equals("InstanceList"))
				.flatMap(list -> list.children().stream()).map(object -> new DataObject(object, variables)).toList();
		objects.forEach(object -> draft.count("data object"));
		Services services = new Services(manifest, variables, draft, type, asset);
		Set<CaexElement> ofServices = services.dataObjects();
		Map<DataObject, String> names = names(objects);
		objects.stream().filter(object -> !ofServices.contains(object.element())).forEach(object -> add(object, names.get(object)));
		services.read();
	}

	private void sets() {
		element.children().stream().filter(child -> child.kind() == CaexElement.Kind.INTERNAL)
				.filter(child -> !READ.contains(child.className()))
				.forEach(child -> draft.remark("'%s' of module '%s' (%s) is not imported.".formatted(child.name(), element.name(),
						child.className())));
	}

	/** @return short names: the last of the names between dots, unless two have the same */
	private static Map<DataObject, String> names(List<DataObject> objects) {
		Map<String, Long> alike = objects.stream().collect(Collectors.groupingBy(object -> last(object.element().name()),
				Collectors.counting()));
		Map<DataObject, String> names = new LinkedHashMap<>();
		objects.forEach(object -> {
			String whole = object.element().name();
			names.put(object, alike.get(last(whole)) == 1 ? last(whole) : whole);
		});
		return names;
	}

	/** @return the last of the names between dots */
	static String last(String name) {
		String last = name.substring(name.lastIndexOf('.') + 1).strip();
		return last.isEmpty() ? name : last;
	}

	private void add(DataObject object, String name) {
		switch (object.family()) {
			case DIAGNOSTIC -> draft.remark("'%s' (%s) has only status and is not imported.".formatted(name, object.element().className()));
			case SERVICE -> draft.remark("'%s' (%s) belongs to no service and is not imported.".formatted(name, object.element().className()));
			case OTHER -> draft.remark("'%s' is a '%s', which is no data object that is known, and is not imported.".formatted(name,
					object.element().className()));
			case INDICATOR, OPERATION, INPUT, ACTIVE, PARAMETER -> signals(object, name);
		}
	}

	private void signals(DataObject object, String name) {
		Set<String> added = new HashSet<>();
		for (Role role : Role.of(object.family())) {
			boolean isNamed = role.isMain() && added.contains(name);
			if (object.has(role.variable()) && !isNamed && (role.isMain() || object.isBound(role.variable()))) {
				String named = role.isMain() ? name : name + "_" + role.variable();
				added.add(named);
				SignalDraft signal = type.signal(named);
				object.fill(signal, role);
				draft.count("signal");
				variables.bind(asset, List.of(signal), object.element().attribute(role.variable()).value());
			}
		}
		if (added.isEmpty()) {
			draft.remark("'%s' (%s) has none of the variables of its kind.".formatted(name, object.element().className()));
		}
	}
}
