package io.twinwright.tests.insert;

import com.google.inject.Injector;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.insert.Insertion;
import io.twinwright.dsl.insert.Server;
import io.twinwright.dsl.insert.SignalInsertion;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Variables that were inserted into a file of a folder.
 *
 * @param text the file after it
 * @param errors what the checker says of all files after it
 */
public record Inserted(Insertion insertion, String text, List<String> errors) {
	private static final Injector INJECTOR = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	/** Inserts at an offset of a file, and writes what comes of it. */
	public static Inserted into(Path folder, String name, int offset, Server server, List<ServedVariable> variables) throws IOException {
		Path path = folder.resolve(name);
		Project project = Project.load(INJECTOR, List.of(folder));
		XtextResource file = project.files().stream().filter(one -> one.getURI().toFileString().equals(path.toString())).findFirst().orElseThrow();
		Insertion insertion = INJECTOR.getInstance(SignalInsertion.class).insert(file, offset, server, variables);
		String text = insertion.apply(Files.readString(path));
		Files.writeString(path, text);
		List<String> errors = Project.load(INJECTOR, List.of(folder)).check().stream().filter(finding -> finding.severity() == Severity.ERROR)
				.map(Diagnostic::message).toList();
		return new Inserted(insertion, text, errors);
	}

	/** @return what the checker says of a file alone */
	public static List<Diagnostic> findings(Path file) throws IOException {
		return Project.load(INJECTOR, List.of(file)).check();
	}
}
