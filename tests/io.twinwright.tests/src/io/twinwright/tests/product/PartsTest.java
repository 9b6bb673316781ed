package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.product.ClassFile.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of the Eclipse Platform have versions that fit each other: what one calls in another is there. */
class PartsTest {
	private static final String ECLIPSE = "org/eclipse/";
	private static final Path PARTS = Path.of(System.getProperty("twinwright.root"),
			"releng/io.twinwright.product/target/products/io.twinwright.ide/linux/gtk/x86_64/twinwright/plugins");

	private final Map<String, ClassFile> classes = new HashMap<>();
	private final Map<Member, String> calls = new HashMap<>();

	@Test
	void haveWhatOthersCall() throws IOException {
		try (Stream<Path> jars = Files.list(PARTS)) {
			for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
				read(jar);
			}
		}
		Set<String> missing = new TreeSet<>();
		calls.forEach((call, caller) -> {
			if (classes.containsKey(call.owner()) && !has(call, new HashSet<>())) {
				missing.add(caller + " calls " + call);
			}
		});
		assertEquals(Set.of(), missing);
		assertTrue(calls.size() > 50_000, "Only %d calls were found.".formatted(calls.size()));
	}

	private void read(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
			for (JarEntry entry : entries) {
				if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
					ClassFile read = ClassFile.read(jar.getInputStream(entry).readAllBytes());
					classes.put(read.name(), new ClassFile(read.name(), read.parents(), read.members(), Set.of()));
					read.calls().stream().filter(call -> call.owner().startsWith(ECLIPSE))
							.forEach(call -> calls.put(call, file.getFileName() + ": " + read.name()));
				}
			}
		}
	}

	/** @return whether a class or one above it has a member; a class that is not among the parts may have any */
	private boolean has(Member called, Set<String> seen) {
		ClassFile owner = classes.get(called.owner());
		if (owner == null) {
			return !called.owner().equals("java/lang/Object") || SwtClasses.isOfObject(called);
		}
		return owner.members().contains(called.signature()) || owner.parents().stream().filter(seen::add)
				.anyMatch(parent -> has(new Member(parent, called.signature()), seen));
	}
}
