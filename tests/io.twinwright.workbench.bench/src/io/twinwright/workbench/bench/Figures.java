package io.twinwright.workbench.bench;

import java.util.List;
import java.util.Locale;
import org.eclipse.ui.PlatformUI;

/** Tells figures to the process that started the workbench: lines "bench NAME NUMBER", and where threads were as "bench-at NAME FRAME". */
final class Figures {
	private Figures() {
	}

	static void tell(String name, double figure) {
		System.out.println(String.format(Locale.ROOT, "bench %s %.3f", name, figure));
		System.out.flush();
	}

	static void tell(String name, Watchdog watchdog) {
		tell(name + ".longest", watchdog.longest());
		tell(name + ".busiest", watchdog.busiest());
		tell(name + ".share99", watchdog.share(0.99));
		tell(name + ".late", watchdog.late());
		tell(name + ".collector", watchdog.longestCollection());
		watchdog.stack().forEach(frame -> System.out.println("bench-at " + name + " " + frame));
		System.out.flush();
	}

	/** @return the middle one; of an even number the upper one */
	static double median(List<Double> figures) {
		return figures.stream().sorted().toList().get(figures.size() / 2);
	}

	/** The middle, the least and the largest. */
	static void tell(String name, List<Double> figures) {
		tell(name, median(figures));
		tell(name + ".least", figures.stream().min(Double::compare).orElseThrow());
		tell(name + ".largest", figures.stream().max(Double::compare).orElseThrow());
	}

	/** Tells how long after a time, in milliseconds since 1970, there was a window, and one that answers all the time. */
	static void started(long launched) {
		Ui.until("there is a window", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0
				&& PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().isVisible());
		tell("window", System.currentTimeMillis() - launched);
		tell("usable", Watchdog.calm() - launched);
	}
}
