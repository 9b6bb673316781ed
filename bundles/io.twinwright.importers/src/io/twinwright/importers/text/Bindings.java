package io.twinwright.importers.text;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.SignalDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bindings of a text. Where the identifiers of an asset's signals are their ways joined by dots, as most servers have them,
 * the asset itself is bound and its signals are found below it; only a signal with another node is bound itself.
 */
final class Bindings {
	private final Naming naming;
	private final SignalText texts;
	private final Set<NamedDraft> left;
	private final Lines lines = new Lines();
	private final List<Remark> remarks = new ArrayList<>();
	private final Map<EndpointDraft, Map<String, String>> bound = new HashMap<>();
	private final Map<EquipmentDraft, Double> counts = new IdentityHashMap<>();

	/** @param left the signals that are not in the text */
	Bindings(Naming naming, SignalText texts, Set<NamedDraft> left) {
		this.naming = naming;
		this.texts = texts;
		this.left = left;
	}

	Lines lines() {
		return lines;
	}

	/** @return what is not bound and why */
	List<Remark> remarks() {
		return remarks;
	}

	/** Adds the bindings of an asset and of what is in it. */
	void add(AssetDraft asset) {
		Map<List<NamedDraft>, BindingDraft> ways = new LinkedHashMap<>();
		asset.parts.stream().filter(part -> part.binding != null).forEach(part -> ways.put(List.of(part), part.binding));
		asset.signals.stream().filter(signal -> signal.binding != null).forEach(signal -> ways.put(List.of(signal), signal.binding));
		ways.putAll(asset.bindings);
		ways.keySet().removeIf(way -> left.contains(way.getLast()));
		Optional<BindingDraft> root = asset.binding != null || ways.isEmpty() ? Optional.ofNullable(asset.binding) : root(asset, ways);
		if (root.isEmpty() && ways.isEmpty()) {
			return;
		}
		lines.add("");
		root.ifPresent(binding -> bind(asset, List.of(), binding));
		ways.forEach((way, binding) -> {
			boolean isFound = way.getLast() instanceof SignalDraft && root.isPresent() && root.get().endpoint() == binding.endpoint()
					&& node(root.get()).map(node -> node.below(below(way))).equals(node(binding));
			if (!isFound || ways.containsKey(way.subList(0, 1)) && way.size() > 1) {
				bind(asset, way, binding);
			}
		});
	}

	private static Optional<NodeAddress> node(BindingDraft binding) {
		return binding.address() == null ? Optional.empty() : NodeAddress.parse(binding.address(), "");
	}

	/** @return the node below which most signals are; none unless all are bound, since others would be sought below it too */
	private Optional<BindingDraft> root(AssetDraft asset, Map<List<NamedDraft>, BindingDraft> ways) {
		EndpointDraft endpoint = ways.values().iterator().next().endpoint();
		boolean all = ways.keySet().stream().allMatch(way -> way.getLast() instanceof SignalDraft) && ways.size() == signals(asset)
				&& ways.values().stream().allMatch(binding -> binding.endpoint() == endpoint && node(binding).isPresent());
		return !all ? Optional.empty() : ways.entrySet().stream().map(way -> above(node(way.getValue()).orElseThrow(), below(way.getKey())))
				.flatMap(Optional::stream).collect(Collectors.groupingBy(node -> node, LinkedHashMap::new, Collectors.counting())).entrySet().stream()
				.filter(node -> node.getValue() > 1).max(Map.Entry.comparingByValue()).map(node -> new BindingDraft(endpoint, node.getKey().toString()));
	}

	/** @return how many signals equipment has, with those of its type and its positions */
	private double signals(EquipmentDraft equipment) {
		Double known = counts.get(equipment);
		if (known == null) {
			long own = equipment.signals.stream().filter(signal -> !left.contains(signal)).count() + equipment.services.stream().mapToLong(service ->
					service.signals.size() + service.procedures.stream().mapToLong(procedure -> procedure.signals.size()).sum()).sum();
			known = own + (equipment.type == null ? 0 : signals(equipment.type)) + equipment.parts.stream().mapToDouble(part -> signals(part.type)).sum();
			counts.put(equipment, known);
		}
		return known;
	}

	private static Optional<NodeAddress> above(NodeAddress node, String below) {
		int length = node.identifier().length() - below.length() - 1;
		boolean fits = node.kind() == NodeAddress.Kind.STRING && length > 0 && node.identifier().endsWith("." + below);
		return fits ? Optional.of(new NodeAddress(node.namespaceUri(), node.namespaceIndex(), node.kind(), node.identifier().substring(0, length)))
				: Optional.empty();
	}

	/** @return the names by which a signal is found below its asset, joined by dots */
	private String below(List<NamedDraft> way) {
		return way.stream().map(step -> step instanceof SignalDraft signal && SignalLines.hasNode(signal) ? String.join(".", signal.node) : naming.of(step))
				.collect(Collectors.joining("."));
	}

	private void bind(AssetDraft asset, List<NamedDraft> way, BindingDraft binding) {
		String path = naming.path(asset, way).stream().map(texts::name).collect(Collectors.joining("."));
		String address = binding.address();
		boolean isOpcUa = !binding.endpoint().isKnown() || binding.endpoint().url.toLowerCase(Locale.ROOT).startsWith("opc.");
		String reason = null;
		if (way.stream().anyMatch(step -> step instanceof PartDraft part && part.repeated > 1)) {
			reason = "'%s' is not bound: there are several of it.".formatted(path);
		} else if (address != null && isOpcUa && NodeAddress.parse(address, "").isEmpty()) {
			reason = "'%s' is not bound: '%s' is no node of OPC UA.".formatted(path, address);
		} else if (address != null) {
			String before = bound.computeIfAbsent(binding.endpoint(), missing -> new HashMap<>()).putIfAbsent(address.strip(), path);
			reason = before == null ? null : "'%s' is not bound: its node '%s' is that of '%s'.".formatted(path, address, before);
		}
		if (reason != null) {
			Remark remark = new Remark(path, reason);
			lines.comment(remark.sentence());
			remarks.add(remark);
		} else {
			lines.add("bind " + path + " to " + texts.name(naming.of(binding.endpoint())) + (address == null ? "" : " " + SignalText.quoted(address.strip())));
		}
	}
}
