package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.NamedElement;
import io.twinwright.nodeset.xml.UAObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a document by their browse names, so that siblings differ and ways meet in the same objects. */
final class Tree {
	private final Run run;
	private final Draft draft;
	private final Map<NodeAddress, Map<String, Made>> children = new HashMap<>();

	Tree(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
	}

	/** @return the node below another one, null if there is none of that name */
	Made child(Made parent, String name) {
		return children.getOrDefault(parent.address(), Map.of()).get(name);
	}

	/** Notes a new node. */
	Made put(Made parent, String name, Made child) {
		children.computeIfAbsent(parent.address(), key -> new HashMap<>()).put(name, child);
		return child;
	}

	/**
	 * @param way browse names from the node on
	 * @param element the signal or part that the way leads to; objects on the way belong to its namespace
	 * @param rule the modelling rule of new objects, null at positions
	 * @return the node at the end of the way; objects that are missing on it are made
	 */
	Made walk(Made from, List<String> way, NamedElement element, NodeAddress rule) {
		Made at = from;
		for (String name : way) {
			Made next = child(at, name);
			at = next != null ? next : put(at, name, object(at, Run.name(element, name), rule));
		}
		return at;
	}

	private Made object(Made parent, Name name, NodeAddress rule) {
		Made made = draft.add(new UAObject(), run.below(parent.address(), name.text()), name, name.text(), null,
				Standard.BASE_OBJECT_TYPE, parent.address(), Standard.HAS_COMPONENT);
		if (rule != null) {
			draft.refer(made, Standard.HAS_MODELLING_RULE, rule, true);
		}
		return made;
	}

	/** @return the wanted name, or one that is free and a finding where a sibling has it */
	String free(Made parent, String wanted, NamedElement element, String path) {
		String free = wanted;
		while (child(parent, free) != null) {
			free = free.equals(element.getName()) || !wanted.equals(free) ? free + "~" : element.getName();
		}
		if (!free.equals(wanted)) {
			run.findings().add(new Diagnostic(Severity.WARNING, Rule.NODE_TWICE.code(),
					"'%s' has the browse name '%s', which another element beside it has already. In the node sets it is '%s'."
							.formatted(path, wanted, free),
					path, null, List.of()));
		}
		return free;
	}
}
