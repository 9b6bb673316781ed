package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.Draft.Shape;
import io.twinwright.core.structure.Point;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.CountWindow;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.Period;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Window;

/** Makes windows of what the text says. */
final class Windows {
	private final Paths paths;
	private final Compiler compiler;

	Windows(Paths paths, Compiler compiler) {
		this.paths = paths;
		this.compiler = compiler;
	}

	/** @return the window that a clause of an insight or a call means */
	Draft draft(Window window, Scope scope) throws Unevaluable {
		SiteClock clock = scope.owner().clock();
		ClockFrames every = scope.owner().every();
		return switch (window) {
			case TimeWindow time -> {
				long length = Nanos.length(time.getLength());
				if (length <= 0) {
					throw new Unevaluable("A window has no length. Give it a time greater than zero.");
				}
				yield new Draft(every == null ? Shape.TUMBLING : Shape.SLIDING, clock.clock(length), every, null, 0);
			}
			case CalendarWindow calendar -> new Draft(
					every == null || calendar.getPeriod() == Period.SHIFT ? Shape.TUMBLING : Shape.SLIDING,
					clock.calendar(calendar.getPeriod()), every, null, 0);
			case CountWindow count -> {
				if (count.getCount() < 1) {
					throw new Unevaluable("A window has no samples. Give it one or more.");
				}
				yield new Draft(Shape.NEWEST, null, every, null, count.getCount());
			}
			case KeyWindow keyed -> {
				Point key = paths.one(keyed.getKey(), scope);
				yield new Draft(Shape.KEYED, null, every, new KeyWatch(compiler.point(key)), 0);
			}
			default -> throw new Unevaluable("The window is not known.");
		};
	}
}
