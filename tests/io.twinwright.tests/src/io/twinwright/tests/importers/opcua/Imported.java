package io.twinwright.tests.importers.opcua;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.opcua.NodeSetImporter;
import io.twinwright.importers.text.Remark;
import io.twinwright.importers.text.TwinWriter;
import io.twinwright.importers.text.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was made of an import.
 *
 * @param counts of what was read
 * @param findings what the checker says of the text
 */
public record Imported(String text, List<String> remarks, Map<String, Integer> counts, TwinModel twin, List<Diagnostic> findings) {
	private static final Injector INJECTOR = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	/** Imports node sets together. */
	public static Imported files(Path folder, List<Path> files) throws Exception {
		Draft draft = new Draft();
		for (Path file : files) {
			new NodeSetImporter().read(new Source(file, files.stream().filter(other -> !other.equals(file)).toList(), Limits.USUAL), draft);
		}
		return draft(folder, draft);
	}

	/** Writes a draft to a file of the folder and reads that. */
	public static Imported draft(Path folder, Draft draft) throws Exception {
		Map<String, Integer> counts = Map.copyOf(draft.counts());
		Written written = new TwinWriter(() -> INJECTOR).write(draft, "plant", List.of());
		Path file = Files.writeString(folder.resolve("plant.twin"), written.text());
		Project project = Project.load(INJECTOR, List.of(file));
		return new Imported(written.text(), written.remarks().stream().map(Remark::toString).toList(), counts, project.twin(), project.check());
	}

	/** @return what keeps the text from being used */
	public List<String> errors() {
		return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).map(Diagnostic::message).toList();
	}
}
