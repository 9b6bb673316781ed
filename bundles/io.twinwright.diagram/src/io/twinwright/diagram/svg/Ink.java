package io.twinwright.diagram.svg;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.live.AlarmClass;

/** The colours: dark enough on paper, told apart by most colour-blind people, and never the only sign. */
public final class Ink {
	static final String PAPER = "#ffffff";
	static final String TEXT = "#1a1a1a";
	static final String FAINT = "#555555";
	static final String LINE = "#333333";
	static final String HEAD = "#e8eef4";
	static final String PARTNER = "#fafafa";
	static final String GROUND = "#f3f3f3";
	static final String FRAME = "#9aa3ad";

	private Ink() {
	}

	/** @return its colour, as {@code #rrggbb} */
	public static String of(MediumClass medium) {
		return switch (medium) {
			case ITEM -> "#0b4f8a";
			case BULK -> "#7a4b00";
			case LIQUID -> "#00695c";
			case GAS -> "#7b1fa2";
			case ENERGY -> "#b3261e";
			case DATA -> "#4a4a4a";
			case OTHER -> "#000000";
		};
	}

	/** @return its colour, as {@code #rrggbb} */
	public static String of(Severity severity) {
		return switch (severity) {
			case ERROR -> "#b3261e";
			case WARNING -> "#f0b400";
			case INFO -> "#0b4f8a";
		};
	}

	static String of(AlarmClass alarm) {
		return switch (alarm) {
			case OK -> "#2e6b34";
			case BAD -> "#6b6b6b";
			case WARNING -> "#f0b400";
			case ALARM -> "#b3261e";
		};
	}

	/** @return the colour of texts on that of an alarm */
	static String on(AlarmClass alarm) {
		return alarm == AlarmClass.WARNING ? TEXT : PAPER;
	}
}
