package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.twinwright.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line that ran in this process.
 *
 * @param arguments what was given
 * @param code the exit code
 * @param out what it printed
 * @param err what it said to the person
 */
public record Command(List<String> arguments, int code, String out, String err) {
	private static final Pattern TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(|Exception|^Caused by", Pattern.MULTILINE);

	/** Runs a command; the arguments are shown by their {@code toString}. */
	public static Command run(Object... arguments) {
		String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int code = Main.run(texts, new PrintWriter(out), new PrintWriter(err));
		return new Command(List.of(texts), code, out.toString(), err.toString());
	}

	/** Asserts the exit code, and that no inner workings are shown. */
	public Command ends(int expected) {
		assertEquals(expected, code, this::toString);
		assertFalse(TRACE.matcher(out + err).find(), this::toString);
		return this;
	}

	/** @return the lines of the output */
	public List<String> lines() {
		return out.lines().toList();
	}

	@Override
	public String toString() {
		return "twinwright %s ended with %d%n%s%n%s".formatted(String.join(" ", arguments), code, out, err);
	}
}
