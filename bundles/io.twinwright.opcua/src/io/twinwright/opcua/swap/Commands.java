package io.twinwright.opcua.swap;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.StateModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands machines and services into states, and waits until they have reached them. A machine is stopped as its standard says and
 * never aborted: what does not stop is left to the person in charge.
 */
final class Commands {
	private final SwapPlant plant;
	private final String position;
	private final Duration patience;

	/**
	 * A machine or service that is to be in a state.
	 *
	 * @param before the state that it had
	 * @param after the state that it is to have
	 */
	record Course(Controlled controlled, String before, String after) {
		SetPointChange change(boolean isKnown) {
			return new SetPointChange(controlled.state(), isKnown ? value(before) : null, value(after));
		}

		private Value value(String state) {
			return Value.State.of(Controlled.literal(controlled.state(), state));
		}

		/** @return the way back to what can be commanded of what it had: running, ready or stopped */
		Course back() {
			String end = controlled.model().end(before).orElse(before);
			return new Course(controlled, after, switch (end) {
				case StateModel.EXECUTE, StateModel.STOPPED -> end;
				case StateModel.ABORTED -> StateModel.STOPPED;
				default -> StateModel.IDLE;
			});
		}

		private boolean isReached(String now) {
			return now.equals(after) || after.equals(StateModel.STOPPED) && now.equals(StateModel.ABORTED);
		}
	}

	Commands(SwapPlant plant, String position, Duration patience) {
		this.plant = plant;
		this.position = position;
		this.patience = patience;
	}

	/** @return the machines and services at a position and below it whose commands the plant takes */
	static List<Controlled> of(SwapSession session, Position at) {
		return at.all().stream().flatMap(inner -> Controlled.of(inner).stream())
				.filter(one -> session.twin().attachment(one.command()).filter(Attachment::isRead).isPresent()).toList();
	}

	/** @return the state of a machine or service now, empty if it is not known */
	static Optional<String> state(SwapSession session, Controlled controlled) {
		return session.value(controlled.state()).filter(Value.State.class::isInstance).map(Value.State.class::cast).map(Value.State::name);
	}

	/** @throws SwapFailure if one does not reach its state within the patience */
	void bring(SwapSession session, List<Course> courses) throws SwapFailure, InterruptedException {
		for (Course course : courses) {
			if (!reach(session, course, true)) {
				throw new SwapFailure("'%s' is not %s within %d s after it was commanded by '%s'. Check whether the machine takes commands, then swap again."
						.formatted(course.controlled().state().path(), course.after(), patience.toSeconds(), course.controlled().command().path()));
			}
		}
	}

	/** @return what could not be brought back, a sentence for each */
	List<String> takeBack(SwapSession session, List<Course> courses, String whose) throws InterruptedException {
		List<String> left = new ArrayList<>();
		for (Course course : courses.reversed()) {
			Course back = course.back();
			String reason = "Check its machine, and command it by hand.";
			boolean reached = false;
			try {
				reached = reach(session, back, false);
			} catch (SwapFailure e) {
				reason = e.getMessage();
			}
			if (!reached) {
				left.add("'%s' could not be brought back to %s at '%s'. %s".formatted(back.controlled().state().path(), course.before(), whose, reason));
			} else if (!back.after().equals(course.controlled().model().end(course.before()).orElse(course.before())) && !back.isReached(course.before())) {
				left.add("'%s' was %s at '%s' and is %s now. Command it by hand.".formatted(back.controlled().state().path(), course.before(), whose, back.after()));
			}
		}
		return left;
	}

	private boolean reach(SwapSession session, Course course, boolean isWanted) throws SwapFailure, InterruptedException {
		Controlled controlled = course.controlled();
		StateModel model = controlled.model();
		String[] last = new String[1];
		return Waiting.<SwapFailure>until(patience, () -> {
			if (isWanted) {
				Waiting.requireWanted(plant, position);
			}
			Optional<String> now = state(session, controlled);
			if (now.isEmpty() || course.isReached(now.get())) {
				return now.isPresent();
			}
			Optional<String> command = model.next(now.get(), course.after());
			if (command.isPresent() && !now.get().equals(last[0])) {
				last[0] = now.get();
				session.write(controlled.command(), Value.State.of(Controlled.literal(controlled.command(), command.get())));
			}
			return false;
		});
	}
}
