package io.twinwright.diagram.server;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.Size;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.glsp.graph.GPoint;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.features.directediting.ApplyLabelEditOperation;
import org.eclipse.glsp.server.operations.ChangeBoundsOperation;
import org.eclipse.glsp.server.operations.ChangeContainerOperation;
import org.eclipse.glsp.server.operations.ChangeRoutingPointsOperation;
import org.eclipse.glsp.server.operations.CompoundOperation;
import org.eclipse.glsp.server.operations.CreateEdgeOperation;
import org.eclipse.glsp.server.operations.CreateNodeOperation;
import org.eclipse.glsp.server.operations.CutOperation;
import org.eclipse.glsp.server.operations.DeleteOperation;
import org.eclipse.glsp.server.operations.LayoutOperation;
import org.eclipse.glsp.server.operations.Operation;
import org.eclipse.glsp.server.operations.PasteOperation;
import org.eclipse.glsp.server.operations.ReconnectEdgeOperation;
import org.eclipse.glsp.server.types.ElementAndBounds;

/** What the operations of clients mean in a diagram. */
final class Operations {
	/** All that are understood. */
	static final List<Class<? extends Action>> TYPES = List.of(CompoundOperation.class, CreateNodeOperation.class, CreateEdgeOperation.class,
			ReconnectEdgeOperation.class, DeleteOperation.class, CutOperation.class, PasteOperation.class, ApplyLabelEditOperation.class,
			ChangeBoundsOperation.class, ChangeContainerOperation.class, ChangeRoutingPointsOperation.class, LayoutOperation.class,
			Actions.SetProperty.class);

	private final Shown shown;

	Operations(Shown shown) {
		this.shown = shown;
	}

	/** @return what an operation comes to; nothing for one that has no meaning here */
	Plan plan(Operation operation) {
		return switch (operation) {
			case CompoundOperation many -> together(many.getOperationList().stream().map(this::plan).toList());
			case CreateNodeOperation create -> create(create);
			case CreateEdgeOperation create -> connect(create);
			case ReconnectEdgeOperation reconnect -> reconnect(reconnect);
			case DeleteOperation delete -> delete(delete.getElementIds());
			case CutOperation cut -> delete(cut.getEditorContext().getSelectedElementIds());
			case PasteOperation paste -> paste(paste);
			case ApplyLabelEditOperation edit -> rename(Drawing.element(edit.getLabelId()), edit.getText());
			case ChangeBoundsOperation move -> move(move.getNewBounds());
			case ChangeContainerOperation move -> Plan.of(new Gesture.SetBay(Drawing.element(move.getElementId()), bay(move.getTargetContainerId())));
			case LayoutOperation layout -> new Plan(List.of(), Map.of(), Map.of(), null, known(layout.getElementIds()));
			case Actions.SetProperty set when "name".equals(set.property) -> rename(element(set.elementId), set.value);
			case Actions.SetProperty set -> Plan.of(new Gesture.SetProperty(element(set.elementId), set.property, set.value));
			default -> Plan.of();
		};
	}

	private static Plan together(List<Plan> plans) {
		List<Gesture> gestures = new ArrayList<>();
		Map<String, Point> places = new HashMap<>();
		Map<String, Size> sizes = new HashMap<>();
		Point first = null;
		Set<String> arranged = null;
		for (Plan plan : plans) {
			gestures.addAll(plan.gestures());
			places.putAll(plan.places());
			sizes.putAll(plan.sizes());
			first = first == null ? plan.first() : first;
			arranged = arranged == null ? plan.arranged() : arranged;
		}
		return new Plan(gestures, places, sizes, first, arranged);
	}

	private Plan create(CreateNodeOperation create) {
		String subject = shown.diagram().subject();
		String type = create.getArgs() == null ? null : create.getArgs().get("type");
		String container = Drawing.element(create.getContainerId());
		Point place = create.getLocation().map(Operations::point).orElse(null);
		return switch (Objects.requireNonNullElse(create.getElementTypeId(), "")) {
			case "node:module", "node:reserve" -> shown.diagram().kind() == DiagramKind.SITE ? Plan.of(new Gesture.AddPart(null, type, null, bay(container)))
					: Plan.at(place, new Gesture.AddPart(subject, type, null, null));
			case "port:in", "port:out", "port:inout" -> Plan.of(new Gesture.AddPort(subject, Direction.get(create.getElementTypeId().substring("port:".length())), type, null));
			case "node:utility" -> Plan.at(place, new Gesture.AddPort(subject, Direction.OUT, type, null));
			case "node:bay" -> Plan.at(place, new Gesture.AddBay(subject, type, null));
			case "node:idle" -> Plan.at(place, new Gesture.AddAsset(subject, type, null, subject));
			case "node:step", "node:open-step" -> Plan.at(place, new Gesture.AddStep(subject, type, null, null));
			case "node:standby" -> Plan.of(new Gesture.AddStandby(container, type));
			default -> Plan.of();
		};
	}

	/** @return the id of a bay; null for what is none, which is outside of all bays */
	private String bay(String id) {
		return id != null && shown.diagram().nodes().stream().anyMatch(node -> node.id().equals(id) && node.kind() == NodeKind.BAY) ? id : null;
	}

	private Plan connect(CreateEdgeOperation create) {
		String from = Drawing.element(create.getSourceElementId());
		String to = Drawing.element(create.getTargetElementId());
		return switch (Objects.requireNonNullElse(create.getElementTypeId(), "")) {
			case "edge:covers" -> Plan.of(new Gesture.SetCover(from, to));
			case "edge:sequence" -> Plan.of(new Gesture.Precede(from, to));
			default -> Plan.of(new Gesture.Connect(shown.diagram().subject(), from, to, null));
		};
	}

	private Plan reconnect(ReconnectEdgeOperation reconnect) {
		Optional<DiagramEdge> edge = shown.diagram().edges().stream().filter(known -> known.id().equals(reconnect.getEdgeElementId())).findFirst();
		if (edge.isEmpty()) {
			return Plan.of();
		}
		List<Gesture> gestures = new ArrayList<>();
		String from = Drawing.element(reconnect.getSourceElementId());
		String to = Drawing.element(reconnect.getTargetElementId());
		if (from != null && !from.equals(edge.get().source())) {
			gestures.add(new Gesture.Reconnect(shown.diagram().subject(), edge.get().id(), true, from));
		}
		if (to != null && !to.equals(edge.get().target())) {
			gestures.add(new Gesture.Reconnect(shown.diagram().subject(), edge.get().id(), false, to));
		}
		return new Plan(gestures, Map.of(), Map.of(), null, null);
	}

	private static Plan delete(List<String> ids) {
		List<String> elements = ids == null ? List.of() : ids.stream().map(Drawing::element).distinct().toList();
		return elements.isEmpty() ? Plan.of() : Plan.of(new Gesture.Delete(elements));
	}

	private Plan paste(PasteOperation paste) {
		String text = paste.getClipboardData() == null ? null : paste.getClipboardData().get(Questions.CLIPBOARD);
		Point place = paste.getEditorContext() == null ? null : paste.getEditorContext().getLastMousePosition().map(Operations::point).orElse(null);
		return text == null || text.isBlank() ? Plan.of() : Plan.at(place, new Gesture.Paste(shown.diagram().subject(), text));
	}

	/** A name that is left as it is drawn is none that is given. */
	private Plan rename(String element, String given) {
		String name = given == null ? "" : given.strip();
		boolean isSame = element.endsWith("." + name) || shown.diagram().nodes().stream().anyMatch(node -> node.id().equals(element) && node.label().equals(name));
		return isSame ? Plan.of() : Plan.of(new Gesture.Rename(element, name));
	}

	/** Only nodes that stand on their own have places; what is in others moves with them. */
	private Plan move(List<ElementAndBounds> moved) {
		Map<String, Point> places = new HashMap<>();
		Map<String, Size> sizes = new HashMap<>();
		for (ElementAndBounds bounds : moved == null ? List.<ElementAndBounds>of() : moved) {
			String id = bounds.getElementId();
			Optional<DiagramNode> node = shown.diagram().nodes().stream().filter(known -> known.id().equals(id)).findFirst();
			if (node.isPresent() && bounds.getNewPosition() != null && shown.diagram().mayPlace(id)) {
				places.put(id, point(bounds.getNewPosition()));
			}
			if (node.isPresent() && bounds.getNewSize() != null && shown.diagram().mayResize(node.get())) {
				resize(node.get(), new Size(bounds.getNewSize().getWidth(), bounds.getNewSize().getHeight()), sizes);
			}
		}
		return new Plan(List.of(), places, sizes, null, null);
	}

	/** What only moves has the size that it is drawn in; what is made too small for its texts gets the size of these again. */
	private void resize(DiagramNode node, Size size, Map<String, Size> sizes) {
		Box box = shown.layout().boxes().get(node.id());
		if (Math.abs(box.width() - size.width()) >= 1 || Math.abs(box.height() - size.height()) >= 1) {
			Size least = Frame.least(node);
			sizes.put(node.id(), size.exceeds(least) ? new Size(Math.max(size.width(), least.width()), Math.max(size.height(), least.height())) : null);
		}
	}

	private Set<String> known(List<String> ids) {
		Set<String> known = new LinkedHashSet<>(ids == null ? List.of() : ids);
		known.retainAll(shown.diagram().nodes().stream().map(DiagramNode::id).toList());
		return known;
	}

	private String element(String id) {
		return id == null || id.isEmpty() || id.equals(shown.diagram().id()) ? shown.diagram().subject() : Drawing.element(id);
	}

	private static Point point(GPoint point) {
		return new Point(point.getX(), point.getY());
	}
}
