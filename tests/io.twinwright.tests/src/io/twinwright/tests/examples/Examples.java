package io.twinwright.tests.examples;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The example folders and what is generated from them. Both are discovered. */
final class Examples {
	private Examples() {
	}

	/** @return every folder */
	static List<Path> folders() {
		return Checkout.examples();
	}

	/** @return the name of every folder with the name of every target */
	static Stream<Arguments> withTargets() {
		return folders().stream().flatMap(folder -> targets().stream().map(
				target -> Arguments.of(folder.getFileName().toString(), target)));
	}

	static List<String> targets() {
		return Targets.all().stream().<String>map(Target::id).toList();
	}

	static Path folder(String example) {
		return Checkout.root().resolve("examples").resolve(example);
	}

	/** @return the generated files by their paths in the output folder, without its list of files */
	static Map<String, byte[]> generate(String target, Path output, List<Path> inputs) throws IOException {
		List<Object> arguments = new ArrayList<>(List.of("generate", "--target", target, "-o", output));
		arguments.addAll(inputs);
		Command.run(arguments.toArray()).ends(0);
		Map<String, byte[]> files = read(output);
		files.remove(".twinwright-files");
		return files;
	}

	/** @return the content of all files of a folder by their paths in it, sorted; none if there is no folder */
	static Map<String, byte[]> read(Path folder) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path file : all.filter(Files::isRegularFile).toList()) {
					files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
				}
			}
		}
		return files;
	}
}
