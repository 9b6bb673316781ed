package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench as its users start it: from its archive, and as a native program. */
class ProgramTest {
	private static final Path PRODUCT = Checkout.root().resolve("releng/io.twinwright.product");
	private static final String SCRIPT = "twinwright/twinwright-ide";
	private static final long LIMIT_SECONDS = 30;

	@TempDir
	private Path folder;

	@BeforeEach
	void isLinux() {
		assumeTrue(System.getProperty("os.name").equals("Linux"), "The archive that is tried is the one for Linux.");
	}

	@Test
	void startsFromItsArchive() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		unpack();
		StartedProgram.opensAnExample(folder, List.of(folder.resolve(SCRIPT).toString()));
	}

	@Test
	void startsAsANativeProgram() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		StartedProgram.start(folder, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				PRODUCT.resolve("NativePackage.java").toString(), PRODUCT.resolve("target/products/io.twinwright.ide/linux/gtk/x86_64/twinwright").toString(),
				PRODUCT.resolve("icons").toString(), folder.toString())).succeeds();
		assertFalse(Files.readString(folder.resolve("Twinwright/lib/app/Twinwright.cfg")).contains("io.twinwright."), "Bundles are on its class path.");
		StartedProgram.opensAnExample(folder, List.of(folder.resolve("Twinwright/bin/Twinwright").toString()));
	}

	/** The Java of JAVA_HOME is too old, the one on the path is not. */
	@Test
	void takesTheFirstJavaThatIsNewEnough() throws IOException, InterruptedException {
		unpack();
		Path old = java("old", "17.0.1");
		Path fresh = java("fresh", "21.0.2");
		ProcessBuilder builder = new ProcessBuilder(folder.resolve(SCRIPT).toString(), "-data", "a folder").redirectErrorStream(true)
				.redirectOutput(folder.resolve("said.txt").toFile());
		builder.environment().put("JAVA_HOME", old.toString());
		builder.environment().merge("PATH", fresh.resolve("bin") + ":", (path, first) -> first + path);
		Process script = builder.start();
		assertTrue(script.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
		List<String> said = Files.readAllLines(folder.resolve("said.txt"));
		Path here = folder.resolve("twinwright").toRealPath();
		assertEquals("fresh", said.getFirst());
		assertEquals("@" + here.resolve("twinwright-ide.options"), said.get(1));
		assertEquals("-jar", said.get(2));
		assertTrue(Files.exists(Path.of(said.get(3))), said.get(3));
		assertEquals(List.of("-showsplash", "-data", "a folder"), said.subList(4, said.size()));
	}

	/** @return the folder of a Java that says its name and what it is given */
	private Path java(String name, String version) throws IOException {
		Path home = Files.createDirectories(folder.resolve(name + "/bin")).getParent();
		Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
		Path program = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%%s\\n' %s \"$@\"\n".formatted(name));
		assertTrue(program.toFile().setExecutable(true));
		return home;
	}

	private void unpack() throws IOException, InterruptedException {
		StartedProgram.start(folder, List.of("tar", "-xzf", Packed.LINUX.archive().toString(), "-C", folder.toString())).succeeds();
	}
}
