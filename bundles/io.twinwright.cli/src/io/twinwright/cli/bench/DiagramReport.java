package io.twinwright.cli.bench;

import io.twinwright.diagram.Diagrams;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what was measured of the diagrams. */
final class DiagramReport {
	private final DiagramBench.Sizes sizes;
	private final PrintWriter out;

	DiagramReport(DiagramBench.Sizes sizes, PrintWriter out) {
		this.sizes = sizes;
		this.out = out;
	}

	void open(Measured measured) {
		out.println("""
				Opening a line of %d visible elements in Chromium, from the request until the frame with all of them is done: medians of %d
				runs, the least and the largest. 'Plain shapes' are as many rectangles with texts in a page that has nothing else. The
				processor's time is that of the page's thread, which other programs do not prolong.

				| open | ms | until the model had come ms | processor ms | ms / plain shapes | processor / plain shapes |
				| --- | ---: | ---: | ---: | ---: | ---: |""".formatted(DiagramText.elements(DiagramText.modules(sizes.drawn())), sizes.runs()));
		way(measured, "the first page of a new server", "cold");
		way(measured, "the page again", "warm");
		way(measured, "another diagram in the page", "inside");
		way(measured, "plain shapes", "bare");
		end();
	}

	private void way(Measured measured, String title, String figure) {
		boolean isBare = figure.equals("bare");
		out.println("| %s | %s | %s | %.1f | %s | %s |".formatted(title, spread(measured, figure + ".painted"),
				isBare ? "" : "%.0f".formatted(measured.number(figure + ".model")), measured.number(figure + ".processor"),
				isBare ? "" : ratio(measured, figure, ".painted"), isBare ? "" : ratio(measured, figure, ".processor")));
	}

	private static String ratio(Measured measured, String figure, String what) {
		return "%.2f".formatted(measured.number(figure + what) / measured.number("bare" + what));
	}

	private static String spread(Measured measured, String figure) {
		return "%.0f (%.0f..%.0f)".formatted(measured.number(figure), measured.number(figure + ".least"), measured.number(figure + ".largest"));
	}

	void drag(Measured measured) {
		out.println("""
				Moving a node with the mouse, %d moves one after another, each from the event until the frame that shows it is done; the
				same with one of as many plain shapes. A frame begins when the screen is ready for it, at most 17 ms later.

				| drag | median ms | 95 %% of moves ms | processor of a move ms | median / plain shapes | processor / plain shapes |
				| --- | ---: | ---: | ---: | ---: | ---: |""".formatted(sizes.moves()));
		for (int wanted : sizes.dragged()) {
			int elements = DiagramText.elements(DiagramText.modules(wanted));
			String drag = "drag." + elements;
			String bare = "bare." + elements;
			out.println("| %d elements | %.1f | %.1f | %.1f | %.2f | %.2f |".formatted(elements, measured.number(drag + ".median"), measured.number(drag + ".share95"),
					measured.number(drag + ".processor"), measured.number(drag + ".median") / measured.number(bare + ".median"),
					measured.number(drag + ".processor") / measured.number(bare + ".processor")));
			out.println("| %d plain shapes | %.1f | %.1f | %.1f | | |".formatted(elements, measured.number(bare + ".median"), measured.number(bare + ".share95"),
					measured.number(bare + ".processor")));
		}
		end();
	}

	/** @param alone what it costs to read and check the same text */
	void edit(Measured measured, Measured alone) {
		double check = alone.number("plant.check");
		out.println("""
				From an edit until the frame that shows it is done, in a line of %.0f elements: a label in a text that another program has
				saved (the server looks four times a second), a part renamed in place, a part dragged from the palette. Reading and
				checking that text alone takes %.0f ms of the processor.

				| edit | ms | until the model had come ms | processor of the page ms | ms / reading and checking |
				| --- | ---: | ---: | ---: | ---: |""".formatted(alone.number("plant.elements"), check));
		Map<String, String> rows = new LinkedHashMap<>();
		rows.put("save", "a text that was saved");
		rows.put("rename", "renamed in place");
		rows.put("create", "created from the palette");
		rows.forEach((figure, title) -> out.println("| %s | %s | %.0f | %.1f | %.2f |".formatted(title, spread(measured, figure + ".painted"),
				measured.number(figure + ".model"), measured.number(figure + ".processor"), measured.number(figure + ".painted") / check)));
		end();
	}

	void plant(Measured measured) {
		out.println("""
				A plant of %,d modules, in %d lines of %d cells of %d modules, but the last line with all its modules in a row. A diagram has
				%d elements at most: nodes, ports and edges. 'Plain shapes' are as many as the whole plant has elements.

				| step | ms | until the model had come ms | processor of the page ms | elements sent | KB | ms / plain shapes |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: |""".formatted(sizes.lines() * sizes.cells() * sizes.modules(), sizes.lines(), sizes.cells(),
				sizes.modules(), Diagrams.MOST_ELEMENTS));
		Map<String, String> rows = new LinkedHashMap<>();
		rows.put("first", "the whole plant, in a new page");
		rows.put("line", "into a line");
		rows.put("cell", "into a cell");
		rows.put("up", "up to the line");
		rows.put("top", "up to the plant");
		rows.put("expand", "a line expanded in the plant");
		rows.put("crowd", "into the line without cells");
		rows.forEach((figure, title) -> out.println("| %s | %s | %.0f | %.1f | %.0f | %.0f | %s |".formatted(title, spread(measured, figure + ".painted"),
				measured.number(figure + ".model"), measured.number(figure + ".processor"), measured.number(figure + ".elements"),
				measured.number(figure + ".kilobytes"), ratio(measured, figure, ".painted"))));
		end();
	}

	void layout(Measured measured) {
		out.println("""
				Placing a line by the Eclipse Layout Kernel, the whole and a quarter of its modules alone, in milliseconds of the processor,
				after a warm-up; against reading and checking the text of that line.

				| layout | find what is drawn ms | whole ms | selection ms | read and check ms | whole / read and check | selection / whole |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: |""");
		for (int wanted : sizes.placed()) {
			out.println("| %.0f elements, %.0f modules selected | %.2f | %.2f | %.2f | %.1f | %.2f | %.2f |".formatted(measured.number(wanted + ".elements"),
					measured.number(wanted + ".selected"), measured.number(wanted + ".find"), measured.number(wanted + ".whole"), measured.number(wanted + ".selection"),
					measured.number(wanted + ".check"), measured.number(wanted + ".whole") / measured.number(wanted + ".check"),
					measured.number(wanted + ".selection") / measured.number(wanted + ".whole")));
		}
		end();
	}

	private void end() {
		out.println();
		out.flush();
	}
}
