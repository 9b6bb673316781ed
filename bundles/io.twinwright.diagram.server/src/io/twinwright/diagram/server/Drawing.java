package io.twinwright.diagram.server;

import com.google.gson.Gson;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.diagram.Badge;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.glsp.graph.GEdge;
import org.eclipse.glsp.graph.GGraph;
import org.eclipse.glsp.graph.GNode;
import org.eclipse.glsp.graph.GPort;
import org.eclipse.glsp.graph.builder.impl.GEdgeBuilder;
import org.eclipse.glsp.graph.builder.impl.GGraphBuilder;
import org.eclipse.glsp.graph.builder.impl.GLabelBuilder;
import org.eclipse.glsp.graph.builder.impl.GNodeBuilder;
import org.eclipse.glsp.graph.builder.impl.GPortBuilder;

/** Puts a diagram into the form in which clients get it: sizes and places are those of the layout, the rest stands in arguments. */
final class Drawing {
	/** What the ids of the parts of an element have behind that of the element. */
	static final String PART = "#";

	private static final Gson JSON = new Gson();

	private final Shown shown;
	private final Language language;
	private final Map<String, GNode> nodes = new LinkedHashMap<>();

	private Drawing(Shown shown, Language language) {
		this.shown = shown;
		this.language = language;
	}

	/** @return a diagram in the language of the window that shows it */
	static GGraph of(Shown shown, Language language) {
		return new Drawing(shown, language).graph();
	}

	/** @return the id of the element that an id of a client belongs to */
	static String element(String id) {
		int part = id == null ? -1 : id.indexOf(PART);
		return part < 0 ? id : id.substring(0, part);
	}

	/** @return the type of an element of a kind */
	static String type(String base, Enum<?> kind) {
		return base + ":" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private GGraph graph() {
		GGraph graph = new GGraphBuilder().id(shown.diagram().id())
				.addArgument("kind", shown.diagram().kind().id())
				.addArgument("subject", shown.diagram().subject())
				.addArgument("uri", shown.address().toString())
				.addArgument("title", shown.diagram().title())
				.addArgument("subtitle", shown.diagram().subtitle())
				.addArgument("findings", sentences(shown.diagram().badges()))
				.addArgument("readonly", language.lines(shown.fault()))
				.addArgument("crumbs", JSON.toJson(shown.crumbs()))
				.addArgument("hidden", shown.hidden())
				.build();
		for (DiagramNode node : shown.diagram().nodes()) {
			GNode drawn = node(node);
			nodes.put(node.id(), drawn);
			(node.parent() == null ? graph : nodes.get(node.parent())).getChildren().add(drawn);
		}
		shown.diagram().edges().forEach(edge -> graph.getChildren().add(edge(edge)));
		return graph;
	}

	private GNode node(DiagramNode node) {
		Box box = shown.layout().boxes().get(node.id());
		Box around = node.parent() == null ? null : shown.layout().boxes().get(node.parent());
		GNodeBuilder builder = new GNodeBuilder(type("node", node.kind())).id(node.id())
				.position(around == null ? box.x() : box.x() - around.x(), around == null ? box.y() : box.y() - around.y())
				.size(box.width(), box.height()).addArguments(arguments(node));
		builder.add(new GLabelBuilder("label:name").id(node.id() + PART + "name").text(label(node)).position(Frame.PAD, Frame.PAD / 2)
				.size(Math.max(0, box.width() - 2 * Frame.PAD), Frame.LINE).build());
		for (DiagramPort port : node.ports()) {
			builder.add(port(node, port, box));
		}
		return builder.build();
	}

	private Map<String, Object> arguments(DiagramNode node) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("label", label(node));
		arguments.put("name", node.id().substring(node.id().lastIndexOf('.') + 1));
		arguments.put("details", node.details().stream().map(language::words).collect(Collectors.joining("\n")));
		arguments.put("tooltip", language.lines(node.tooltip()));
		arguments.put("count", node.count());
		arguments.put("opens", shown.insides().getOrDefault(node.id(), ""));
		arguments.put("expanded", node.isExpanded());
		arguments.put("expandable", node.opens());
		if (node.gauge() != null) {
			arguments.put("gauge", Math.min(node.gauge().share(), 1000));
			arguments.put("gaugeText", "%s / %s [%s]".formatted(plain(node.gauge().used()), plain(node.gauge().available()), node.gauge().unit()));
		}
		if (shown.diagram().mayResize(node)) {
			arguments.put("leastWidth", Frame.least(node).width());
			arguments.put("leastHeight", Frame.least(node).height());
		}
		Severity worst = Badge.worst(node.badges());
		arguments.put("badge", worst == null ? "" : worst.name().toLowerCase(Locale.ROOT));
		arguments.put("findings", sentences(node.badges()));
		Box label = shown.layout().labels().get(node.id());
		if (label != null) {
			arguments.put("labelWidth", label.width());
		}
		return arguments;
	}

	private static String plain(double number) {
		return Double.isInfinite(number) ? "?" : io.twinwright.core.capability.Amounts.plain(number);
	}

	/** What stands for several that are not drawn has our words and no name. */
	private String label(DiagramNode node) {
		return node.label().matches("\\d+ more") ? language.own(node.label()) : node.label();
	}

	private String sentences(List<Badge> badges) {
		return badges.stream().map(Badge::message).map(language::lines).collect(Collectors.joining("\n"));
	}

	private GPort port(DiagramNode node, DiagramPort port, Box box) {
		Point place = shown.layout().ports().get(port.id());
		GPortBuilder builder = new GPortBuilder(type("port", port.direction())).id(port.id())
				.position(place.x() - box.x() - Frame.PORT, place.y() - box.y() - Frame.PORT).size(2 * Frame.PORT, 2 * Frame.PORT)
				.addCssClass(css(port.medium())).addArgument("label", port.label()).addArgument("tooltip", port.tooltip())
				.addArgument("findings", sentences(port.badges())).addArgument("side", Frame.Side.of(node, port).name().toLowerCase(Locale.ROOT));
		return (port.isSupply() ? builder.addCssClass("supply") : builder).build();
	}

	private static String css(MediumClass medium) {
		return "medium-" + medium.name().toLowerCase(Locale.ROOT);
	}

	private GEdge edge(DiagramEdge edge) {
		List<Point> route = shown.layout().routes().getOrDefault(edge.id(), List.of());
		GEdgeBuilder builder = new GEdgeBuilder(type("edge", edge.kind())).id(edge.id()).sourceId(edge.source()).targetId(edge.target())
				.addArguments(arguments(edge, route));
		route.subList(Math.min(1, route.size()), Math.max(Math.min(1, route.size()), route.size() - 1)).forEach(point -> builder.addRoutingPoint(point.x(), point.y()));
		if (edge.medium() != null) {
			builder.addCssClass(css(edge.medium()));
		}
		return (edge.isBidirectional() ? builder.addCssClass("bidirectional") : builder).build();
	}

	private Map<String, Object> arguments(DiagramEdge edge, List<Point> route) {
		Map<String, Object> arguments = new HashMap<>();
		Box label = shown.layout().labels().get(edge.id());
		arguments.put("label", edge.kind() == EdgeKind.PARTNER ? language.own(edge.label()) : edge.label());
		if (label != null) {
			arguments.put("labelX", label.middle());
			arguments.put("labelY", label.y() + label.height() / 2);
		}
		arguments.put("tooltip", language.lines(edge.tooltip()));
		arguments.put("bundle", edge.bundle().size());
		arguments.put("opened", edge.opened());
		arguments.put("findings", sentences(edge.badges()));
		arguments.put("route", route.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" ")));
		return arguments;
	}
}
