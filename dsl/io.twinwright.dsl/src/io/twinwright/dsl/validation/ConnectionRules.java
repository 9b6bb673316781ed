package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.topology.Media;
import io.twinwright.core.topology.PortFit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 3: whether the two ends of a connection go together. */
public class ConnectionRules extends Rules {
	private static final EStructuralFeature SOURCE = TwinPackage.Literals.CONNECTION__SOURCE;
	private static final EStructuralFeature TARGET = TwinPackage.Literals.CONNECTION__TARGET;
	private static final EStructuralFeature BOTH_WAYS = TwinPackage.Literals.CONNECTION__BIDIRECTIONAL;

	private static boolean isKnown(Connection connection) {
		return Wiring.isKnown(connection.getSource()) && Wiring.isKnown(connection.getTarget());
	}

	@Check
	public void endsStandTheRightWay(Connection connection) {
		if (!isKnown(connection) || PortFit.isDirected(connection)) {
			return;
		}
		End source = connection.getSource();
		End target = connection.getTarget();
		if (connection.isBidirectional()) {
			End wrong = PortFit.isBoth(source) ? target : source;
			report(Rule.DIRECTION_MISMATCH,
					"'%s' only %s, and '<->' joins inout ports. Write '->' from the port that gives."
					.formatted(Phrases.of(wrong), PortFit.gives(wrong) ? "gives" : "takes"), connection,
					wrong == source ? SOURCE : TARGET, oneWay(connection));
		} else if (!PortFit.gives(source)) {
			report(Rule.DIRECTION_MISMATCH,
					"Nothing flows from '%s', which only takes here. %s".formatted(Phrases.of(source),
					remedy(connection)), connection, SOURCE, swap(connection));
		} else {
			report(Rule.DIRECTION_MISMATCH, "Nothing flows to '%s', which only gives here. %s".formatted(Phrases.of(target),
					remedy(connection)), connection, TARGET, swap(connection));
		}
	}

	private static boolean isReversed(Connection connection) {
		return PortFit.gives(connection.getTarget()) && PortFit.takes(connection.getSource());
	}

	private static String remedy(Connection connection) {
		return isReversed(connection) ? "Swap the ends of the connection."
				: "Connect a port that gives with one that takes.";
	}

	private static List<Fix> swap(Connection connection) {
		return isReversed(connection) ? List.of(new Fix("Swap the ends", swapped(connection))) : List.of();
	}

	private static List<Fix.Edit> swapped(Connection connection) {
		return List.of(Edits.replace(connection.getSource(), text(connection.getTarget())),
				Edits.replace(connection.getTarget(), text(connection.getSource())));
	}

	private static String text(End end) {
		return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(end));
	}

	private static List<Fix> oneWay(Connection connection) {
		boolean forward = PortFit.gives(connection.getSource()) && PortFit.takes(connection.getTarget());
		List<INode> arrow = NodeModelUtils.findNodesForFeature(connection, BOTH_WAYS);
		if (arrow.isEmpty() || !forward && !isReversed(connection)) {
			return List.of();
		}
		List<Fix.Edit> edits = new ArrayList<>(forward ? List.of() : swapped(connection));
		edits.add(Edits.replace(arrow.getFirst(), "->"));
		return List.of(new Fix("Connect one way", edits));
	}

	@Check
	public void mediaGoTogether(Connection connection) {
		if (isKnown(connection) && !Media.join(connection.getSource().getPort().getMedium(),
				connection.getTarget().getPort().getMedium())) {
			report(Rule.MEDIUM_MISMATCH,
					"'%s' carries '%s' and '%s' carries '%s'. One must be a kind of the other.".formatted(
					Phrases.of(connection.getSource()), connection.getSource().getPort().getMedium().getName(),
					Phrases.of(connection.getTarget()), connection.getTarget().getPort().getMedium().getName()),
					connection, TARGET);
		}
	}

	@Check(CheckType.NORMAL)
	public void demandsGoTogether(Connection connection) {
		if (!isKnown(connection) || !Media.join(connection.getSource().getPort().getMedium(),
				connection.getTarget().getPort().getMedium())) {
			return;
		}
		PortFit.Clash clash = facts(connection).clashes().between(connection.getSource().getPort(),
				connection.getTarget().getPort()).orElse(null);
		if (clash != null) {
			report(Rule.PHYSICAL_MISMATCH,
					"'%s' has %s %s, but '%s' has %s. Both ports must allow the same values.".formatted(
					Phrases.of(connection.getSource()), clash.parameter(), clash.given().text(),
					Phrases.of(connection.getTarget()), clash.taken().text()), connection, TARGET);
		}
	}

	/** Which ports a connection joins; numbers are 0 where all are meant. */
	private record Ends(Object from, int part, Object out, int port, Object to, int otherPart, Object in, int otherPort) {
		static Ends of(Connection connection) {
			End source = connection.getSource();
			End target = connection.getTarget();
			return new Ends(source.getPart(), source.getIndex(), source.getPort(), source.getPortIndex(),
					target.getPart(), target.getIndex(), target.getPort(), target.getPortIndex());
		}

		Ends reversed() {
			return new Ends(to, otherPart, in, otherPort, from, part, out, port);
		}

		/** @return itself, and with each choice of numbers left out */
		List<Ends> wider() {
			List<Ends> wider = new ArrayList<>();
			for (int left = 0; left < 16; left++) {
				if (leaves(left, 1, part) && leaves(left, 2, port) && leaves(left, 4, otherPart)
						&& leaves(left, 8, otherPort)) {
					wider.add(new Ends(from, (left & 1) != 0 ? 0 : part, out, (left & 2) != 0 ? 0 : port,
							to, (left & 4) != 0 ? 0 : otherPart, in, (left & 8) != 0 ? 0 : otherPort));
				}
			}
			return wider;
		}

		private static boolean leaves(int choice, int bit, int number) {
			return (choice & bit) == 0 || number != 0;
		}
	}

	@Check
	public void portsAreConnectedOnce(Structure structure) {
		Map<Ends, Connection> first = new HashMap<>();
		List<Connection> connections = new ArrayList<>();
		for (Element element : structure.getElements()) {
			if (element instanceof Connection connection && isKnown(connection)) {
				connections.add(connection);
				Ends ends = Ends.of(connection);
				first.putIfAbsent(ends, connection);
				if (connection.isBidirectional()) {
					first.putIfAbsent(ends.reversed(), connection);
				}
			}
		}
		for (Connection connection : connections) {
			Connection other = Ends.of(connection).wider().stream().map(first::get)
					.filter(found -> found != null && found != connection).findFirst().orElse(null);
			if (other != null) {
				report(Rule.CONNECTED_TWICE,
						"'%s' and '%s' are connected already. Remove one of the two connections.".formatted(
						Phrases.of(connection.getSource()), Phrases.of(connection.getTarget())), connection, TARGET,
						Edits.fix("Remove this connection", Edits.remove(connection)));
			}
		}
	}
}
