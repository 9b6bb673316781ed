package io.twinwright.diagram;

import io.twinwright.core.topology.Module;
import java.util.List;

/**
 * A box of a diagram.
 *
 * @param id stable as long as its name is: the qualified name of what it stands for
 * @param kind what it stands for
 * @param label its name
 * @param details what stands below the name, line by line
 * @param tooltip what it says of itself at length
 * @param count how many it stands for; more than 1 is drawn as a stack
 * @param opens whether there is a diagram of its inside
 * @param isExpanded whether its inside is drawn in it
 * @param parent the id of the node in which it stands, null for none
 * @param plan its size on the ground, null where that is not known or does not matter
 * @param gauge how much of it is used, null where that does not matter
 * @param ports on its border
 * @param badges the findings about it
 * @param places the paths of the positions in the plant for which it stands, empty for none
 * @param signals what is measured, set and computed there, not in what is inside
 */
public record DiagramNode(String id, NodeKind kind, String label, List<String> details, String tooltip, int count, boolean opens,
		boolean isExpanded, String parent, Module.Plan plan, Gauge gauge, List<DiagramPort> ports, List<Badge> badges, List<String> places,
		List<DiagramSignal> signals) {
	/** @return a plain node */
	static DiagramNode of(String id, NodeKind kind, String label, List<String> details, String tooltip, List<Badge> badges) {
		return new DiagramNode(id, kind, label, details, tooltip, 1, false, false, null, null, null, List.of(), badges, List.of(), List.of());
	}

	DiagramNode with(List<DiagramPort> given) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, isExpanded, parent, plan, gauge, given, badges, places, signals);
	}

	DiagramNode stacked(int many, boolean inside, boolean expanded) {
		return new DiagramNode(id, kind, label, details, tooltip, many, inside, expanded, parent, plan, gauge, ports, badges, places, signals);
	}

	DiagramNode on(Module.Plan ground) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, isExpanded, parent, ground, gauge, ports, badges, places, signals);
	}

	DiagramNode within(String around) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, isExpanded, around, plan, gauge, ports, badges, places, signals);
	}

	DiagramNode filled(Gauge used) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, isExpanded, parent, plan, used, ports, badges, places, signals);
	}

	DiagramNode at(List<String> paths, List<DiagramSignal> measured) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, isExpanded, parent, plan, gauge, ports, badges, paths, measured);
	}
}
