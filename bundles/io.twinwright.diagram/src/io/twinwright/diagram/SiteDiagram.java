package io.twinwright.diagram;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Module;
import io.twinwright.core.topology.PortFit;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Clause;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.Footprint;
import io.twinwright.model.Lease;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Part;
import io.twinwright.model.Per;
import io.twinwright.model.PeriodPer;
import io.twinwright.model.PiecePer;
import io.twinwright.model.Port;
import io.twinwright.model.Site;
import io.twinwright.model.UnitPer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A site: its utilities with their load, its bays to scale with what stands there, and the modules that are in store. */
final class SiteDiagram {
	private final Facts facts;
	private final Site site;
	private final String subject;
	private final List<DiagramNode> nodes = new ArrayList<>();

	private SiteDiagram(Facts facts, Site site) {
		this.facts = facts;
		this.site = site;
		this.subject = TwinModel.qualifiedName(site);
	}

	static Diagram of(Facts facts, Site site) {
		SiteDiagram diagram = new SiteDiagram(facts, site);
		diagram.fill();
		return Diagram.of(DiagramKind.SITE, diagram.subject, Facts.title(site), "site " + site.getName(), diagram.nodes, List.of(),
				facts.badges(site));
	}

	private void fill() {
		for (Element element : site.getElements()) {
			if (element instanceof Port port && PortFit.isKnown(port) && port.getDirection() != Direction.IN) {
				addUtility(port);
			}
		}
		for (Element element : site.getElements()) {
			if (element instanceof Bay bay && bay.getName() != null) {
				addBay(bay);
			}
		}
		for (Position root : facts.twin().roots()) {
			if (root.site() == site && Module.of(root).footprint() != null) {
				addIdle(root);
			}
		}
	}

	private void addUtility(Port port) {
		double used = facts.supply().draws(port).stream().mapToDouble(Supply.Draw::amount).sum();
		double available = Supply.offers(port);
		String unit = Amounts.of(port, MeasureKind.CAPACITY).map(Quantity::unit).map(found -> found.code()).orElse("");
		String draws = String.join("\n", facts.supply().draws(port).stream().map(draw -> "%s %s [%s]".formatted(draw.path(), Amounts.plain(draw.amount()), unit))
				.toList());
		String id = subject + "." + port.getName();
		nodes.add(DiagramNode.of(id, NodeKind.UTILITY, Facts.title(port), List.of(Facts.invocation(port.getMedium(), port)), draws, facts.badges(port))
				.with(List.of(new DiagramPort(id + ".out", "", Direction.OUT, MediumClass.of(port.getMedium()), false, "", List.of())))
				.filled(new Gauge(used, available, unit)));
	}

	private void addBay(Bay bay) {
		String id = subject + "." + bay.getName();
		Footprint footprint = Module.footprint(bay);
		Optional<Module.Plan> plan = Module.Plan.of(footprint);
		List<String> details = new ArrayList<>();
		details.add(footprint == null ? "no footprint said" : Facts.name(footprint) + plan.map(size -> ", " + size).orElse(""));
		Module.bears(bay).ifPresent(floor -> details.add("floor bears %s [kg/m2]".formatted(Amounts.plain(floor))));
		nodes.add(DiagramNode.of(id, NodeKind.BAY, Facts.title(bay), details, "bay " + bay.getName(), facts.badges(bay)).on(plan.orElse(null)));
		for (BayPlacement placement : facts.mounting().in(bay)) {
			Part part = (Part) placement.eContainer();
			facts.mounting().of(part).forEach(position -> addModule(position, id, facts.badges(part)));
		}
	}

	private void addModule(Position position, String bay, List<Badge> badges) {
		Module module = Module.of(position);
		List<String> details = new ArrayList<>();
		details.add(Facts.name(position.type()) + (position.piece() == null ? "" : " " + Facts.name(position.piece())));
		module.load().ifPresent(load -> details.add(Amounts.plain(load) + " [kg/m2]"));
		nodes.add(DiagramNode.of(position.qualifiedName(), NodeKind.MODULE, position.path(), details, tooltip(position, module), badges)
				.on(Module.Plan.of(module.footprint()).orElse(null)).within(bay)
				.at(List.of(position.path()), LineLevel.signals(position)));
	}

	private static String tooltip(Position position, Module module) {
		return position.path() + " : " + Facts.name(position.type()) + (module.footprint() == null ? "" : " footprint " + Facts.name(module.footprint()))
				+ (module.mass() == null ? "" : " mass " + Amounts.plain(module.mass()) + " [kg]");
	}

	private void addIdle(Position root) {
		Asset asset = (Asset) root.element();
		Module module = Module.of(root);
		List<String> details = new ArrayList<>();
		details.add(Facts.name(root.type()));
		for (Clause clause : asset.getClauses()) {
			if (clause instanceof Lease lease && lease.getMoney() != null) {
				details.add("lease %s %s%s".formatted(lease.getMoney().getCurrency(), lease.getMoney().getAmount().toPlainString(), per(lease.getPer())));
			}
		}
		if (facts.mounting().isSpare(asset)) {
			details.add("standby");
		}
		nodes.add(DiagramNode.of(root.qualifiedName(), NodeKind.IDLE, Facts.title(asset), details, tooltip(root, module), facts.badges(asset))
				.on(Module.Plan.of(module.footprint()).orElse(null)));
	}

	private static String per(Per per) {
		return switch (per) {
			case UnitPer unit -> " per [" + unit.getUnit() + "]";
			case PeriodPer period -> " per " + period.getPeriod().getName();
			case PiecePer piece -> " per " + piece.getPiece().getName();
			case null, default -> "";
		};
	}
}
