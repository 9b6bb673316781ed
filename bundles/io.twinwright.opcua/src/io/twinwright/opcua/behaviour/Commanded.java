package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.StateModel;

/** The state of a machine or service that takes commands. It acts for a second each time; before the first command it has a rhythm of its own. */
final class Commanded implements Model {
	private static final double ACTS = 1;

	private final Controlled controlled;
	private final StateModel model;
	private final Model rhythm;
	/** Null until the first command. */
	private String state;
	private double since;

	/** @param rhythm the states before the first command; any of its values may be asked again */
	Commanded(Controlled controlled, Model rhythm) {
		this.controlled = controlled;
		this.model = controlled.model();
		this.rhythm = rhythm;
	}

	/** Takes a command at a time; nothing happens for one that is not taken in this state. */
	void command(Value.State command, long step, double seconds) {
		String now = next(step, seconds, 0) instanceof Value.State state ? state.name() : "";
		model.after(now, command.name()).ifPresent(acting -> {
			state = acting;
			since = seconds;
		});
	}

	boolean isCommanded() {
		return state != null;
	}

	boolean isExecuting() {
		return StateModel.EXECUTE.equals(state);
	}

	@Override
	public Value next(long step, double seconds, double sinceLast) {
		if (state == null) {
			return rhythm.next(step, seconds, sinceLast);
		}
		if (seconds >= since + ACTS) {
			state = model.end(state).orElse(state);
		}
		return Value.State.of(Controlled.literal(controlled.state(), state));
	}
}
