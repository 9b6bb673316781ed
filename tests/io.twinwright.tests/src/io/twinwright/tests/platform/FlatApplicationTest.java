package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The command line as it is laid out for a Java runtime without OSGi. */
class FlatApplicationTest {
	private static final Path APPLICATION = Path.of(System.getProperty("twinwright.root"),
			"releng/io.twinwright.application/target/app");
	private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

	@Test
	void holdsNoSignatureAndNoUserInterface() throws IOException {
		for (Path path : jars()) {
			try (var jar = new JarFile(path.toFile(), false)) {
				jar.stream().forEach(entry -> {
					assertTrue(!SIGNATURE.matcher(entry.getName()).matches(), path + " holds " + entry);
					assertTrue(!entry.getName().matches("org/eclipse/(swt|jface|ui)/.*"), path + " holds " + entry);
				});
			}
		}
	}

	@Test
	void namesEachJarOnItsClassPath() throws IOException {
		try (var launcher = new JarFile(APPLICATION.resolve("twinwright.jar").toFile())) {
			var named = List.of(launcher.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
			assertEquals(jars().stream().map(jar -> "lib/" + jar.getFileName()).sorted().toList(), named.stream().sorted().toList());
		}
	}

	@Test
	void startsWithoutOsgi() throws IOException, InterruptedException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java");
		var process = new ProcessBuilder(java.toString(), "-jar", APPLICATION.resolve("twinwright.jar").toString(), "--help")
				.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor(30, TimeUnit.SECONDS), output);
		assertEquals(0, process.exitValue(), output);
		assertTrue(output.contains("twinwright"), output);
	}

	private static List<Path> jars() throws IOException {
		try (var files = Files.list(APPLICATION.resolve("lib"))) {
			return files.toList();
		}
	}
}
