package io.twinwright.sirius;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Arrangement;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.Palette;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Projects;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;

/**
 * What the twin files of one session say, as diagrams and findings. Sirius changes models in place; everything that was computed is
 * dropped then, also by the language. Used by one thread at a time, as models of Sirius are.
 */
final class Drawings extends EContentAdapter {
	private final ResourceSet files;
	private TwinModel twin;
	private Arrangement arrangement;
	private Diagrams diagrams;
	private Elements elements;
	private Map<EObject, List<Issue>> findings;
	private String refusal = "";
	private final Map<DiagramKind, Map<NamedElement, Shown>> shown = new HashMap<>();

	private Drawings(ResourceSet files) {
		this.files = files;
	}

	/** @return those of the files that an element in a file sees */
	static Drawings of(EObject element) {
		ResourceSet files = element.eResource().getResourceSet();
		for (Adapter adapter : files.eAdapters()) {
			if (adapter instanceof Drawings drawings) {
				return drawings;
			}
		}
		Drawings drawings = new Drawings(files);
		Library.of(files);
		files.eAdapters().add(drawings);
		return drawings;
	}

	/** @return the language's service for a file */
	static <T> T service(EObject element, Class<T> service) {
		return ((XtextResource) element.eResource()).getResourceServiceProvider().get(service);
	}

	/** @return the twin files, without the library */
	List<XtextResource> files() {
		List<XtextResource> own = new ArrayList<>();
		for (Resource file : List.copyOf(files.getResources())) {
			if (isOwn(file)) {
				own.add((XtextResource) file);
			}
		}
		return own;
	}

	TwinModel twin() {
		if (twin == null) {
			XtextResource any = files().getFirst();
			twin = any.getResourceServiceProvider().get(Projects.class).of(any);
		}
		return twin;
	}

	/** @return why something cannot be arranged as it is wanted, by the one description of what may */
	Arrangement arrangement() {
		if (arrangement == null) {
			arrangement = new Arrangement(twin());
		}
		return arrangement;
	}

	/** @return what may be created in a diagram, by the one description of that */
	Palette palette() {
		return new Palette(twin(), Library.of(files).declarations().values(), element -> Optional.empty());
	}

	Diagrams diagrams() {
		if (diagrams == null) {
			// the findings are asked for apart, where they are shown: a check takes far longer than a diagram
			diagrams = new Diagrams(twin(), element -> List.of());
		}
		return diagrams;
	}

	Elements elements() {
		if (elements == null) {
			elements = new Elements(twin());
		}
		return elements;
	}

	/** @return the diagram that a view is in, or that it is; null outside of diagrams and where its subject is not drawn any more */
	Shown shown(EObject view) {
		NamedElement subject = Views.subject(view);
		if (subject == null) {
			return null;
		}
		DiagramKind kind = Views.kind(Views.diagram(view));
		return diagrams().subjects(kind).contains(subject) ? shown(kind, subject) : null;
	}

	Shown shown(DiagramKind kind, NamedElement subject) {
		return shown.computeIfAbsent(kind, key -> new HashMap<>()).computeIfAbsent(subject,
				key -> new Shown(diagrams().of(kind, subject), subject, elements()));
	}

	/** Remembers why a tool changed nothing, until the next one is used; empty if it did. */
	void refuse(String sentence) {
		refusal = sentence;
	}

	String refusal() {
		return refusal;
	}

	/** @return what the checker says of an element itself, not of what is in it */
	List<Issue> findings(EObject element, Severity severity) {
		if (findings == null) {
			findings = check();
		}
		return findings.getOrDefault(element, List.of()).stream().filter(issue -> of(issue) == severity).toList();
	}

	private static Severity of(Issue issue) {
		return switch (issue.getSeverity()) {
			case ERROR -> Severity.ERROR;
			case WARNING -> Severity.WARNING;
			default -> Severity.INFO;
		};
	}

	private Map<EObject, List<Issue>> check() {
		Map<EObject, List<Issue>> found = new HashMap<>();
		for (XtextResource file : files()) {
			for (Issue issue : file.getResourceServiceProvider().getResourceValidator().validate(file, CheckMode.ALL, CancelIndicator.NullImpl)) {
				EObject element = issue.getUriToProblem() == null ? null : file.getEObject(issue.getUriToProblem().fragment());
				while (element != null && !(element instanceof Element || element instanceof Step || element instanceof Declaration)) {
					element = element.eContainer();
				}
				if (element != null) {
					found.computeIfAbsent(element, key -> new ArrayList<>()).add(issue);
				}
			}
		}
		return found;
	}

	@Override
	public void notifyChanged(Notification notification) {
		super.notifyChanged(notification);
		if (notification.isTouch()) {
			return;
		}
		twin = null;
		arrangement = null;
		diagrams = null;
		elements = null;
		findings = null;
		shown.clear();
		if (notification.getNotifier() instanceof EObject element && element.eResource() instanceof XtextResource file) {
			file.getCache().clear(file);
			// by this the language sees that what it computed from all files together is old
			file.setModificationStamp(file.getModificationStamp() + 1);
		}
	}

	@Override
	protected void addAdapter(Notifier notifier) {
		if (!(notifier instanceof Resource file) || isOwn(file)) {
			super.addAdapter(notifier);
		}
	}

	/** @return whether a resource is a twin file of the user's, which the library has not */
	static boolean isOwn(Resource file) {
		return file instanceof XtextResource && !Library.contains(file.getURI()) && "twin".equals(file.getURI().fileExtension());
	}
}
