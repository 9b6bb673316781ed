package io.twinwright.core.topology;

import io.twinwright.core.rules.Rule;
import io.twinwright.model.Connection;
import io.twinwright.model.End;
import io.twinwright.model.Port;
import java.util.Optional;

/** Why the ends of a connection do not go together, in the words of the rules. */
public final class ConnectionFit {
	private ConnectionFit() {
	}

	/**
	 * What is wrong with a connection.
	 *
	 * @param rule that is broken
	 * @param atSource whether it is wrong at the source; else at the target
	 * @param message one or two whole sentences: what is wrong and what would be right
	 */
	public record Refusal(Rule rule, boolean atSource, String message) {
	}

	/** @return the first thing that is wrong, empty if the ends go together or one of them is not known */
	public static Optional<Refusal> refusal(Connection connection, Clashes clashes) {
		return direction(connection).or(() -> medium(connection)).or(() -> demands(connection, clashes));
	}

	/** @return whether both ends lead to ports of known media */
	public static boolean isKnown(Connection connection) {
		return Wiring.isKnown(connection.getSource()) && Wiring.isKnown(connection.getTarget());
	}

	/** @return why the ends do not stand the right way round */
	public static Optional<Refusal> direction(Connection connection) {
		if (!isKnown(connection) || PortFit.isDirected(connection)) {
			return Optional.empty();
		}
		End source = connection.getSource();
		End target = connection.getTarget();
		if (connection.isBidirectional()) {
			End wrong = PortFit.isBoth(source) ? target : source;
			return Optional.of(new Refusal(Rule.DIRECTION_MISMATCH, wrong == source,
					"'%s' only %s, and '<->' joins inout ports. Write '->' from the port that gives."
					.formatted(name(wrong), PortFit.gives(wrong) ? "gives" : "takes")));
		}
		if (!PortFit.gives(source)) {
			return Optional.of(new Refusal(Rule.DIRECTION_MISMATCH, true,
					"Nothing flows from '%s', which only takes here. %s".formatted(name(source), remedy(connection))));
		}
		return Optional.of(new Refusal(Rule.DIRECTION_MISMATCH, false,
				"Nothing flows to '%s', which only gives here. %s".formatted(name(target), remedy(connection))));
	}

	/** @return whether the ends would stand the right way round if they were swapped */
	public static boolean isReversed(Connection connection) {
		return PortFit.gives(connection.getTarget()) && PortFit.takes(connection.getSource());
	}

	private static String remedy(Connection connection) {
		return isReversed(connection) ? "Swap the ends of the connection."
				: "Connect a port that gives with one that takes.";
	}

	/** @return why the media of the ends do not go together */
	public static Optional<Refusal> medium(Connection connection) {
		if (!isKnown(connection) || joinMedia(connection)) {
			return Optional.empty();
		}
		return Optional.of(new Refusal(Rule.MEDIUM_MISMATCH, false,
				"'%s' carries '%s' and '%s' carries '%s'. One must be a kind of the other.".formatted(
				name(connection.getSource()), connection.getSource().getPort().getMedium().getName(),
				name(connection.getTarget()), connection.getTarget().getPort().getMedium().getName())));
	}

	private static boolean joinMedia(Connection connection) {
		return Media.join(connection.getSource().getPort().getMedium(), connection.getTarget().getPort().getMedium());
	}

	/** @return on which physical demand the ends cannot agree */
	public static Optional<Refusal> demands(Connection connection, Clashes clashes) {
		if (!isKnown(connection) || !joinMedia(connection)) {
			return Optional.empty();
		}
		Port giving = connection.getSource().getPort();
		Port taking = connection.getTarget().getPort();
		return clashes.between(giving, taking).map(clash -> new Refusal(Rule.PHYSICAL_MISMATCH, false,
				"'%s' has %s %s, but '%s' has %s. Both ports must allow the same values.".formatted(
				name(connection.getSource()), clash.parameter(), clash.given().text(),
				name(connection.getTarget()), clash.taken().text())));
	}

	/** @return both ends of a connection as they are written */
	public static String ends(Connection connection) {
		return name(connection.getSource()) + (connection.isBidirectional() ? " <-> " : " -> ") + name(connection.getTarget());
	}

	/** @return the end of a connection as it is written */
	public static String name(End end) {
		return (end.getPart() == null ? "" : end.getPart().getName() + number(end.getIndex()) + ".")
				+ end.getPort().getName() + number(end.getPortIndex());
	}

	private static String number(int number) {
		return number == 0 ? "" : "#" + number;
	}
}
