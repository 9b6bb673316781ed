package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Position;
import io.twinwright.core.topology.FlowGraph.Circle;
import io.twinwright.core.topology.FlowGraph;
import io.twinwright.core.topology.Media;
import io.twinwright.core.topology.Supply;
import io.twinwright.core.topology.Wiring.Gap;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Asset;
import io.twinwright.model.Connection;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 3: how the parts of a structure are joined. Connections of a type are looked at there and not at its assets. */
public class TopologyRules extends Rules {
	private static final EStructuralFeature NAME = TwinPackage.Literals.NAMED_ELEMENT__NAME;

	@Check(CheckType.NORMAL)
	public void partnersAreConnected(Structure structure) {
		Wiring wiring = wiring(structure);
		if (wiring == null) {
			return;
		}
		Supply supply = facts(structure).supply();
		Site site = site(structure);
		FreePorts free = new FreePorts(wiring);
		for (Part part : wiring.parts()) {
			for (Port port : wiring.isLocal(part) ? wiring.ports(part) : List.<Port>of()) {
				if (port.getDirection() != Direction.OUT && !supply.isSupplied(port, site)) {
					Gap gap = gap(wiring, part, port);
					if (!gap.isNone()) {
						report(Rule.UNCONNECTED_PORT, "%s not connected. Connect %s with a port that gives '%s'.".formatted(
								named(gap), gap.names().size() == 1 ? "it" : "them", port.getMedium().getName()),
								place(part, structure), NAME, free.connectTaker(part, port));
					}
				}
			}
		}
		ownPorts(wiring, supply, site, free);
	}

	private void ownPorts(Wiring wiring, Supply supply, Site site, FreePorts free) {
		Structure structure = wiring.structure();
		if (structure instanceof Part || structure instanceof Type && wiring.ports().stream().noneMatch(wiring::isJoined)) {
			return;
		}
		for (Port port : wiring.ports()) {
			boolean source = port.getDirection() != Direction.OUT;
			if (wiring.isLocal(port) && !wiring.isJoined(port) && !(source && supply.isSupplied(port, site))) {
				report(Rule.UNCONNECTED_PORT,
						"'%s' of '%s' %s nothing inside. Connect it with a port that %s '%s'.".formatted(
						port.getName(), ((NamedElement) structure).getName(), source ? "leads to" : "comes from",
						source ? "takes" : "gives", port.getMedium().getName()), place(port, structure), NAME,
						source ? free.connectGiver(null, port) : free.connectTaker(null, port));
			}
		}
	}

	/** A reserve has no gaps of its own where it joins the connections of the part that it covers. */
	private static Gap gap(Wiring wiring, Part part, Port port) {
		Part covered = Wiring.covered(part);
		if (covered != null && wiring.ports(covered).stream().anyMatch(other -> other.getName().equals(port.getName()))) {
			return new Gap(List.of(), 0);
		}
		return wiring.gap(part, port);
	}

	private static String named(Gap gap) {
		if (gap.more() > 0) {
			return String.join(", ", gap.names().stream().map(name -> "'" + name + "'").toList()) + " and " + gap.more()
					+ " more are";
		}
		return Phrases.quoted(gap.names()) + (gap.names().size() == 1 ? " is" : " are");
	}

	@Check(CheckType.NORMAL)
	public void portsLeadSomewhere(Structure structure) {
		Wiring wiring = wiring(structure);
		if (wiring == null) {
			return;
		}
		Supply supply = facts(structure).supply();
		Site site = site(structure);
		for (Part part : wiring.parts()) {
			for (Port port : wiring.isLocal(part) ? wiring.ports(part) : List.<Port>of()) {
				if (port.getDirection() == Direction.OUT && !Media.isData(port.getMedium())
						&& !supply.isCollected(port, site)) {
					Gap gap = gap(wiring, part, port);
					if (!gap.isNone()) {
						report(Rule.DEAD_END,
								"%s not connected, so '%s' piles up there. Connect %s with a port that takes it."
								.formatted(named(gap), port.getMedium().getName(), gap.names().size() == 1 ? "it" : "them"),
								place(part, structure), NAME);
					}
				}
			}
		}
	}

	@Check
	public void partsAreReached(Structure structure) {
		Wiring wiring = wiring(structure);
		if (wiring == null) {
			return;
		}
		for (Circle circle : FlowGraph.islands(wiring)) {
			Part first = circle.parts().getFirst();
			if (isOwn(circle, wiring)) {
				report(Rule.UNREACHABLE_PART,
						"Nothing reaches '%s' from outside: %s. Connect a port of '%s' or a part that only gives."
						.formatted(first.getName(), circle.parts().size() == 1 ? "it takes from itself only"
								: "it and %s take from each other only".formatted(others(circle)),
								((NamedElement) structure).getName()), place(first, structure), NAME);
			}
		}
	}

	@Check
	public void circlesHaveBuffers(Structure structure) {
		Wiring wiring = wiring(structure);
		if (wiring == null) {
			return;
		}
		for (Circle circle : FlowGraph.jams(wiring)) {
			List<Connection> own = circle.connections().stream().filter(wiring::isLocal).toList();
			if (!own.isEmpty()) {
				report(Rule.CYCLE_WITHOUT_BUFFER,
						"'%s' runs in a circle %s without a buffer, so that it can jam. %s".formatted(
						own.getLast().getSource().getPort().getMedium().getName(), circle.parts().size() == 1
								? "from '%s' to itself".formatted(circle.parts().getFirst().getName())
								: "from '%s' through %s".formatted(circle.parts().getFirst().getName(), others(circle)),
						"Say 'buffer' on one of its connections."), own.getLast(), TwinPackage.Literals.CONNECTION__TARGET);
			}
		}
	}

	private static boolean isOwn(Circle circle, Wiring wiring) {
		return circle.connections().stream().anyMatch(wiring::isLocal);
	}

	private static String others(Circle circle) {
		return Phrases.quoted(circle.parts().stream().skip(1).map(Part::getName).toList());
	}

	/** @return what is connected in a structure, null if it says nothing of its own about that */
	private Wiring wiring(Structure structure) {
		if (!(structure instanceof Type type && !type.isAbstract() || structure instanceof Asset
				|| structure instanceof Part)
				|| ((NamedElement) structure).getName() == null
				|| structure.getElements().stream().noneMatch(TopologyRules::joins) && !completes(structure)) {
			return null;
		}
		if (!(getContext().get(Wiring.class) instanceof Wiring known && known.structure() == structure)) {
			getContext().put(Wiring.class, new Wiring(structure));
		}
		Wiring wiring = (Wiring) getContext().get(Wiring.class);
		return wiring.connections().isEmpty() ? null : wiring;
	}

	private static boolean joins(Element element) {
		return element instanceof Part || element instanceof Port || element instanceof Connection;
	}

	/** @return whether it inherits from an abstract type, which is not looked at by itself */
	private static boolean completes(Structure structure) {
		Type base = structure instanceof Type type ? type.getBase() : structure instanceof Asset asset ? asset.getType()
				: null;
		return base != null && base.isAbstract();
	}

	private Site site(Structure structure) {
		Asset asset = EcoreUtil2.getContainerOfType(structure, Asset.class);
		Position position = asset == null || asset.getName() == null ? null : twin(structure).positionOf(asset);
		return position == null ? null : position.site();
	}

	/** @return where to tell of an element: there, or at the structure if it inherits the element */
	private static EObject place(Element element, Structure structure) {
		return element.eContainer() == structure ? element : structure;
	}
}
