package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.core.topology.PortFit;
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

	@Check
	public void endsStandTheRightWay(Connection connection) {
		ConnectionFit.direction(connection).ifPresent(refusal -> report(refusal.rule(), refusal.message(), connection, end(refusal),
				connection.isBidirectional() ? oneWay(connection) : swap(connection)));
	}

	private static EStructuralFeature end(Refusal refusal) {
		return refusal.atSource() ? SOURCE : TARGET;
	}

	private static List<Fix> swap(Connection connection) {
		return ConnectionFit.isReversed(connection) ? List.of(new Fix("Swap the ends", swapped(connection))) : List.of();
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
		if (arrow.isEmpty() || !forward && !ConnectionFit.isReversed(connection)) {
			return List.of();
		}
		List<Fix.Edit> edits = new ArrayList<>(forward ? List.of() : swapped(connection));
		edits.add(Edits.replace(arrow.getFirst(), "->"));
		return List.of(new Fix("Connect one way", edits));
	}

	@Check
	public void mediaGoTogether(Connection connection) {
		ConnectionFit.medium(connection).ifPresent(refusal -> report(refusal.rule(), refusal.message(), connection, end(refusal)));
	}

	@Check(CheckType.NORMAL)
	public void demandsGoTogether(Connection connection) {
		ConnectionFit.demands(connection, facts(connection).clashes())
				.ifPresent(refusal -> report(refusal.rule(), refusal.message(), connection, end(refusal)));
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
			if (element instanceof Connection connection && ConnectionFit.isKnown(connection)) {
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
						ConnectionFit.name(connection.getSource()), ConnectionFit.name(connection.getTarget())), connection, TARGET,
						Edits.fix("Remove this connection", Edits.remove(connection)));
			}
		}
	}
}
