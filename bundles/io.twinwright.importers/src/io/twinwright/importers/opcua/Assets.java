package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.discovery.Nameplate;
import io.twinwright.core.structure.EquipmentLevel;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes assets of objects, each bound to its node. */
final class Assets {
	private static final String PIECE = "Piece";

	private final SpaceImport run;
	private final Draft draft;
	private final EndpointDraft server;

	Assets(SpaceImport run, Draft draft, EndpointDraft server) {
		this.run = run;
		this.draft = draft;
		this.server = server;
	}

	/** Adds the objects below the folder of all objects. Folders are looked into; what is directly in one is an asset named as it. */
	void add(List<ServedObject> roots) {
		for (ServedObject root : roots) {
			boolean isFolder = Ua.FOLDER_TYPE.equals(root.type()) || root.address().namespaceUri().startsWith(Ua.STANDARD);
			if (isFolder) {
				add(root.objects());
				if (!root.values().isEmpty()) {
					root(new ServedObject(root.address(), root.name(), root.space(), root.label(), root.description(), null, false, root.presence(),
							root.values(), List.of(), List.of()));
				}
			} else {
				root(root);
			}
		}
	}

	private void root(ServedObject object) {
		Optional<Integer> level = Levels.of(object);
		if (level.filter(number -> number == EquipmentLevel.SITE).isPresent()) {
			site(object);
		} else if (level.isPresent() && object.objects().stream().map(Levels::of).anyMatch(inner -> inner.filter(number -> number == EquipmentLevel.SITE).isPresent())) {
			draft.remark("'%s' is left out: a text has sites, and no equipment around them.".formatted(object.name()));
			object.objects().forEach(this::root);
		} else {
			plain(object);
		}
	}

	/** Equipment directly in a site are assets at it. */
	private void site(ServedObject object) {
		SiteDraft site = draft.site(object.address().toString(), object.name());
		draft.count("site");
		site.label = object.label().equals(object.name()) ? null : object.label();
		site.description = object.description();
		List<String> left = Content.of(object, run.kinds()).signals().keySet().stream().map(Signals::last).toList();
		if (!left.isEmpty()) {
			site.notes.add("A site has no signals. Left out are %s.".formatted(SpaceImport.some(left)));
		}
		object.objects().forEach(inner -> asset(inner, inner.name()).site = site);
	}

	private void plain(ServedObject object) {
		Content content = Content.of(object, run.kinds());
		if (run.typeOf(object) == null && content.isEmpty() && Nameplate.of(object).isEmpty()) {
			draft.remark("'%s' is left out: it has nothing that a plant has.".formatted(object.name()));
		} else {
			asset(object, object.name());
		}
	}

	private AssetDraft asset(ServedObject object, String name) {
		AssetDraft asset = draft.asset(object.address().toString(), name);
		draft.count("asset");
		asset.label = object.label().equals(object.name()) || object.label().equals(name) ? null : object.label();
		asset.description = object.description();
		asset.type = run.typeOf(object);
		asset.binding = new BindingDraft(server, object.address().toString());
		asset.identity.putAll(Nameplate.of(object));
		Content content = Content.of(object, run.kinds());
		signals(asset, object, content);
		services(asset, object, content);
		Signals.Names names = new Signals.Names(content.parts().keySet());
		content.parts().forEach((way, part) -> part(asset, names.of(way), part));
		run.ports(content.ports());
		return asset;
	}

	private void signals(AssetDraft asset, ServedObject object, Content content) {
		Map<List<String>, Declared> inherited = run.declared(object.type());
		Signals.Names names = new Signals.Names(content.signals().keySet());
		content.signals().forEach((way, value) -> {
			Declared declared = inherited.get(way);
			boolean isFound = value.variable().isFoundFrom(object.address());
			BindingDraft binding = isFound ? null : new BindingDraft(server, value.variable().address().toString());
			if (declared == null) {
				SignalDraft signal = run.signals().add(asset, names.of(way), way, value);
				signal.binding = binding;
				signal.repeated = content.repeated(way);
				draft.count("signal");
			} else if (binding != null) {
				asset.bindings.put(List.of(declared.signal()), binding);
			}
		});
	}

	private void services(AssetDraft asset, ServedObject object, Content content) {
		Set<List<String>> inherited = run.services(object.type());
		content.services().forEach((way, service) -> {
			if (!inherited.contains(way)) {
				run.signals().service(asset.service(Signals.last(way)), service, draft);
				draft.count("service");
			}
		});
		Signals.Names names = new Signals.Names(content.methods().keySet());
		content.methods().forEach((way, method) -> {
			if (!inherited.contains(way)) {
				run.method(asset.service(names.of(way)), method);
			}
		});
	}

	private void part(AssetDraft asset, String name, ServedObject object) {
		TypeDraft type = run.partType(object);
		String piece = object.value(PIECE).filter(value -> value.variable().space().equals(Ua.LIBRARY)).map(ServedValue::text)
				.map(text -> text.substring(text.lastIndexOf('.') + 1)).orElse(asset.name + "_" + name);
		PartDraft part = asset.part(name, type);
		draft.count("part");
		part.uses = asset(object, piece);
		if (part.uses.type == null) {
			part.uses.type = type;
		}
	}
}
