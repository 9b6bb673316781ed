package io.twinwright.diagram;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.capability.Arguments;
import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.structure.Mentions;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Supply;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Invocation;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An asset at its position with what it provides, whom it is connected to, who replaces it, who does business with it and who
 * reads its data.
 */
final class PartnersDiagram {
	/** How many partners for one purpose are drawn. */
	private static final int DRAWN = 5;

	private final Facts facts;
	private final Asset asset;
	private final Position position;
	private final String subject;
	private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();
	private final Map<String, DiagramEdge> edges = new LinkedHashMap<>();
	private final Map<Invocation, String> abilities = new LinkedHashMap<>();

	private PartnersDiagram(Facts facts, Asset asset) {
		this.facts = facts;
		this.asset = asset;
		this.position = facts.twin().positionOf(asset);
		this.subject = TwinModel.qualifiedName(asset);
	}

	static Diagram of(Facts facts, Asset asset) {
		PartnersDiagram diagram = new PartnersDiagram(facts, asset);
		diagram.fill();
		String said = "asset %s%s".formatted(asset.getName(), asset.getType() == null ? "" : " : " + Facts.name(asset.getType()));
		return Diagram.of(DiagramKind.PARTNERS, diagram.subject, Facts.title(asset),
				diagram.position.site() == null ? said : said + " at " + Facts.name(diagram.position.site()), List.copyOf(diagram.nodes.values()),
				List.copyOf(diagram.edges.values()), facts.badges(asset));
	}

	private void fill() {
		List<String> details = new ArrayList<>();
		if (asset.getType() != null) {
			details.add(Facts.name(asset.getType()));
		}
		if (position.parent() != null) {
			details.add("fills " + position.path());
		}
		nodes.put(subject, DiagramNode.of(subject, NodeKind.ASSET, Facts.title(asset), details, "asset " + asset.getName(), facts.badges(asset))
				.at(List.of(position.path()), LineLevel.signals(position)));
		if (position.parent() != null) {
			addConnected(position.parent(), (Part) position.element());
		}
		addSupplies();
		addReplacements();
		addAbilities();
		addSteps();
		addServers();
		new PartnersBusiness(facts, asset, position, this).fill();
		addReaders();
	}

	/** Adds a node, unless there is one with that id. */
	void add(NodeKind kind, String id, String label, List<String> details, List<Badge> badges) {
		nodes.putIfAbsent(id, DiagramNode.of(id, kind, label, details, details.isEmpty() ? label : details.getFirst() + " " + label, badges));
	}

	/** Joins two nodes; of several reasons all are said. */
	void join(String source, String target, String why) {
		DiagramEdge tie = DiagramEdge.tie(EdgeKind.PARTNER, source, target, why);
		edges.merge(tie.id(), tie, (before, more) -> DiagramEdge.tie(EdgeKind.PARTNER, source, target, before.label() + ", " + why));
	}

	private void addConnected(Position around, Part part) {
		new Wiring(Facts.inside(around)).names().forEach((connection, name) -> {
			boolean gives = connection.getSource().getPart() == part;
			if (gives != (connection.getTarget().getPart() == part)) {
				addConnection(around, connection, name, gives);
			}
		});
	}

	private void addConnection(Position around, Connection connection, String name, boolean gives) {
		End own = gives ? connection.getSource() : connection.getTarget();
		End other = gives ? connection.getTarget() : connection.getSource();
		String ownPort = addPort(subject, own.getPort(), own.getPort().getDirection());
		String partner;
		if (other.getPart() == null) {
			partner = around.qualifiedName();
			add(NodeKind.PARTNER, partner, around.path(), List.of(around.type() == null ? "asset" : Facts.name(around.type())), List.of());
		} else {
			partner = around.qualifiedName() + "." + other.getPart().getName();
			add(NodeKind.PARTNER, partner, around.path() + "." + other.getPart().getName(), List.of(Facts.name(other.getPart().getType())),
					facts.badges(other.getPart()));
		}
		String otherPort = addPort(partner, other.getPort(), gives ? Direction.IN : Direction.OUT);
		String id = around.qualifiedName() + "." + name;
		edges.putIfAbsent(id, DiagramEdge.flow(id, gives ? ownPort : otherPort, gives ? otherPort : ownPort,
				MediumClass.of(own.getPort().getMedium()), connection.isBidirectional(), connection.getName() == null ? "" : Facts.title(connection),
				"connect " + name, facts.badges(connection)));
	}

	/** @return the id of a port at a node, which is drawn from now on */
	private String addPort(String node, Port port, Direction direction) {
		String id = node + "." + port.getName();
		DiagramNode owner = nodes.get(node);
		if (owner.ports().stream().noneMatch(drawn -> drawn.id().equals(id))) {
			List<DiagramPort> ports = new ArrayList<>(owner.ports());
			ports.add(new DiagramPort(id, Facts.title(port), direction, MediumClass.of(port.getMedium()), false,
					"port %s : %s".formatted(port.getName(), Facts.invocation(port.getMedium(), port)), facts.badges(port)));
			nodes.put(node, owner.with(ports));
		}
		return id;
	}

	/** What the site offers and the asset, or something in it, draws. */
	private void addSupplies() {
		Site site = position.site();
		for (Element element : site == null ? List.<Element>of() : site.getElements()) {
			if (element instanceof Port port && port.getName() != null && port.getDirection() != Direction.IN) {
				double drawn = facts.supply().draws(port).stream().filter(draw -> isWithin(draw.path())).mapToDouble(Supply.Draw::amount).sum();
				if (drawn > 0) {
					String id = TwinModel.qualifiedName(port);
					add(NodeKind.PARTNER, id, Facts.title(port), List.of("supplied by " + Facts.name(site)), facts.badges(port));
					String unit = Amounts.of(port, MeasureKind.CAPACITY).map(capacity -> " [" + capacity.unit().code() + "]").orElse("");
					edges.put(id + " supplies " + subject, DiagramEdge.flow(id + " supplies " + subject, id, subject, MediumClass.of(port.getMedium()), false,
							Amounts.plain(drawn) + unit, "%s supplies %s%s".formatted(Facts.name(port), Amounts.plain(drawn), unit), List.of()));
				}
			}
		}
	}

	private boolean isWithin(String path) {
		return path.equals(position.path()) || path.startsWith(position.path() + ".");
	}

	/** Who may take its place or is its reserve, and whose place it may take or cover. */
	private void addReplacements() {
		position.standby().forEach(piece -> tie(EdgeKind.STANDBY, piece, true));
		facts.waitedFor(asset).forEach(place -> tie(EdgeKind.STANDBY, place, false));
		if (position.element() instanceof Part part && position.parent() != null) {
			Part covered = Wiring.covered(part);
			for (Position sibling : position.parent().parts()) {
				if (sibling.element() == covered) {
					tie(EdgeKind.COVERS, sibling, false);
				} else if (sibling.element() instanceof Part other && Wiring.covered(other) == part) {
					tie(EdgeKind.COVERS, sibling, true);
				}
			}
		}
	}

	private void tie(EdgeKind kind, Position partner, boolean toUs) {
		add(toUs ? NodeKind.RESERVE : NodeKind.PARTNER, partner.qualifiedName(), partner.path(), List.of(toUs ? kind.verb() : kind == EdgeKind.COVERS ? "covered by this asset" : "this asset is standby",
				Facts.name(partner.type())), List.of());
		tie(kind, partner.qualifiedName(), toUs);
	}

	private void tie(EdgeKind kind, Asset partner, boolean toUs) {
		String id = TwinModel.qualifiedName(partner);
		add(NodeKind.STANDBY, id, Facts.title(partner), List.of(kind.verb(), Facts.name(partner.getType())), facts.badges(partner));
		tie(kind, id, toUs);
	}

	private void tie(EdgeKind kind, String partner, boolean toUs) {
		DiagramEdge tie = DiagramEdge.tie(kind, toUs ? partner : subject, toUs ? subject : partner, "");
		edges.putIfAbsent(tie.id(), tie);
	}

	private void addAbilities() {
		Set<Capability> seen = new LinkedHashSet<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				Capability capability = Provider.offered(element);
				if (capability != null && seen.add(capability)) {
					String id = subject + " provides " + capability.getName();
					abilities.put((Invocation) element, id);
					List<String> details = new ArrayList<>(List.of(element instanceof NamedElement service ? "service " + Facts.name(service) : "capability"));
					String limits = Facts.invocation(capability, (Invocation) element).substring(capability.getName().length());
					if (!limits.isEmpty()) {
						details.add(limits.substring(1, limits.length() - 1));
					}
					Amounts.of((ClauseHolder) element, MeasureKind.RATE).ifPresent(rate -> details.add("rate " + rate));
					add(NodeKind.ABILITY, id, Facts.title(capability), details, facts.badges(element));
					join(subject, id, "provides");
				} else if (element instanceof Provision needed && needed.getKind() == ProvisionKind.REQUIRES && needed.getCapability() != null
						&& needed.getCapability().getName() != null) {
					addProviders(needed);
				}
			}
		}
	}

	/** Who provides what the asset requires: others of its root asset, or at its site. */
	private void addProviders(Provision needed) {
		facts.providers().all(needed.getCapability()).values().stream().flatMap(List::stream).filter(provider -> !provider.isWithin(position)
				&& (provider.position().root() == position.root() || provider.position().site() == position.site())
				&& Providers.unmet(provider, Arguments.of(needed)) == null).limit(DRAWN).forEach(provider -> {
			String id = provider.position().qualifiedName();
			add(NodeKind.PARTNER, id, provider.position().path(), List.of(Facts.name(provider.position().type())), List.of());
			join(id, subject, "provides " + needed.getCapability().getName());
		});
	}

	private void addSteps() {
		facts.steps(position).forEach((step, provider) -> {
			String id = TwinModel.qualifiedName(step);
			add(NodeKind.STEP, id, Facts.name((Recipe) step.eContainer()) + "." + Facts.title(step), List.of("step"), List.of());
			join(abilities.getOrDefault(provider.offer(), subject), id, "does");
		});
	}

	private void addServers() {
		Set<NamedElement> servers = new LinkedHashSet<>();
		position.points().stream().map(facts.twin()::attachment).flatMap(Optional::stream).map(attachment -> attachment.endpoint())
				.filter(server -> server != null && server.getName() != null).forEach(servers::add);
		servers.forEach(server -> {
			add(NodeKind.SERVER, TwinModel.qualifiedName(server), Facts.title(server), List.of("endpoint"), facts.badges(server));
			join(TwinModel.qualifiedName(server), subject, "data");
		});
	}

	/** The insights of others that are computed from signals of the asset. */
	private void addReaders() {
		Set<Point> readers = new LinkedHashSet<>();
		position.all().stream().flatMap(inner -> inner.points().stream()).forEach(signal -> facts.readers(signal).stream()
				.filter(reader -> !Mentions.isIn(reader, List.of(position))).forEach(readers::add));
		readers.stream().limit(readers.size() > DRAWN ? DRAWN - 1 : DRAWN).forEach(reader -> {
			add(NodeKind.INSIGHT, reader.qualifiedName(), reader.path(), List.of("insight"), List.of());
			join(subject, reader.qualifiedName(), "read by");
		});
		if (readers.size() > DRAWN) {
			String id = subject + " read by others";
			add(NodeKind.INSIGHT, id, "%d more".formatted(readers.size() - DRAWN + 1), List.of("insights"), List.of());
			join(subject, id, "read by");
		}
	}
}
