package io.twinwright.sirius;

import io.twinwright.core.structure.Position;
import io.twinwright.core.translation.Translation;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Diagrams.Inner;
import io.twinwright.diagram.Gauge;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.SitePlan;
import io.twinwright.model.Asset;
import io.twinwright.model.Direction;
import io.twinwright.model.NamedElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** What the viewpoint asks of nodes and ports. A view is one of Sirius's; {@code self} is what it stands for. */
public final class NodeServices {
	/** How many pixels one is in Sirius's sizes. */
	private static final int SIRIUS_UNIT = 10;

	private NodeServices() {
	}

	/** @return whether there is a diagram of a kind of a declaration */
	public static boolean isDrawn(NamedElement self, String kind) {
		return self.eResource() != null && Drawings.of(self).diagrams().subjects(DiagramKind.valueOf(kind)).contains(self);
	}

	/** @return the name of a new diagram */
	public static String diagramTitle(NamedElement self, String kind) {
		return Drawings.of(self).shown(DiagramKind.valueOf(kind), self).diagram().title();
	}

	/** @return what nodes of a kind stand for in a view: a diagram or another node */
	public static List<EObject> nodes(EObject self, EObject around, String kind) {
		Shown shown = shown(around);
		return shown == null ? List.of() : shown.nodes(around, NodeKind.valueOf(kind));
	}

	/** @return the ports on the border of a view, or the own ports of what a whole diagram is about */
	public static List<EObject> ports(EObject self, EObject around) {
		Shown shown = shown(around);
		return shown == null ? List.of() : shown.ports(around);
	}

	/**
	 * @return what stands in a node: its name, and below it what else is said, line by line. What is drawn several times, as a part of a
	 * type is that fills several positions, is one node in Sirius, with all names.
	 */
	public static String nodeLabel(EObject self, EObject view) {
		Shown shown = shown(view);
		if (shown == null || view.eContainer() == null) {
			return "";
		}
		List<DiagramNode> nodes = shown.nodes(self, view.eContainer());
		Set<String> lines = new LinkedHashSet<>();
		nodes.forEach(node -> lines.add((node.count() > 1 ? node.count() + " × " : "") + node.label()));
		nodes.forEach(node -> lines.addAll(node.details()));
		nodes.stream().map(DiagramNode::gauge).filter(Objects::nonNull).forEach(gauge -> lines.add(gauge(gauge)));
		lines.addAll(shown.more(self));
		return String.join("\n", lines);
	}

	private static String gauge(Gauge gauge) {
		String unit = gauge.unit().isEmpty() ? "" : " [" + gauge.unit() + "]";
		return Double.isInfinite(gauge.available()) ? "%.4g%s".formatted(gauge.used(), unit)
				: "%.4g / %.4g%s, %.0f %%".formatted(gauge.used(), gauge.available(), unit, Math.min(gauge.share(), 99) * 100);
	}

	/** @return what a node says at length */
	public static String nodeTooltip(EObject self, EObject view) {
		DiagramNode node = node(self, view);
		return node == null ? "" : node.tooltip();
	}

	/** @return whether a node stands for several of a kind */
	public static boolean isRepeated(EObject self, EObject view) {
		DiagramNode node = node(self, view);
		return node != null && node.count() > 1;
	}

	/** @return what the line diagram is of that a node opens; none where there is no such diagram, or it is of the library's */
	public static List<NamedElement> inside(EObject self, EObject view) {
		DiagramNode node = node(self, view);
		NamedElement subject = Views.subject(view);
		if (node == null) {
			return List.of();
		}
		Drawings drawings = Drawings.of(subject);
		Position position = drawings.elements().position(node.id());
		NamedElement around = Views.kind(Views.diagram(view)) == DiagramKind.LINE || position == null ? subject : position.root().element();
		String inner = around == subject ? node.id() : position.qualifiedName();
		NamedElement whole = position == null && self instanceof Asset asset ? asset : around;
		return drawings.diagrams().inner(around, View.PLAIN, inner).map(Inner::subject)
				.or(() -> Optional.of(whole).filter(asset -> asset != subject && drawings.diagrams().subjects(DiagramKind.LINE).contains(asset)))
				.filter(found -> Drawings.isOwn(found.eResource())).map(List::of).orElse(List.of());
	}

	/** @return the length of a bay or module on the ground, in Sirius's units of ten pixels; -1, as the label needs, where it is not known */
	public static Integer groundWidth(EObject self, EObject view) {
		DiagramNode node = node(self, view);
		return node == null || node.plan() == null ? -1 : scaled(node.plan().length());
	}

	/** @return the width of a bay or module on the ground, likewise */
	public static Integer groundHeight(EObject self, EObject view) {
		DiagramNode node = node(self, view);
		return node == null || node.plan() == null ? -1 : scaled(node.plan().width());
	}

	private static int scaled(double metres) {
		return (int) Math.round(metres * SitePlan.METRE / SIRIUS_UNIT);
	}

	/** @return the name of a port */
	public static String portLabel(EObject self, EObject view) {
		DiagramPort port = port(self, view);
		return port == null ? "" : port.label();
	}

	/** @return what a port says at length */
	public static String portTooltip(EObject self, EObject view) {
		DiagramPort port = port(self, view);
		return port == null ? "" : port.tooltip();
	}

	/** @return whether a port has a direction and carries a class of media */
	public static boolean isPort(EObject self, EObject view, String direction, String medium) {
		DiagramPort port = port(self, view);
		return port != null && port.direction() == Direction.getByName(direction) && port.medium() == MediumClass.valueOf(medium);
	}

	/** @return the label of a named element, else its name */
	public static String title(NamedElement self) {
		return self.getLabel() != null ? self.getLabel() : self.getName() == null ? "?" : self.getName();
	}

	/** @return words of the user interface, in the user's language where it is known */
	public static String words(EObject self, String english) {
		return Translation.here().phrase(english);
	}

	/** @return what the diagram is about that a view is in */
	public static NamedElement subject(EObject view) {
		return Views.subject(view);
	}

	private static Shown shown(EObject view) {
		EObject subject = Views.subject(view);
		return subject == null ? null : Drawings.of(subject).shown(view);
	}

	private static DiagramNode node(EObject self, EObject view) {
		Shown shown = shown(view);
		return shown == null || view.eContainer() == null ? null : shown.node(self, view.eContainer());
	}

	private static DiagramPort port(EObject self, EObject view) {
		Shown shown = shown(view);
		return shown == null || view.eContainer() == null ? null : shown.port(self, view.eContainer());
	}
}
