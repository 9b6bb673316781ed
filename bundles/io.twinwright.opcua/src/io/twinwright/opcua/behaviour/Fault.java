package io.twinwright.opcua.behaviour;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that goes wrong in the plant and stays so.
 *
 * @param path of a signal or position: from the root asset on, the end of such a path, or from a piece on
 * @param at when it begins, in simulated time after the start
 * @param kind what goes wrong
 */
public record Fault(String path, Duration at, Kind kind) {
	/** What can go wrong. */
	public enum Kind {
		/** Over a minute the value moves beyond its alarm limits, else beyond its range. States and texts are stuck. */
		DRIFT,
		/** The value stays as it is. */
		STUCK,
		/** Every tenth sample or so is half the range too high or too low. States and texts are stuck. */
		SPIKE,
		/** No values come any more. */
		OFFLINE,
		/** The values are marked as bad. */
		BAD
	}

	private static final Pattern FORM = Pattern.compile("(.+)@(\\d+(?:\\.\\d+)?)(ms|s|min|h)(?::(\\w+))?");
	private static final Map<String, Double> SECONDS = Map.of("ms", 0.001, "s", 1.0, "min", 60.0, "h", 3600.0);
	private static final double MILLIS = 1000;

	/**
	 * Reads {@code <path>@<time>[:kind]}, for example {@code fill.wear@60s} or {@code Juice1.fill.vibration@10s:spike}; the
	 * kind is drift where none is given.
	 *
	 * @throws IllegalArgumentException with a sentence for the user if the text is something else
	 */
	public static Fault parse(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException(("The fault '%s' cannot be read. A fault is a path, '@', a time with ms, s, min or"
					+ " h, and perhaps a colon and one of %s, as in 'fill.wear@60s:drift'.").formatted(text, kinds()));
		}
		double seconds = Double.parseDouble(form.group(2)) * SECONDS.get(form.group(3));
		Kind kind = form.group(4) == null ? Kind.DRIFT : Arrays.stream(Kind.values())
				.filter(one -> one.name().equalsIgnoreCase(form.group(4))).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"The fault '%s' has the kind '%s'. It can be one of %s.".formatted(text, form.group(4), kinds())));
		return new Fault(form.group(1).strip(), Duration.ofMillis(Math.round(seconds * MILLIS)), kind);
	}

	private static String kinds() {
		return Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
	}
}
