package io.twinwright.tests.rules;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks texts as the command line does: as files in a folder. */
public final class Checker {
	private static final String FIRST = "example.twin";
	private static final Injector INJECTOR = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	private final Path folder;

	/** @param folder an empty one, for the texts */
	public Checker(Path folder) {
		this.folder = folder;
	}

	/** @return what the checker says about one file, by place */
	public List<Diagnostic> check(String text) {
		return check(Map.of(FIRST, text));
	}

	/**
	 * @param files texts by file names
	 * @return what the checker says about files that see each other, by file and place
	 */
	public List<Diagnostic> check(Map<String, String> files) {
		try {
			List<Path> paths = new ArrayList<>();
			for (Map.Entry<String, String> file : files.entrySet()) {
				paths.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
			}
			return Project.load(INJECTOR, paths).check();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the findings of one rule */
	public List<Diagnostic> check(Rule rule, String text) {
		return check(text).stream().filter(finding -> finding.code().equals(rule.code())).toList();
	}
}
