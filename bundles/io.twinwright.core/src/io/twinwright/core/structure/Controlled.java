package io.twinwright.core.structure;

import io.twinwright.model.Enumeration;
import io.twinwright.model.Literal;
import io.twinwright.model.SignalKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A machine or service that takes commands: by PackML (ISA-TR88.00.02) or MTP (VDI/VDE/NAMUR 2658-4).
 *
 * @param state reports its state
 * @param command takes its commands
 */
public record Controlled(Point state, Point command) {
	/** The enumeration of commands for each of states. */
	private static final Map<String, String> COMMANDS = Map.of("twin.std.PackML", "twin.std.PackMLCommand", "twin.std.MtpState", "twin.std.MtpCommand");

	/**
	 * A state has the command of the same name, but for {@code _state} and {@code _command} at the end; where a position has one of
	 * each, they belong together whatever their names.
	 *
	 * @return those of a position, in the order of their states
	 */
	public static List<Controlled> of(Position position) {
		List<Point> points = position.points();
		List<Point> states = points.stream().filter(point -> point.kind() == SignalKind.STATE && COMMANDS.containsKey(enumeration(point))).toList();
		return states.stream().flatMap(state -> command(state, states, points).map(command -> new Controlled(state, command)).stream()).toList();
	}

	private static Optional<Point> command(Point state, List<Point> states, List<Point> points) {
		List<Point> fit = points.stream().filter(point -> point.kind() == SignalKind.ACTUATOR
				&& COMMANDS.get(enumeration(state)).equals(enumeration(point))).toList();
		boolean alone = fit.size() == 1 && states.stream().filter(other -> enumeration(other).equals(enumeration(state))).count() == 1;
		return alone ? Optional.of(fit.getFirst()) : fit.stream().filter(point -> root(point, "command").equals(root(state, "state"))).findFirst();
	}

	private static String root(Point point, String ending) {
		return point.name().replaceFirst("[_.]?" + ending + "$", "");
	}

	private static String enumeration(Point point) {
		Enumeration states = States.of(point.signal().getType());
		return states == null || states.getName() == null ? "" : TwinModel.qualifiedName(states);
	}

	/** @return what its states and commands mean */
	public StateModel model() {
		return new StateModel(names(state), names(command));
	}

	private static Set<String> names(Point point) {
		return States.of(point.signal().getType()).getLiterals().stream().map(Literal::getName).collect(Collectors.toSet());
	}

	/** @return a state or command by its name */
	public static Literal literal(Point point, String name) {
		return States.of(point.signal().getType()).getLiterals().stream().filter(literal -> name.equals(literal.getName())).findFirst().orElseThrow();
	}
}
