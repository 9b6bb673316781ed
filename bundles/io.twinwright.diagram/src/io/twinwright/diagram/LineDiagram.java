package io.twinwright.diagram;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Asset;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;

/** The inside of an asset, type or part: its own ports on a frame, its parts with what may replace them, and their connections. */
final class LineDiagram {
	private LineDiagram() {
	}

	static Diagram of(Facts facts, NamedElement subject, View view) {
		Structure structure = (Structure) subject;
		Position place = Insides.place(facts.twin(), subject, view.place());
		String id = TwinModel.qualifiedName(subject);
		List<DiagramNode> nodes = new ArrayList<>();
		List<DiagramEdge> edges = new ArrayList<>();
		LineLevel level = new LineLevel(facts, new Wiring(structure), id, null, place, view.expanded());
		nodes.add(DiagramNode.of(id, NodeKind.FRAME, Facts.title(subject), List.of(), said(subject), List.of()).with(level.ownPorts())
				.at(place == null ? List.of() : List.of(place.path()), LineLevel.signals(place)));
		level.fill(nodes, edges);
		String subtitle = place != null && place.site() != null ? said(subject) + " at " + Facts.name(place.site()) : said(subject);
		return Diagram.of(DiagramKind.LINE, id, Facts.title(subject), subtitle, nodes, Bundles.of(edges, nodes, view.expanded()),
				facts.badges(structure));
	}

	private static String said(NamedElement subject) {
		return switch (subject) {
			case Asset asset when asset.getType() != null -> "asset %s : %s".formatted(asset.getName(), Facts.name(asset.getType()));
			case Type type -> "type %s%s".formatted(type.getName(), type.getBase() == null ? "" : " extends " + Facts.name(type.getBase()));
			case Part part -> "part %s : %s".formatted(part.getName(), Facts.name(part.getType()));
			default -> subject.getName();
		};
	}
}
