package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Formatting;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Imported;
import io.twinwright.importers.Importing;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.text.Remark;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Imports files and looks at the texts that come of them. */
public final class Imports {
	public static final Injector LANGUAGE = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	private Imports() {
	}

	/** @return what comes of files; its text has no errors, and laying it out anew changes nothing */
	public static Imported read(Path... files) {
		try {
			Imported imported = new Importing(() -> LANGUAGE).read(List.of(files), "plant");
			assertLegal(imported.written().text());
			return imported;
		} catch (ImportFailure e) {
			throw new AssertionError(e.getMessage(), e);
		}
	}

	/** @return the sentence by which an import is refused */
	public static String refusal(Limits limits, Path... files) {
		return assertThrows(ImportFailure.class, () -> new Importing(() -> LANGUAGE, limits).read(List.of(files), "plant")).getMessage();
	}

	/** Asserts that the checker finds no error, and that the text is laid out. */
	public static void assertLegal(String text) {
		Project project = project(text);
		List<String> errors = project.check().stream().filter(finding -> finding.severity() == Severity.ERROR).map(Diagnostic::toString).toList();
		assertEquals(List.of(), errors, text);
		assertEquals(text, Formatting.format(project.files().getFirst()));
	}

	/** @return the codes and sentences of all findings, warnings too */
	public static List<String> findings(String text) {
		return project(text).check().stream().map(finding -> finding.code() + " " + finding.message()).toList();
	}

	public static TwinModel twin(String text) {
		return project(text).twin();
	}

	private static Project project(String text) {
		return Project.of(LANGUAGE, new TreeMap<>(Map.of(Path.of("imported.twin").toAbsolutePath(), text)), List.of());
	}

	public static List<String> remarks(Imported imported) {
		return imported.written().remarks().stream().map(Remark::toString).toList();
	}

	public static Path file(Path folder, String name, String text) {
		return file(folder, name, text, StandardCharsets.UTF_8);
	}

	public static Path file(Path folder, String name, String text, Charset charset) {
		try {
			return Files.write(folder.resolve(name), text.getBytes(charset));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return a file beside this class, as it is in a folder */
	public static Path resource(Path folder, String name) {
		try (var stream = Imports.class.getResourceAsStream(name)) {
			return Files.write(folder.resolve(name), stream.readAllBytes());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return files of the folder with data beside the checkout, by their ends, sorted; the test is skipped without it */
	public static List<Path> data(String folder, String... ends) {
		Path samples = Checkout.root().resolveSibling("shared").resolve("data").resolve(folder);
		assumeTrue(Files.isDirectory(samples), "Skipped: '" + folder + "' is not beside the checkout.");
		try (var files = Files.list(samples)) {
			return files.filter(file -> Arrays.stream(ends).anyMatch(file.getFileName().toString()::endsWith)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
