package io.twinwright.runtimes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Apache Camel in a generated folder, on the class path that its {@code pom.xml} says. */
final class Camel {
	static final String NAME = "Apache Camel";
	/** What the application says when all routes run. */
	static final String STARTED = "(camel-1) started in";

	private Camel() {
	}

	/** @return the class path; the test is skipped where it cannot be had */
	static String installed(Path routes) throws IOException {
		return Skipped.unless(NAME, () -> Consumers.java("camel", routes.resolve("pom.xml")));
	}

	static Running start(String classPath, Path routes, Map<String, String> environment, String... properties) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
				"-Dcamel.main.routesIncludePattern=file:*.java,file:*.camel.yaml"));
		command.addAll(List.of(properties));
		command.add("org.apache.camel.main.Main");
		return new Running(routes, command, environment);
	}
}
