package io.twinwright.importers.aas;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetKind;
import org.eclipse.digitaltwin.aas4j.v3.model.ModellingKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** Makes the declarations of all shells, in the order in which one is needed by others: types, their bases first, then assets. */
final class Things {
	private final Index index;
	private final Draft draft;
	private final Map<String, Thing> byId = new LinkedHashMap<>();
	private final Map<String, Thing> byAsset = new HashMap<>();

	Things(Index index, Draft draft) {
		this.index = index;
		this.draft = draft;
	}

	void read() {
		Map<Thing, AssetAdministrationShell> shells = new LinkedHashMap<>();
		Set<String> names = new HashSet<>();
		index.shells().forEach(shell -> Own.qualifiedName(shell.getId()).ifPresent(names::add));
		index.shells().forEach(shell -> {
			Thing thing = of(shell, names);
			if (byId.putIfAbsent(thing.id, thing) != null) {
				draft.remark("Shell '%s' is invalid and left out: another one has the identifier '%s'.".formatted(thing.name, thing.id));
				return;
			}
			byAsset.putIfAbsent(thing.assetId, thing);
			shells.put(thing, shell);
		});
		for (Submodel submodel : index.alone()) {
			Thing.Kind kind = isTemplate(submodel) ? Thing.Kind.TYPE : Thing.Kind.PIECE;
			String name = submodel.getIdShort() == null ? "Submodel" : submodel.getIdShort();
			Thing thing = new Thing(kind, submodel.getId(), submodel.getId(), name, List.of(submodel));
			byId.putIfAbsent("submodel " + submodel.getId(), thing);
		}
		byId.values().forEach(this::declare);
		shells.forEach(this::derive);
		new Contents(index, draft, List.copyOf(ordered()), byAsset).read();
	}

	private static boolean isTemplate(Submodel submodel) {
		return submodel.getKind() == ModellingKind.TEMPLATE;
	}

	private Thing of(AssetAdministrationShell shell, Set<String> names) {
		draft.count("shell");
		AssetInformation information = shell.getAssetInformation();
		List<Submodel> submodels = index.submodels(shell);
		String own = Own.qualifiedName(shell.getId()).orElse("");
		AssetKind asset = information == null ? null : information.getAssetKind();
		boolean isType = asset == AssetKind.TYPE || !submodels.isEmpty() && submodels.stream().allMatch(Things::isTemplate);
		Thing.Kind kind = isType ? Thing.Kind.TYPE : !Own.around(own, names::contains).isEmpty() ? Thing.Kind.POSITION : Thing.Kind.PIECE;
		String id = shell.getId() == null ? "" : shell.getId();
		if (information == null || information.getAssetKind() == null) {
			draft.remark("Shell '%s' is invalid: it does not say what kind of asset it is for.".formatted(shell.getIdShort()));
		}
		String assetId = information == null || information.getGlobalAssetId() == null ? id : information.getGlobalAssetId();
		String name = !own.isEmpty() ? Own.last(own) : shell.getIdShort() == null ? "Shell" : shell.getIdShort();
		Thing thing = new Thing(kind, id, assetId, name, submodels);
		thing.around = Own.around(own, names::contains);
		return thing;
	}

	private void declare(Thing thing) {
		switch (thing.kind) {
			case TYPE -> {
				TypeDraft type = draft.type(thing.assetId, thing.name);
				type.library = Own.library(thing.id);
				thing.draft = type;
				thing.type = type;
			}
			case PIECE -> {
				AssetDraft asset = draft.asset(thing.assetId, thing.name);
				thing.draft = asset;
				thing.root = asset;
			}
			case POSITION -> {
			}
		}
	}

	/** Says what a shell is derived from, and how it is shown. */
	private void derive(Thing thing, AssetAdministrationShell shell) {
		List<String> from = Elements.keys(shell.getDerivedFrom());
		AssetInformation information = shell.getAssetInformation();
		Thing base = !from.isEmpty() ? byId.get(from.getFirst()) : information == null ? null : byAsset.get(information.getAssetType());
		if (base != null && base.kind == Thing.Kind.TYPE && base != thing) {
			if (thing.draft != null) {
				thing.draft.type = (TypeDraft) base.draft;
			}
			thing.type = (TypeDraft) base.draft;
		} else if (!from.isEmpty() && base == null) {
			draft.remark("Shell '%s' is derived from '%s', which is not in the file.".formatted(thing.name, from.getFirst()));
		}
		thing.label = Elements.displayName(shell).orElse(null);
		thing.piece = information == null || information.getSpecificAssetIds() == null ? null : information.getSpecificAssetIds().stream()
				.filter(id -> "piece".equals(id.getName())).map(id -> id.getValue()).findFirst().orElse(null);
		if (thing.draft != null) {
			Elements.displayName(shell).filter(name -> !name.equals(thing.name)).ifPresent(name -> thing.draft.label = name);
			thing.draft.description = Elements.description(shell).orElse(null);
			if (!thing.isLibrary() && !thing.assetId.equals(thing.id)) {
				thing.draft.identity.put("globalAssetId", thing.assetId);
			}
		}
	}

	/** @return types with each after what it extends, then pieces, then positions from the outside in */
	private List<Thing> ordered() {
		Map<EquipmentDraft, Thing> types = new LinkedHashMap<>();
		byId.values().stream().filter(thing -> thing.kind == Thing.Kind.TYPE).forEach(thing -> types.put(thing.draft, thing));
		Set<Thing> ordered = new LinkedHashSet<>();
		types.keySet().forEach(type ->
				Thing.lineage(type).toList().reversed().stream().map(types::get).filter(each -> each != null).forEach(ordered::add));
		byId.values().stream().filter(thing -> thing.kind == Thing.Kind.PIECE).forEach(ordered::add);
		List<Thing> positions = new ArrayList<>(byId.values().stream().filter(thing -> thing.kind == Thing.Kind.POSITION).toList());
		positions.sort(Comparator.comparing(thing -> thing.qualifiedName.chars().filter(c -> c == '.').count()));
		ordered.addAll(positions);
		return List.copyOf(ordered);
	}
}
