package io.twinwright.cli.bench;

import java.io.PrintWriter;
import java.util.List;

/** Prints what was measured of the workbench, and where its thread was when it did not answer in time. */
final class WorkbenchReport {
	private static final double LATE_MS = 50;
	private static final int FRAMES = 25;

	private final WorkbenchBench.Sizes sizes;
	private final PrintWriter out;

	WorkbenchReport(WorkbenchBench.Sizes sizes, PrintWriter out) {
		this.sizes = sizes;
		this.out = out;
	}

	/** @param platforms the bare one, then the product */
	void start(List<Measured> platforms) {
		out.println("""
				The start, from the call of the launcher, of the product and of the platform without Twinwright, in turns: medians of %d
				starts, the least and the largest. Usable is a window that answers within 50 ms from then on.

				| start | bare ms | product ms | product / bare |
				| --- | ---: | ---: | ---: |""".formatted(sizes.runs()));
		for (String figure : List.of("window", "usable")) {
			out.println("| %s | %s | %s | %.2f |".formatted(figure, spread(platforms.getFirst(), figure), spread(platforms.getLast(), figure),
					platforms.getLast().number(figure) / platforms.getFirst().number(figure)));
		}
		out.println();
		out.flush();
	}

	void editor(Measured measured) {
		out.println("""
				Editing, in a workspace of %,d assets in files of 250, and one file of %,d lines. A key is a mistake in a name; the time ends
				when the finding is in the editor, or has gone. 'Next' keys follow at once, while the project is being checked.

				| editing | ms | least | largest |
				| --- | ---: | ---: | ---: |""".formatted(sizes.assets(), sizes.lines()));
		row(measured, "all files checked after the start", "checked");
		row(measured, "open the long file", "open");
		row(measured, "a key in the long file, drawn", "line.key");
		row(measured, "key to finding, in the long file", "line.marker");
		row(measured, "next keys", "line.next");
		row(measured, "key to finding, in the large workspace", "plant.marker");
		row(measured, "next keys", "plant.next");
		out.println();
		answers(measured, List.of("checking", "opening", "line.typing"));
	}

	private void row(Measured measured, String title, String figure) {
		out.println(measured.figures().containsKey(figure + ".least") ? "| %s | %.0f | %.0f | %.0f |".formatted(title, measured.number(figure),
				measured.number(figure + ".least"), measured.number(figure + ".largest")) : "| %s | %.0f | | |".formatted(title, measured.number(figure)));
	}

	void live(Measured measured) {
		out.println("""
				%,d live items at 1 s in the Live view, some also in the Trend view, for %d s, while somebody scrolls and opens rows; then for
				half as long while somebody also writes in the long file. Connecting took %.1f s. An item changed %.2f times a second.
				""".formatted(sizes.items(), sizes.seconds(), measured.number("connect"), measured.number("live.rate")));
		answers(measured, List.of("connecting", "live", "writing"));
	}

	void heap(Measured measured) {
		out.println("""
				The heap while %,d signals and what is computed of them get %.0f updates, as in %.0f minutes at 1 s.

				| heap | begin | half | end | after disconnecting |
				| --- | ---: | ---: | ---: | ---: |
				| MB | %.1f | %.1f | %.1f | %.1f |
				""".formatted(sizes.kept(), measured.number("heap.updates"), measured.number("heap.updates") / 60,
				measured.number("heap.begin"), measured.number("heap.half"), measured.number("heap.end"), measured.number("heap.after")));
		out.flush();
	}

	private void answers(Measured measured, List<String> what) {
		out.println("""
				| the thread of the user interface, asked every 5 ms | longest wait ms | most computed in a wait ms | 99 %% of waits ms | over %.0f ms | longest pause of the collector ms |
				| --- | ---: | ---: | ---: | ---: | ---: |""".formatted(LATE_MS));
		what.forEach(name -> out.println("| %s | %.0f | %.0f | %.1f | %.0f | %.0f |".formatted(name, measured.number(name + ".longest"),
				measured.number(name + ".busiest"), measured.number(name + ".share99"), measured.number(name + ".late"), measured.number(name + ".collector"))));
		out.println();
		what.stream().filter(name -> measured.number(name + ".longest") > LATE_MS).forEach(name -> {
			out.println("The thread computed longest during '%s' in:".formatted(name));
			measured.places().getOrDefault(name, List.of()).stream().limit(FRAMES).forEach(frame -> out.println("    " + frame));
			out.println();
		});
		out.flush();
	}

	private static String spread(Measured measured, String figure) {
		return "%.0f (%.0f..%.0f)".formatted(measured.number(figure), measured.number(figure + ".least"), measured.number(figure + ".largest"));
	}
}
