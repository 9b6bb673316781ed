package io.twinwright.diagram.server;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.layout.Given;
import io.twinwright.diagram.layout.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a window shows.
 *
 * @param address of the diagram
 * @param file the twin file of its subject
 * @param diagram what is drawn of it
 * @param given the positions and sizes that people gave to nodes
 * @param layout where all is
 * @param insides the addresses of the diagrams of the insides of nodes, by their ids
 * @param crumbs the diagrams around it and it itself
 * @param fault why it cannot be edited, a sentence; empty if it can
 */
record Shown(Address address, Path file, Diagram diagram, Given given, Layout layout, Map<String, String> insides, List<Contents.Step> crumbs,
		String fault) {
	/** @return how many nodes are not drawn because there are too many */
	int hidden() {
		return diagram.omissions().stream().mapToInt(Diagram.Omission::count).sum();
	}

	/** @return whether its nodes go anywhere when they are given no place; those of a site stand in rows */
	boolean isFree() {
		return diagram.kind() != DiagramKind.SITE;
	}
}
