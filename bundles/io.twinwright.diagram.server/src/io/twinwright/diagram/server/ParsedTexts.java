package io.twinwright.diagram.server;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagrams;
import io.twinwright.dsl.ide.project.OpenProject;
import io.twinwright.dsl.project.ElementFindings;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;

/**
 * What the texts of a project mean. What has changed is parsed at once, so that it can be drawn; the findings of before move along
 * until all is checked again, piece by piece. Used by one thread at a time.
 */
public final class ParsedTexts {
	private static final long PORTION_MS = 40;

	private final OpenProject project;
	private final OperationCanceledManager cancellation;
	/** Of what changed last, what is found in it alone is wanted first. */
	private final Set<URI> first = new LinkedHashSet<>();
	private final Map<URI, List<String>> said = new HashMap<>();
	private boolean isNews;

	/** @param language with its services */
	public ParsedTexts(IResourceServiceProvider language) {
		project = new OpenProject(language);
		cancellation = language.get(OperationCanceledManager.class);
	}

	/**
	 * Takes the texts of all files over.
	 *
	 * @return why they cannot be read, a sentence; then all is as it was before
	 */
	public String take(Map<Path, String> texts) {
		Map<URI, String> before = new LinkedHashMap<>();
		project.resources().forEach(file -> before.put(file.getURI(), text(file)));
		Map<URI, String> after = new LinkedHashMap<>();
		texts.forEach((path, text) -> after.put(URI.createFileURI(path.toString()), text));
		set(after);
		String fault = files().stream().filter(file -> file.getParseResult().hasSyntaxErrors()).findFirst().map(ParsedTexts::sentence).orElse("");
		if (fault.isEmpty()) {
			after.keySet().stream().filter(file -> !after.get(file).equals(before.get(file))).forEach(first::add);
		} else {
			set(before);
		}
		return fault;
	}

	private void set(Map<URI, String> texts) {
		List<URI> gone = project.files().stream().filter(file -> !texts.containsKey(file)).toList();
		Map<URI, String> changed = new LinkedHashMap<>(texts);
		project.resources().forEach(file -> changed.remove(file.getURI(), text(file)));
		project.take(changed, gone);
		List.<Collection<URI>>of(said.keySet(), first).forEach(known -> known.removeAll(gone));
	}

	private static String text(XtextResource file) {
		return file.getParseResult().getRootNode().getText();
	}

	private static String sentence(XtextResource broken) {
		INode error = broken.getParseResult().getSyntaxErrors().iterator().next();
		return "'%s' cannot be read, line %d: %s The drawing is the last one that could be read; it can be edited again when the text is mended.".formatted(
				ProjectState.path(broken).getFileName(), error.getStartLine(), error.getSyntaxErrorMessage().getMessage());
	}

	/** @return the files, sorted by path */
	public List<XtextResource> files() {
		return project.resources().stream().sorted(Comparator.comparing(ProjectState::path)).toList();
	}

	/** @return the text of a file, empty where there is none */
	String text(Path path) {
		XtextResource file = project.only(URI.createFileURI(path.toString()));
		return file == null ? "" : text(file);
	}

	/** @return what the files say together */
	public TwinModel twin() {
		return new TwinModel(files().stream().map(XtextResource::getContents).filter(contents -> !contents.isEmpty()).map(List::getFirst)
				.filter(Model.class::isInstance).map(Model.class::cast).toList());
	}

	/** @return the diagrams of that, with the findings so far */
	public Diagrams diagrams(TwinModel twin) {
		Map<XtextResource, Function<EObject, List<Diagnostic>>> findings = new HashMap<>();
		return new Diagrams(twin, element -> element.eResource() instanceof XtextResource file
				? findings.computeIfAbsent(file, this::findings).apply(element) : List.of());
	}

	private Function<EObject, List<Diagnostic>> findings(XtextResource file) {
		return new ElementFindings(List.of(file), project.last(file.getURI()).stream().map(issue -> Project.finding(issue, file))
				.sorted(Comparator.comparing(finding -> finding.location().offset())).toList());
	}

	/**
	 * Checks for a short time, first what has changed.
	 *
	 * @param cancel ends it before
	 * @return whether everything is checked
	 */
	public boolean check(CancelIndicator cancel) {
		Consumer<XtextResource> done = file -> {
			List<String> before = said.put(file.getURI(), says(file));
			isNews |= !says(file).equals(before == null ? List.of() : before);
		};
		try {
			for (URI file : new ArrayList<>(first)) {
				project.checkAlone(file, cancel, done);
				first.remove(file);
			}
			return project.check(cancel, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PORTION_MS), done);
		} catch (RuntimeException | Error e) {
			if (cancellation.isOperationCanceledException(e)) {
				return false;
			}
			throw e;
		}
	}

	private List<String> says(XtextResource file) {
		return project.last(file.getURI()).stream().map(Issue::getMessage).sorted().toList();
	}

	/** @return whether something was found, or is not found any more, since this was asked last */
	public boolean takeNews() {
		boolean was = isNews;
		isNews = false;
		return was;
	}
}
