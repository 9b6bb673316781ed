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
 * @param parent the id of the node in which it stands, null for none
 * @param plan its size on the ground, null where that is not known or does not matter
 * @param gauge how much of it is used, null where that does not matter
 * @param ports on its border
 * @param badges the findings about it
 */
public record DiagramNode(String id, NodeKind kind, String label, List<String> details, String tooltip, int count, boolean opens,
		String parent, Module.Plan plan, Gauge gauge, List<DiagramPort> ports, List<Badge> badges) {
	/** @return a plain node */
	static DiagramNode of(String id, NodeKind kind, String label, List<String> details, String tooltip, List<Badge> badges) {
		return new DiagramNode(id, kind, label, details, tooltip, 1, false, null, null, null, List.of(), badges);
	}

	DiagramNode with(List<DiagramPort> given) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, parent, plan, gauge, given, badges);
	}

	DiagramNode stacked(int many, boolean inside) {
		return new DiagramNode(id, kind, label, details, tooltip, many, inside, parent, plan, gauge, ports, badges);
	}

	DiagramNode on(Module.Plan ground) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, parent, ground, gauge, ports, badges);
	}

	DiagramNode within(String around) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, around, plan, gauge, ports, badges);
	}

	DiagramNode filled(Gauge used) {
		return new DiagramNode(id, kind, label, details, tooltip, count, opens, parent, plan, used, ports, badges);
	}
}
