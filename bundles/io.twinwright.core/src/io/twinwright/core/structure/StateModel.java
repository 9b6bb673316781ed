package io.twinwright.core.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which command leads from which state where: the state models of PackML (ISA-TR88.00.02) and MTP (VDI/VDE/NAMUR 2658-4), which have
 * the same names. Each command leads through an acting state to a waiting one, which the machine reaches by itself.
 *
 * @param states those that the machine has
 * @param commands those that it takes
 */
public record StateModel(Set<String> states, Set<String> commands) {
	public static final String STOPPED = "Stopped";
	public static final String ABORTED = "Aborted";
	public static final String IDLE = "Idle";
	public static final String EXECUTE = "Execute";
	private static final Set<String> UNSTOPPABLE = Set.of(STOPPED, "Stopping", "Aborting", ABORTED, "Clearing");
	private static final Map<String, List<String>> ENDS = Map.ofEntries(Map.entry("Stopping", List.of(STOPPED)), Map.entry("Aborting", List.of(ABORTED)),
			Map.entry("Clearing", List.of(STOPPED)), Map.entry("Resetting", List.of(IDLE)), Map.entry("Starting", List.of(EXECUTE)),
			Map.entry("Holding", List.of("Held")), Map.entry("Unholding", List.of(EXECUTE)), Map.entry("Suspending", List.of("Suspended")),
			Map.entry("Unsuspending", List.of(EXECUTE)), Map.entry("Pausing", List.of("Paused")), Map.entry("Resuming", List.of(EXECUTE)),
			Map.entry("Completing", List.of("Complete", "Completed")));
	/** Where there is a choice, the first one is taken. */
	private static final List<Move> MOVES = List.of(new Move("Stop", state -> !UNSTOPPABLE.contains(state), "Stopping"),
			new Move("Clear", ABORTED::equals, "Clearing"),
			new Move("Reset", Set.of(STOPPED, "Complete", "Completed", ABORTED)::contains, "Resetting"),
			new Move("Start", IDLE::equals, "Starting"), new Move("Hold", EXECUTE::equals, "Holding"), new Move("Unhold", "Held"::equals, "Unholding"),
			new Move("Suspend", EXECUTE::equals, "Suspending"), new Move("Unsuspend", "Suspended"::equals, "Unsuspending"),
			new Move("Pause", EXECUTE::equals, "Pausing"), new Move("Resume", "Paused"::equals, "Resuming"),
			new Move("Complete", EXECUTE::equals, "Completing"), new Move("Restart", EXECUTE::equals, "Starting"),
			new Move("Abort", state -> !state.equals(ABORTED) && !state.equals("Aborting"), "Aborting"));

	/** What a command does. */
	private record Move(String command, Predicate<String> from, String through) {
	}

	private boolean isPossible(Move move, String state) {
		// a machine that can be cleared is not reset before
		boolean cleared = !(move.command().equals("Reset") && state.equals(ABORTED) && commands.contains("Clear"));
		return cleared && commands.contains(move.command()) && states.contains(move.through()) && move.from().test(state);
	}

	/** @return the acting state to which a command leads; empty if it is not taken in this state */
	public Optional<String> after(String state, String command) {
		return MOVES.stream().filter(move -> move.command().equals(command) && isPossible(move, state)).map(Move::through).findFirst();
	}

	/** @return the state in which an acting state ends by itself; empty for a waiting one */
	public Optional<String> end(String state) {
		return ENDS.getOrDefault(state, List.of()).stream().filter(states::contains).findFirst();
	}

	/** @return the first command on the shortest way to a waiting state; empty if there is none, the state is reached, or acts still */
	public Optional<String> next(String state, String target) {
		if (state.equals(target) || end(state).isPresent()) {
			return Optional.empty();
		}
		Map<String, String> first = new HashMap<>();
		Deque<String> reached = new ArrayDeque<>(List.of(state));
		while (!reached.isEmpty()) {
			String at = reached.poll();
			for (Move move : MOVES) {
				Optional<String> to = isPossible(move, at) ? end(move.through()) : Optional.empty();
				if (to.isPresent() && !to.get().equals(state) && first.putIfAbsent(to.get(), first.getOrDefault(at, move.command())) == null) {
					reached.add(to.get());
				}
			}
		}
		return Optional.ofNullable(first.get(target));
	}
}
