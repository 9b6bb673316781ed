package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.capability.RecipeOrder;
import io.twinwright.core.structure.Members;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.PortFit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Clause;
import io.twinwright.model.Connection;
import io.twinwright.model.End;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Sequence;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinFactory;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Joins ports by connections, and steps by their order. */
final class Joining {
	private final Members members = new Members(Members.Cache.none());

	@Inject
	private Spelling spelling;
	@Inject
	private Additions additions;
	@Inject
	private Headers headers;

	void connect(Work work, Gesture.Connect wanted) throws Refusal {
		Structure braces = work.elements().braces(wanted.in());
		Connection drawn = checked(work, wanted);
		Set<String> taken = work.taken((EObject) braces);
		String name = wanted.name() == null || wanted.name().isBlank() ? null
				: spelling.fresh(wanted.name(), "", taken, ((NamedElement) braces).getName());
		additions.add(work, braces, Connection.class, "connect %s%s %s %s".formatted(name == null ? "" : spelling.name(name) + " : ",
				text(drawn.getSource()), drawn.isBidirectional() ? "<->" : "->", text(drawn.getTarget())));
		String ends = ConnectionFit.ends(drawn);
		work.added(name != null ? after -> wanted.in() + "." + name : after -> last(after, wanted.in(), ends));
	}

	/** @return the id of the last own connection with some ends */
	private static String last(Elements after, String in, String ends) {
		try {
			Structure braces = after.braces(in);
			return new Wiring(braces).names().entrySet().stream().filter(entry -> entry.getKey().eContainer() == braces
					&& entry.getKey().getName() == null && ConnectionFit.ends(entry.getKey()).equals(ends)).map(entry -> in + "." + entry.getValue())
					.reduce((one, more) -> more).orElse(in + "." + ends);
		} catch (Refusal gone) {
			return in + "." + ends;
		}
	}

	/** @return a connection as it would be drawn, in no model */
	Connection checked(Work work, Gesture.Connect wanted) throws Refusal {
		Structure braces = work.elements().braces(wanted.in());
		Connection drawn = drawn(end(work, braces, wanted.in(), wanted.from()), end(work, braces, wanted.in(), wanted.to()));
		if (isSame(drawn.getSource(), drawn.getTarget())) {
			throw new Refusal("'%s' cannot be connected with itself. Choose another port.".formatted(ConnectionFit.name(drawn.getSource())));
		}
		if (!PortFit.isDirected(drawn) && ConnectionFit.isReversed(drawn)) {
			End source = drawn.getSource();
			drawn.setSource(drawn.getTarget());
			drawn.setTarget(source);
		}
		require(drawn);
		for (Connection other : new Wiring(braces).connections()) {
			if (isSame(other.getSource(), drawn.getSource()) && isSame(other.getTarget(), drawn.getTarget())
					|| isSame(other.getTarget(), drawn.getSource()) && isSame(other.getSource(), drawn.getTarget())) {
				throw new Refusal("'%s' and '%s' are connected already. Choose another port.".formatted(ConnectionFit.name(drawn.getSource()),
						ConnectionFit.name(drawn.getTarget())));
			}
		}
		return drawn;
	}

	private static void require(Connection drawn) throws Refusal {
		Refusal.throwIf(ConnectionFit.refusal(drawn, new Clashes()).map(ConnectionFit.Refusal::message));
	}

	private static Connection drawn(End source, End target) {
		Connection drawn = TwinFactory.eINSTANCE.createConnection();
		drawn.setBidirectional(PortFit.isBoth(source) && PortFit.isBoth(target));
		drawn.setSource(source);
		drawn.setTarget(target);
		return drawn;
	}

	private static boolean isSame(End one, End other) {
		return one.getPart() == other.getPart() && one.getIndex() == other.getIndex() && one.getPort() == other.getPort()
				&& one.getPortIndex() == other.getPortIndex();
	}

	/** A port of the structure itself is named behind its id, one of a part behind that of the part; numbers may stand there too. */
	private End end(Work work, Structure braces, String in, String id) throws Refusal {
		work.elements().find(id);
		String[] names = id.startsWith(in + ".") ? id.substring(in.length() + 1).split("\\.") : new String[0];
		NamedElement first = names.length == 0 ? null : members.find((EObject) braces, plain(names[0]));
		End end = TwinFactory.eINSTANCE.createEnd();
		if (names.length == 1 && first instanceof Port port) {
			end.setPort(port);
		} else if (names.length == 2 && first instanceof Part part && members.find(part, plain(names[1])) instanceof Port port) {
			end.setPart(part);
			end.setPort(port);
			number(names[0]).ifPresent(end::setIndex);
		} else {
			throw new Refusal("'%s' is no port of '%s' or of one of its parts. Choose one of those.".formatted(id, ((NamedElement) braces).getName()));
		}
		number(names[names.length - 1]).ifPresent(end::setPortIndex);
		if (!PortFit.isKnown(end.getPort())) {
			throw new Refusal("The medium of port '%s' is not known. Say first what flows there.".formatted(id));
		}
		return end;
	}

	private static String plain(String name) {
		return name.replaceFirst(Elements.NUMBER, "");
	}

	private static Optional<Integer> number(String name) {
		return name.matches(".*#\\d{1,9}") ? Optional.of(Integer.valueOf(name.substring(name.indexOf('#') + 1))) : Optional.empty();
	}

	private String text(End end) {
		return (end.getPart() == null ? "" : spelling.name(end.getPart().getName()) + number(end.getIndex()) + ".")
				+ spelling.name(end.getPort().getName()) + number(end.getPortIndex());
	}

	private static String number(int number) {
		return number == 0 ? "" : "#" + number;
	}

	void reconnect(Work work, Gesture.Reconnect wanted) throws Refusal {
		Structure braces = work.elements().braces(wanted.in());
		Elements.Found found = work.elements().find(wanted.connection());
		if (!(found.element() instanceof Connection connection)) {
			throw new Refusal(Reasons.noneOf(found.element(), "connection"));
		}
		Headers.requireHere(found);
		End end = end(work, braces, wanted.in(), wanted.port());
		End old = wanted.atSource() ? connection.getSource() : connection.getTarget();
		End other = wanted.atSource() ? connection.getTarget() : connection.getSource();
		if (isSame(end, old)) {
			return;
		}
		if (isSame(end, other)) {
			throw new Refusal("'%s' cannot be connected with itself. Choose another port.".formatted(ConnectionFit.name(end)));
		}
		End stays = TwinFactory.eINSTANCE.createEnd();
		stays.setPart(other.getPart());
		stays.setIndex(other.getIndex());
		stays.setPort(other.getPort());
		stays.setPortIndex(other.getPortIndex());
		Connection drawn = wanted.atSource() ? drawn(end, stays) : drawn(stays, end);
		drawn.setBidirectional(connection.isBidirectional());
		require(drawn);
		ICompositeNode node = NodeModelUtils.findActualNodeFor(old);
		work.changes().replace(connection, node.getOffset(), node.getEndOffset(), text(end));
		String ends = ConnectionFit.ends(drawn);
		work.added(connection.getName() != null ? after -> wanted.connection() : after -> last(after, wanted.in(), ends));
	}

	void precede(Work work, Gesture.Precede wanted) throws Refusal {
		Step before = work.elements().find(wanted.before(), Step.class, "step");
		Step step = work.elements().find(wanted.step(), Step.class, "step");
		if (before.eContainer() != step.eContainer()) {
			throw new Refusal("Steps '%s' and '%s' belong to different recipes. Choose two of one recipe.".formatted(before.getName(), step.getName()));
		}
		Refusal.throwIf(RecipeOrder.refusal(step, before));
		for (Clause clause : step.getClauses()) {
			if (clause instanceof Sequence sequence) {
				if (!sequence.getSteps().contains(before)) {
					int end = NodeModelUtils.findActualNodeFor(sequence).getEndOffset();
					work.changes().replace(step, end, end, ", " + spelling.name(before.getName()));
				}
				return;
			}
		}
		headers.set(work, step, step.getName(), "after", 0, spelling.name(before.getName()));
	}
}
