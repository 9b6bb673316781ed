package io.twinwright.opcua.nodes;

import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UANodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts documents behind those that they require. */
final class LoadOrder {
	/** The model that every server has. */
	static final String BASE = "http://opcfoundation.org/UA/";

	private final Map<String, UANodeSet> byModel = new HashMap<>();
	private final Set<UANodeSet> placed = new LinkedHashSet<>();
	private final Set<UANodeSet> open = new LinkedHashSet<>();
	private final List<Unread> unread;

	private LoadOrder(List<UANodeSet> documents, List<Unread> unread) {
		this.unread = unread;
		documents.forEach(document -> models(document).forEach(model -> byModel.putIfAbsent(model.getModelUri(), document)));
	}

	/**
	 * @param unread takes the models that are required and not there, and circles
	 * @return the documents in an order in which they can be loaded; those of the base types are left out
	 */
	static List<UANodeSet> of(List<UANodeSet> documents, List<Unread> unread) {
		LoadOrder order = new LoadOrder(documents, unread);
		documents.stream().filter(document -> !model(document).equals(BASE)).forEach(order::place);
		return new ArrayList<>(order.placed);
	}

	static String model(UANodeSet document) {
		return models(document).isEmpty() ? "" : models(document).getFirst().getModelUri();
	}

	private static List<ModelTableEntry> models(UANodeSet document) {
		return document.getModels() == null ? List.of() : document.getModels().getModel();
	}

	private void place(UANodeSet document) {
		if (placed.contains(document)) {
			return;
		}
		if (!open.add(document)) {
			unread.add(new Unread(model(document), "", "Models require each other in a circle."));
			return;
		}
		for (ModelTableEntry model : models(document)) {
			for (ModelTableEntry needed : model.getRequiredModel()) {
				UANodeSet other = byModel.get(needed.getModelUri());
				if (other != null && other != document && !model(other).equals(BASE)) {
					place(other);
				} else if (other == null && !needed.getModelUri().equals(BASE)) {
					unread.add(new Unread(model(document), "",
							"It requires the model '%s', which is not there.".formatted(needed.getModelUri())));
				}
			}
		}
		open.remove(document);
		placed.add(document);
	}
}
