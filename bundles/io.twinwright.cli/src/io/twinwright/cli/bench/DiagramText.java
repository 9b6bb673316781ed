package io.twinwright.cli.bench;

/**
 * Texts whose diagrams have a known number of elements: a line is a frame with two ports of its own and modules in a row, each
 * with two ports, and the connections between all of these. They have no findings.
 */
final class DiagramText {
	/** The nodes, ports and edges of a module in a row: itself, its ports and the connection to it. */
	private static final int OF_MODULE = 4;
	/** The frame, its ports, and the connection that leads out. */
	private static final int OF_FRAME = 4;
	private static final String HEAD = """
			namespace bench
			type Press {
			  port in  infeed  : Workpiece
			  port out outfeed : Workpiece
			}
			site Works location 36.019, 129.343 zone "Asia/Seoul" { }
			""";

	private DiagramText() {
	}

	/** @return the most modules of a line that has at most so many visible elements */
	static int modules(int elements) {
		return (elements - OF_FRAME) / OF_MODULE;
	}

	/** @return how many elements the diagram of a line has */
	static int elements(int modules) {
		return OF_FRAME + OF_MODULE * modules;
	}

	/** @return lines L1, L2, … of so many modules m1, m2, … each */
	static String lines(int... modules) {
		StringBuilder text = new StringBuilder(HEAD);
		for (int line = 1; line <= modules.length; line++) {
			text.append("asset L%d : Line at Works ".formatted(line));
			row("", modules[line - 1], text);
		}
		return text.toString();
	}

	/**
	 * @return a line Plant of lines line1, … of cells cell1, … of modules m1, …, each in braces of its own; the last line has no
	 *         cells, but all its modules in a row
	 */
	static String plant(int lines, int cells, int modules) {
		StringBuilder text = new StringBuilder(HEAD).append("asset Plant : Line at Works {\n  port in raw : Workpiece\n  port out done : Workpiece\n");
		for (int line = 1; line <= lines; line++) {
			text.append("  part line%d : Line ".formatted(line));
			if (line == lines) {
				row("  ", cells * modules, text);
			} else {
				text.append("{\n    port in raw : Workpiece\n    port out done : Workpiece\n");
				for (int cell = 1; cell <= cells; cell++) {
					text.append("    part cell%d : Line ".formatted(cell));
					row("    ", modules, text);
				}
				connect("    ", "cell", "raw", "done", cells, text);
				text.append("  }\n");
			}
		}
		connect("  ", "line", "raw", "done", lines, text);
		return text.append("}\n").toString();
	}

	/** Modules in a row from an own port to another one, in braces. */
	private static void row(String indent, int modules, StringBuilder text) {
		text.append("{\n%1$s  port in raw : Workpiece\n%1$s  port out done : Workpiece\n".formatted(indent));
		for (int i = 1; i <= modules; i++) {
			text.append("%s  part m%d : Press\n".formatted(indent, i));
		}
		connect(indent + "  ", "m", "infeed", "outfeed", modules, text);
		text.append(indent).append("}\n");
	}

	private static void connect(String indent, String name, String in, String out, int count, StringBuilder text) {
		text.append("%sconnect raw -> %s1.%s\n".formatted(indent, name, in));
		for (int i = 2; i <= count; i++) {
			text.append("%1$sconnect %2$s%3$d.%4$s -> %2$s%5$d.%6$s\n".formatted(indent, name, i - 1, out, i, in));
		}
		text.append("%sconnect %s%d.%s -> done\n".formatted(indent, name, count, out));
	}
}
