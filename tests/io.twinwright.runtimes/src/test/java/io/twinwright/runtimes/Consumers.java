package io.twinwright.runtimes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Programs that this project did not write. Each has a folder under {@code consumers} that says what it is: packages of
 * Node.js with their lock file, or a {@code pom.xml}. It is installed into {@code target/consumers}; where that fails, the
 * tests that need it are skipped and say so.
 */
final class Consumers {
	private static final Duration LIMIT = Duration.ofMinutes(9);
	private static final boolean WINDOWS = File.separatorChar == '\\';
	/** The package manager of Node.js. */
	static final String NPM = WINDOWS ? "npm.cmd" : "npm";

	private Consumers() {
	}

	/** @return the folder in which a program of Node.js is installed, with its scripts */
	static Path node(String name) throws IOException {
		Path folder = copy(name);
		Path lock = folder.resolve("package-lock.json");
		Path done = folder.resolve("node_modules/.package-lock.json");
		if (!isNewer(done, lock)) {
			install(name, folder, List.of(NPM, "ci", "--ignore-scripts", "--loglevel=error"));
		}
		return folder;
	}

	/** @return the class path of a program in Java */
	static String java(String name) throws IOException {
		return classPath(name, copy(name));
	}

	/**
	 * @param pom says what the program consists of, and is no file of this module
	 * @return the class path of the program
	 */
	static String java(String name, Path pom) throws IOException {
		Path folder = Files.createDirectories(Checkout.module().resolve("target/consumers").resolve(name));
		Path copy = folder.resolve("pom.xml");
		if (!Files.exists(copy) || Files.mismatch(copy, pom) >= 0) {
			Files.copy(pom, copy, StandardCopyOption.REPLACE_EXISTING);
		}
		return classPath(name, folder);
	}

	private static String classPath(String name, Path folder) throws IOException {
		Path done = folder.resolve("installed");
		if (!isNewer(done, folder.resolve("pom.xml"))) {
			Path maven = Path.of(System.getProperty("runtimes.maven", "")).resolve("bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
			install(name, folder, List.of(Files.exists(maven) ? maven.toString() : "mvn", "-B", "-ntp", "-q",
					"org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies", "-DoutputDirectory=lib"));
			Files.writeString(done, "");
		}
		try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
			return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
		}
	}

	/**
	 * Asks a program of the system; skips the test where it is missing.
	 *
	 * @return what it says
	 */
	static Running needs(String program, String... versionOption) {
		try {
			return Running.toItsEnd(Checkout.root(), Stream.concat(Stream.of(program), Stream.of(versionOption)).toList(), Duration.ofSeconds(30));
		} catch (IOException e) {
			throw skipped("'%s' is not installed, so the tests that need it are skipped.".formatted(program));
		}
	}

	/** @return the version of an installed package of Node.js */
	static String version(Path folder, String name) throws IOException {
		return new ObjectMapper().readTree(folder.resolve("node_modules").resolve(name).resolve("package.json").toFile()).get("version").textValue();
	}

	/** @return the version in the name of a jar on a class path: what stands between its name and its ending */
	static String version(String classPath, String artifact) {
		Predicate<String> named = name -> name.matches(artifact + "-[0-9].*\\.jar");
		return Stream.of(classPath.split(File.pathSeparator)).map(jar -> Path.of(jar).getFileName().toString()).filter(named).findFirst()
				.map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length())).orElseThrow();
	}

	private static Path copy(String name) throws IOException {
		Path source = Checkout.module().resolve("consumers").resolve(name);
		Path folder = Files.createDirectories(Checkout.module().resolve("target/consumers").resolve(name));
		try (Stream<Path> files = Files.list(source)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		return folder;
	}

	private static boolean isNewer(Path done, Path source) throws IOException {
		return Files.exists(done) && Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(source)) >= 0;
	}

	private static void install(String name, Path folder, List<String> command) {
		String how;
		try {
			Running run = Running.toItsEnd(folder, command, LIMIT);
			if (run.code() == 0) {
				return;
			}
			how = run.toString();
		} catch (IOException e) {
			how = e.getMessage();
		}
		throw skipped("'%s' could not be installed, so the tests that need it are skipped. %s".formatted(name, how));
	}

	private static TestAbortedException skipped(String sentence) {
		System.err.println(sentence);
		return new TestAbortedException(sentence);
	}
}
