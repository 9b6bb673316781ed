package io.twinwright.dsl.project;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Diagnostic.Location;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/**
 * The twin files of some folders, loaded together and checked. Not thread safe.
 */
public final class Project {
	/** The ending of the files, with its dot. */
	public static final String ENDING = ".twin";

	private final List<XtextResource> files;
	private final List<Diagnostic> unreadable;
	private final IResourceServiceProvider services;

	private Project(List<XtextResource> files, List<Diagnostic> unreadable, IResourceServiceProvider services) {
		this.files = files;
		this.unreadable = unreadable;
		this.services = services;
	}

	/**
	 * Loads files, and all twin files below folders. A file that cannot be read becomes a finding; the others are loaded.
	 *
	 * @param injector of the language
	 * @throws NoSuchFileException for a path that does not exist
	 * @throws IOException for a folder that cannot be read
	 */
	public static Project load(Injector injector, Collection<Path> paths) throws IOException {
		SortedMap<Path, String> texts = new TreeMap<>();
		List<Diagnostic> unreadable = new ArrayList<>();
		for (Path file : find(paths)) {
			switch (SourceText.read(file)) {
				case Outcome.Done<String> text -> texts.put(file, text.value());
				case Outcome.Refused<String> refused -> unreadable.addAll(refused.diagnostics());
			}
		}
		return of(injector, texts, unreadable);
	}

	/**
	 * Takes texts for those of files, whatever the disk has.
	 *
	 * @param injector of the language
	 * @param texts of the files that can be read, by their absolute paths
	 * @param unreadable what was found where a file cannot be read
	 */
	public static Project of(Injector injector, SortedMap<Path, String> texts, List<Diagnostic> unreadable) {
		XtextResourceSet resources = injector.getInstance(XtextResourceSet.class);
		// several languages may be set up in one process, of which the last one is registered for all
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(ENDING.substring(1), injector.getInstance(IResourceFactory.class));
		IResourceServiceProvider services = injector.getInstance(IResourceServiceProvider.class);
		List<XtextResource> files = new ArrayList<>();
		List<Runnable> readers = new ArrayList<>();
		texts.forEach((file, text) -> {
			XtextResource resource = (XtextResource) resources.createResource(org.eclipse.emf.common.util.URI.createFileURI(file.toString()));
			files.add(resource);
			readers.add(() -> parse(text, resource));
		});
		Library.of(resources, readers);
		ResourceDescriptionsData index = new ResourceDescriptionsData(files.stream()
				.map(services.getResourceDescriptionManager()::getResourceDescription).toList());
		ResourceDescriptionsData.ResourceSetAdapter.installResourceDescriptionsData(resources, index);
		return new Project(files, List.copyOf(unreadable), services);
	}

	private static void parse(String text, XtextResource resource) {
		try {
			resource.load(new LazyStringInputStream(text, resource.getEncoding()), resource.getResourceSet().getLoadOptions());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @return the absolute files meant by some paths, sorted, each once
	 * @throws FileSystemException for a path that does not exist, and for a file that is no twin file by its name
	 */
	public static Collection<Path> find(Collection<Path> paths) throws IOException {
		TreeSet<Path> files = new TreeSet<>();
		for (Path path : paths) {
			Path absolute = path.toAbsolutePath().normalize();
			if (!Files.exists(absolute)) {
				throw new NoSuchFileException(path.toString());
			}
			if (Files.isDirectory(absolute)) {
				findBelow(absolute, files);
			} else if (!isTwin(absolute)) {
				throw new FileSystemException(path.toString(), null, "its name does not end in '%s'".formatted(ENDING));
			} else {
				files.add(absolute);
			}
		}
		return files;
	}

	private static boolean isTwin(Path file) {
		return file.getFileName().toString().endsWith(ENDING);
	}

	private static void findBelow(Path folder, Collection<Path> files) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
				boolean hidden = !inner.equals(folder) && inner.getFileName().toString().startsWith(".");
				return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (isTwin(file)) {
					files.add(file);
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	/** @return the files that could be read, sorted by path */
	public List<XtextResource> files() {
		return files;
	}

	/** @return a finding for each file that could not be read, sorted by path */
	public List<Diagnostic> unreadable() {
		return unreadable;
	}

	/** @return all files, those that could not be read too, sorted */
	public List<Path> paths() {
		return Stream.concat(files.stream().map(file -> Path.of(file.getURI().toFileString())),
				unreadable.stream().map(finding -> Path.of(finding.location().file()))).sorted().toList();
	}

	/** @return what the files say together, also where some of it is broken */
	public TwinModel twin() {
		return new TwinModel(files.stream().map(XtextResource::getContents).filter(contents -> !contents.isEmpty())
				.map(List::getFirst).filter(Model.class::isInstance).map(Model.class::cast).toList());
	}

	/** @return what the checker says, by file and place; before it, which files could not be read */
	public List<Diagnostic> check() {
		List<Diagnostic> findings = new ArrayList<>(unreadable);
		IResourceValidator validator = services.getResourceValidator();
		for (XtextResource file : files) {
			List<Diagnostic> ofFile = new ArrayList<>();
			for (Issue issue : validator.validate(file, CheckMode.ALL, CancelIndicator.NullImpl)) {
				ofFile.add(finding(issue, file));
			}
			ofFile.sort((one, other) -> Integer.compare(one.location().offset(), other.location().offset()));
			findings.addAll(ofFile);
		}
		return findings;
	}

	/** @return what the validator says, as the product says it */
	public static Diagnostic finding(Issue issue, XtextResource file) {
		Severity severity = switch (issue.getSeverity()) {
			case ERROR -> Severity.ERROR;
			case WARNING -> Severity.WARNING;
			default -> Severity.INFO;
		};
		String code = issue.getCode() != null && Rule.of(issue.getCode()).isPresent() ? issue.getCode()
				: Rule.SYNTAX.code();
		Location location = new Location(URI.create(file.getURI().toString()), number(issue.getLineNumber(), 1),
				number(issue.getColumn(), 1), number(issue.getOffset(), 0), number(issue.getLength(), 0));
		return new Diagnostic(severity, code, issue.getMessage(), element(file, issue), location,
				issue.isSyntaxError() ? List.of() : Fix.unpack(issue.getData()));
	}

	private static int number(Integer value, int otherwise) {
		return value == null ? otherwise : value;
	}

	/** @return the qualified name of the nearest named element, empty where there is none */
	private static String element(XtextResource file, Issue issue) {
		var uri = issue.getUriToProblem();
		EObject object = uri == null || uri.fragment() == null ? null : file.getEObject(uri.fragment());
		NamedElement named = object == null ? null : EcoreUtil2.getContainerOfType(object, NamedElement.class);
		return named == null || named.getName() == null ? "" : TwinModel.qualifiedName(named);
	}
}
