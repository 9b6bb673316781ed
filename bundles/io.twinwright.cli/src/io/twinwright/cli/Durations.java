package io.twinwright.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times of the command line: {@code 500ms}, {@code 10s}, {@code 5min}, {@code 2h}; bare numbers are seconds. */
final class Durations implements ITypeConverter<Duration> {
	private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min|h|)");

	@Override
	public Duration convert(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new TypeConversionException("'%s' is no time. Write it as in 10s, 5min or 500ms.".formatted(text));
		}
		double unit = switch (form.group(2)) {
			case "ms" -> 1;
			case "min" -> 60_000;
			case "h" -> 3_600_000;
			default -> 1000;
		};
		return Duration.ofMillis(Math.round(Double.parseDouble(form.group(1)) * unit));
	}
}
