package io.twinwright.sirius;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.MediumClass;
import io.twinwright.model.Connection;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Port;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** What the viewpoint asks of edges. */
public final class EdgeServices {
	private EdgeServices() {
	}

	/** @return the connections that a diagram shows */
	public static List<Connection> connections(EObject self, EObject diagram) {
		Shown shown = shown(diagram);
		return shown == null ? List.of() : shown.flows();
	}

	/** @return the port where a connection begins */
	public static Port givingPort(Connection self) {
		return self.getSource() == null ? null : self.getSource().getPort();
	}

	/** @return the port where a connection ends */
	public static Port takingPort(Connection self) {
		return self.getTarget() == null ? null : self.getTarget().getPort();
	}

	/** @return what edges of a kind lead to from an element */
	public static List<EObject> tied(EObject self, EObject diagram, String kind) {
		Shown shown = shown(diagram);
		return shown == null ? List.of() : shown.tied(self, EdgeKind.valueOf(kind));
	}

	/** @return whether an edge of a kind leads from one view to another */
	public static boolean isTied(EObject self, EObject source, EObject target, String kind) {
		Shown shown = shown(source);
		return shown != null && !shown.edges(EdgeKind.valueOf(kind), self, source, target).isEmpty();
	}

	/** @return what stands on an edge; Sirius draws one edge for all that lead the same way, unless they are connections of the diagram */
	public static String edgeLabel(EObject self, EObject view, String kind) {
		return edges(self, view, kind).stream().map(DiagramEdge::label).filter(label -> !label.isEmpty()).distinct().collect(Collectors.joining(", "));
	}

	/** @return whether a class of media flows in an edge */
	public static boolean isFlow(EObject self, EObject view, String medium) {
		return edges(self, view, EdgeKind.FLOW.name()).stream().anyMatch(edge -> edge.medium() == MediumClass.valueOf(medium));
	}

	/** @return whether a class of media flows both ways in an edge */
	public static boolean isFlowBothWays(EObject self, EObject view, String medium) {
		return edges(self, view, EdgeKind.FLOW.name()).stream().anyMatch(edge -> edge.isBidirectional() && edge.medium() == MediumClass.valueOf(medium));
	}

	private static List<DiagramEdge> edges(EObject self, EObject view, String kind) {
		Shown shown = shown(view);
		if (shown == null) {
			return List.of();
		}
		return self instanceof Connection connection && shown.flow(connection) != null ? List.of(shown.flow(connection))
				: shown.edges(EdgeKind.valueOf(kind), self, Views.source(view), Views.target(view));
	}

	private static Shown shown(EObject view) {
		NamedElement subject = Views.subject(view);
		return subject == null ? null : Drawings.of(subject).shown(view);
	}
}
