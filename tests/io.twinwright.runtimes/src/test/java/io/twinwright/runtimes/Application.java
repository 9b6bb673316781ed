package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built application, run as a user runs it. */
final class Application {
	private static final Duration LIMIT = Duration.ofMinutes(2);
	private static final String PLANT = "The plant is at ";
	private static final Pattern LOGIN = Pattern.compile("user '(.*)', password '(.*)'");

	private Application() {
	}

	/** Runs a command to its end, which must be that of success. */
	static Running run(Object... arguments) throws IOException {
		return endsWith(0, arguments);
	}

	/** Runs a command to its end, which must be with an exit code. */
	static Running endsWith(int code, Object... arguments) throws IOException {
		Running run = Running.toItsEnd(Checkout.root(), command(List.of(arguments)), LIMIT);
		assertEquals(code, run.code(), run::toString);
		return run;
	}

	/**
	 * Generates configs.
	 *
	 * @param model files or a folder with files
	 * @return the folder of the target
	 */
	static Path generate(String target, Path model, Path output) throws IOException {
		run("generate", model, "--target", target, "-o", output);
		return output.resolve(target);
	}

	/** Starts the simulated plant of a model on a free port and waits until it serves. */
	static Plant plant(Path model, Path folder, Object... options) throws IOException {
		return plant(0, model, folder, options);
	}

	/** Starts the simulated plant of a model on a port and waits until it serves. */
	static Plant plant(int port, Path model, Path folder, Object... options) throws IOException {
		List<Object> arguments = new ArrayList<>(List.of("plant", model, "--port", port, "--pki", folder.resolve("plant-pki")));
		arguments.addAll(List.of(options));
		Running running = new Running(Checkout.root(), command(arguments));
		try {
			String line = running.line(said -> said.startsWith(PLANT), LIMIT);
			Matcher login = LOGIN.matcher(running.line(said -> LOGIN.matcher(said).find(), LIMIT));
			assertTrue(login.find(), running::toString);
			return new Plant(running, line.substring(PLANT.length(), line.indexOf(' ', PLANT.length())), login.group(1), login.group(2));
		} catch (AssertionError e) {
			running.close();
			throw e;
		}
	}

	/** @return the value of a signal at a server, told by the live link */
	static double read(String url, Path model, String signal) throws IOException {
		Running live = run("live", model, "--endpoint", url, "--for", "5s", "--format", "json");
		ObjectMapper mapper = new ObjectMapper();
		Double last = null;
		for (String line : live.lines()) {
			if (line.startsWith("{") && signal.equals(mapper.readTree(line).path("path").asText())) {
				last = mapper.readTree(line).get("value").asDouble();
			}
		}
		assertNotNull(last, live::toString);
		return last;
	}

	private static List<String> command(List<Object> arguments) {
		Path jar = Checkout.root().resolve("releng/io.twinwright.application/target/app/twinwright.jar");
		assertTrue(Files.exists(jar), "The application is not built. Run: twinwright test --with-runtimes");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:disable",
				"-Dtwinwright.root=" + Checkout.root(), "-jar", jar.toString()));
		arguments.forEach(argument -> command.add(argument.toString()));
		return command;
	}

	/** A simulated plant that serves until it is closed. */
	record Plant(Running running, String url, String user, String password) implements AutoCloseable {
		@Override
		public void close() {
			running.close();
		}
	}

	/**
	 * Copies an example with its endpoints at another server, without security, as somebody would who tries it out.
	 *
	 * @return the copy
	 */
	static Path at(String url, Path example, Path copy) throws IOException {
		return copy(example, copy, text -> text.replaceAll("(?s)(endpoint \\w+ \\{)(.*?)\n?(\\s*})", "$1 url \"" + url + "\" security None$3"));
	}

	/**
	 * Copies an example with its endpoints at another server, with the security and the logins that they have.
	 *
	 * @return the copy
	 */
	static Path securelyAt(String url, Path example, Path copy) throws IOException {
		return copy(example, copy, text -> text.replaceAll("(?s)(endpoint \\w+ \\{\\s*url\\s+)\"[^\"]*\"", "$1\"" + url + "\""));
	}

	private static Path copy(Path example, Path copy, UnaryOperator<String> change) throws IOException {
		Files.createDirectories(copy);
		try (var files = Files.list(example)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".twin")).toList()) {
				Files.writeString(copy.resolve(file.getFileName()), change.apply(Files.readString(file)));
			}
		}
		return copy;
	}
}
