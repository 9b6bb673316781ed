package io.twinwright.tests.language;

import com.google.inject.Injector;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Reads texts as the language does. */
public final class Language {
	private static final URI PLACE = URI.createURI("file:///memory/");

	private final Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	/** @return the services of the language */
	public <T> T get(Class<T> service) {
		return injector.getInstance(service);
	}

	/** @return an empty set of files that sees the library */
	public ResourceSet files() {
		XtextResourceSet files = injector.getInstance(XtextResourceSet.class);
		Library.of(files);
		return files;
	}

	/** @return one text as a file of its own */
	public XtextResource read(String text) {
		return read(files(), "example.twin", text);
	}

	/** @return one more text, read into a set of files */
	public XtextResource read(ResourceSet files, String name, String text) {
		XtextResource file = (XtextResource) files.createResource(PLACE.appendSegment(name));
		reread(file, text);
		return file;
	}

	/** Reads another text into a file. */
	public void reread(XtextResource file, String text) {
		try {
			file.reparse(text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the model of a text that has no syntax error and whose names are all known */
	public Model model(String text) {
		XtextResource file = read(text);
		List<String> faults = faults(file);
		if (!faults.isEmpty()) {
			throw new AssertionError(faults + " in\n" + text);
		}
		return (Model) file.getContents().getFirst();
	}

	/** @return the syntax errors and unknown names of a file */
	public static List<String> faults(XtextResource file) {
		EcoreUtil2.resolveLazyCrossReferences(file, () -> false);
		List<String> faults = new ArrayList<>();
		file.getErrors().forEach(error -> faults.add(error.getLine() + ": " + error.getMessage()));
		return faults;
	}

	/** @return the project that texts make together in a folder, by their file names */
	public Project project(Path folder, Map<String, String> texts) {
		try {
			for (Map.Entry<String, String> text : texts.entrySet()) {
				Path file = folder.resolve(text.getKey());
				Files.createDirectories(file.getParent());
				Files.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
			}
			return load(folder);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the project of a folder */
	public Project load(Path folder) throws IOException {
		return Project.load(injector, List.of(folder));
	}

	/** @return a declaration of a file by its name */
	public static Declaration declaration(Model model, String name) {
		return model.getElements().stream().filter(Declaration.class::isInstance).map(Declaration.class::cast)
				.filter(declaration -> name.equals(declaration.getName())).findFirst().orElseThrow();
	}

	/** @return all named elements in the braces of another at any depth, by name; the first of equal names */
	public static Map<String, NamedElement> named(EObject owner) {
		Map<String, NamedElement> named = new LinkedHashMap<>();
		EcoreUtil2.getAllContentsOfType(owner, NamedElement.class).stream().filter(element -> element.getName() != null)
				.forEach(element -> named.putIfAbsent(element.getName(), element));
		return named;
	}
}
