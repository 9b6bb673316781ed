package io.twinwright.generators.opcua.check;

import io.twinwright.generators.opcua.check.Damage.Kind;
import io.twinwright.generators.opcua.check.Graph.Document;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UANode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that each document names the models that it uses, and that there is an order in which all can be loaded. */
final class ModelCheck {
	private final List<Damage> damages;
	private final Map<String, Document> definedIn = new HashMap<>();
	private final Map<String, Set<String>> required = new HashMap<>();

	ModelCheck(List<Damage> damages) {
		this.damages = damages;
	}

	void check(List<Document> subject, List<Document> all) {
		for (Document document : all) {
			for (ModelTableEntry model : models(document)) {
				definedIn.put(model.getModelUri(), document);
				Set<String> needs = required.computeIfAbsent(model.getModelUri(), key -> new HashSet<>());
				model.getRequiredModel().forEach(other -> needs.add(other.getModelUri()));
			}
		}
		for (Document document : subject) {
			if (models(document).isEmpty()) {
				report(Kind.MISSING_MODEL, document, "It names no model.");
			}
			requirements(document);
			used(document);
		}
	}

	private static List<ModelTableEntry> models(Document document) {
		return document.nodeSet.getModels() == null ? List.of() : document.nodeSet.getModels().getModel();
	}

	private void report(Kind kind, Document document, String what) {
		damages.add(new Damage(kind, document.name, "", what));
	}

	private void requirements(Document document) {
		for (ModelTableEntry model : models(document)) {
			for (String needed : required.get(model.getModelUri())) {
				if (!definedIn.containsKey(needed)) {
					report(Kind.MISSING_MODEL, document, "It requires the model '%s', which is not there.".formatted(needed));
				} else if (reaches(needed, document, new HashSet<>())) {
					report(Kind.MODEL_CIRCLE, document, "It requires the model '%s', which requires it.".formatted(needed));
				}
			}
		}
	}

	private boolean reaches(String model, Document document, Set<String> seen) {
		return seen.add(model) && definedIn.containsKey(model) && (definedIn.get(model) == document
				|| required.getOrDefault(model, Set.of()).stream().anyMatch(next -> reaches(next, document, seen)));
	}

	/** The document in which a referenced node stands must be required, over any number of steps. */
	private void used(Document document) {
		Set<String> reached = new HashSet<>();
		List<String> open = new ArrayList<>();
		models(document).forEach(model -> open.add(model.getModelUri()));
		while (!open.isEmpty()) {
			String next = open.removeLast();
			if (reached.add(next)) {
				open.addAll(required.getOrDefault(next, Set.of()));
			}
		}
		Set<String> missing = new HashSet<>();
		for (UANode node : document.nodeSet.getNodes()) {
			if (node.getReferences() != null) {
				node.getReferences().getReference().forEach(reference -> namespace(document, reference.getValue(), missing));
			}
		}
		missing.stream().filter(namespace -> definedIn.containsKey(namespace) && !reached.contains(namespace)).sorted()
				.forEach(namespace -> report(Kind.MISSING_MODEL, document,
						"It refers to nodes of the model '%s', which it does not require.".formatted(namespace)));
	}

	private static void namespace(Document document, String target, Set<String> found) {
		String key = document.key(target);
		if (key != null) {
			found.add(key.substring(0, key.lastIndexOf(';', key.indexOf('=', key.indexOf(';')))));
		}
	}
}
