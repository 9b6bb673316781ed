package io.twinwright.dsl.ide.project;

import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.ide.fix.Findings;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Project;
import io.twinwright.dsl.validation.BoundedValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;

/**
 * The files of one project, parsed and linked, and which of them are to be checked. A file that changes is parsed anew at
 * once; what it says by itself is checked at once too. Files that use it, which are all where its names have changed, are
 * linked anew before somebody asks about them or checks them. What the rules say of all files together is found later.
 * Checking may be cancelled and goes on where it stopped. Used by one thread at a time.
 */
public final class OpenProject {
	private final IResourceServiceProvider language;
	private final OperationCanceledManager cancellation;
	private final XtextResourceSet resources;
	private final ResourceDescriptionsData index = new ResourceDescriptionsData(List.of());
	private final Map<URI, XtextResource> files = new LinkedHashMap<>();
	private final Map<URI, Integer> meanings = new HashMap<>();
	private final Uses uses = new Uses(files.keySet());
	/** What a file says by itself is found in it; there is no entry where it is to be checked. */
	private final Map<URI, List<Issue>> own = new HashMap<>();
	/** What was found last in a file with regard to all files. */
	private final Map<URI, List<Issue>> wide = new HashMap<>();
	/** What was told last of a file. */
	private final Map<URI, List<Issue>> told = new HashMap<>();
	private final Set<URI> unlinked = new LinkedHashSet<>();
	private Set<URI> unchecked = new LinkedHashSet<>();
	private long stamp;

	/** A project without files. */
	public OpenProject(IResourceServiceProvider language) {
		this.language = language;
		this.cancellation = language.get(OperationCanceledManager.class);
		this.resources = language.get(XtextResourceSet.class);
		Resource.Factory factory = language.get(IResourceFactory.class);
		List.of(Resource.Factory.Registry.DEFAULT_EXTENSION, Project.ENDING.substring(1))
				.forEach(ending -> resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(ending, factory));
		ResourceDescriptionsData.ResourceSetAdapter.installResourceDescriptionsData(resources, index);
		Library.of(resources);
	}

	/** @return the URIs of the files */
	public Set<URI> files() {
		return files.keySet();
	}

	/** @return the resources of the files */
	public Collection<XtextResource> resources() {
		link(files.keySet());
		return files.values();
	}

	/** @return a file of the project or of the library, null for any other; the whole project can be asked about */
	public XtextResource resource(URI uri) {
		link(files.keySet());
		return Library.contains(uri) ? (XtextResource) resources.getResource(uri, false) : files.get(uri);
	}

	/** @return a file of the project, null for any other; only this file and those that it uses can be asked about */
	public XtextResource only(URI uri) {
		link(uses.reached(uri));
		return files.get(uri);
	}

	/** @return the names that the files declare */
	public ResourceDescriptionsData index() {
		return index;
	}

	/**
	 * Takes new texts over. Never cancelled, so that all questions are answered from one state.
	 *
	 * @param texts the texts of files that are new or may have changed
	 * @param gone files that are no longer there; unknown ones are ignored
	 */
	public void take(Map<URI, String> texts, Collection<URI> gone) {
		boolean renamed = false;
		for (URI uri : gone) {
			renamed |= remove(uri);
		}
		Set<URI> changed = new LinkedHashSet<>();
		boolean different = renamed;
		for (Map.Entry<URI, String> text : texts.entrySet()) {
			if (isNew(text.getKey(), text.getValue())) {
				Set<Object> names = names(text.getKey());
				different |= parse(text.getKey(), text.getValue());
				renamed |= !names.equals(names(text.getKey()));
				changed.add(text.getKey());
			}
		}
		Set<URI> users = renamed ? new LinkedHashSet<>(files.keySet()) : uses.users(changed);
		users.removeAll(changed);
		unlinked.removeAll(changed);
		unlinked.addAll(users);
		if (different) {
			own.keySet().removeAll(users);
		}
		Set<URI> next = new LinkedHashSet<>(changed);
		next.addAll(texts.keySet());
		next.addAll(unchecked);
		if (different) {
			next.addAll(files.keySet());
		}
		unchecked = next;
	}

	private boolean remove(URI uri) {
		XtextResource resource = files.remove(uri);
		if (resource == null) {
			return false;
		}
		resources.getResources().remove(resource);
		index.removeDescription(uri);
		List.of(meanings, own, wide, told).forEach(known -> known.remove(uri));
		uses.forget(uri);
		unlinked.remove(uri);
		unchecked.remove(uri);
		return true;
	}

	private boolean isNew(URI uri, String text) {
		XtextResource resource = files.get(uri);
		return resource == null || !text(resource).equals(text);
	}

	private static String text(XtextResource resource) {
		return resource.getParseResult().getRootNode().getText();
	}

	/** @return what others can name in a file, with what it is */
	private Set<Object> names(URI uri) {
		Set<Object> names = new HashSet<>();
		if (index.getResourceDescription(uri) != null) {
			index.getResourceDescription(uri).getExportedObjects()
					.forEach(name -> names.add(List.of(name.getQualifiedName(), name.getEClass())));
		}
		return names;
	}

	/** @return whether the file means something else now: not where only space or comments have changed */
	private boolean parse(URI uri, String text) {
		XtextResource resource = files.get(uri);
		try {
			if (resource == null) {
				resource = (XtextResource) resources.createResource(uri);
				resource.setUnloader(null);
				resource.load(new LazyStringInputStream(text), resources.getLoadOptions());
				files.put(uri, resource);
			} else {
				Replacement replacement = Replacement.between(text(resource), text);
				List.of(wide, told).forEach(known -> known.computeIfPresent(uri, (key, issues) -> replacement.moved(issues)));
				resource.getCache().clear(resource);
				resource.reparse(text);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		renewed(resource);
		own.remove(uri);
		index.addDescription(uri, language.getResourceDescriptionManager().getResourceDescription(resource));
		int meaning = meaning(resource);
		Integer before = meanings.put(uri, meaning);
		return before == null || before != meaning;
	}

	/** The cache and all who remember the state of a resource are told by hand. */
	private void renewed(XtextResource resource) {
		resource.getCache().clear(resource);
		resource.setModificationStamp(++stamp);
	}

	private static int meaning(XtextResource resource) {
		int hash = 1;
		for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
			if (!leaf.isHidden()) {
				hash = 31 * hash + leaf.getText().hashCode();
			}
		}
		return hash;
	}

	/** Links those of some files anew that refer to what was there before. */
	private void link(Collection<URI> wanted) {
		for (URI uri : unlinked.isEmpty() ? List.<URI>of() : List.copyOf(wanted)) {
			if (unlinked.remove(uri)) {
				XtextResource resource = files.get(uri);
				resource.getCache().clear(resource);
				resource.relink();
				renewed(resource);
			}
		}
	}

	/**
	 * Checks what a file says by itself, if it is to be checked.
	 *
	 * @param done gets the file with what was found, and what was found before with regard to all files
	 */
	public void checkAlone(URI uri, CancelIndicator cancel, Consumer<XtextResource> done) {
		XtextResource resource = files.get(uri);
		if (resource != null && unchecked.contains(uri) && !own.containsKey(uri)) {
			ownFindings(resource, cancel);
			tell(resource, done);
		}
	}

	/**
	 * Checks what is to be checked, for some time.
	 *
	 * @param end when to leave the rest for later, in nanoseconds of the system; at least one file is checked
	 * @param done gets each file after it was checked; its findings are kept with it
	 * @return whether everything is checked
	 */
	public boolean check(CancelIndicator cancel, long end, Consumer<XtextResource> done) {
		for (Iterator<URI> rest = new ArrayList<>(unchecked).iterator(); rest.hasNext();) {
			URI uri = rest.next();
			cancellation.checkCanceled(cancel);
			XtextResource resource = files.get(uri);
			if (resource != null) {
				ownFindings(resource, cancel);
				wide.put(uri, issues(resource, files.keySet(), CheckMode.NORMAL_ONLY, cancel).stream()
						.filter(issue -> issue.getType() == CheckType.NORMAL).toList());
			}
			// before it is told, so that the rest is checked though nobody can be told
			unchecked.remove(uri);
			if (resource != null) {
				tell(resource, done);
			}
			if (rest.hasNext() && System.nanoTime() > end) {
				return false;
			}
		}
		return true;
	}

	/** @return what was found last in a file, moved along with its text; nothing before it was checked */
	public List<Issue> last(URI uri) {
		return told.getOrDefault(uri, List.of());
	}

	private void ownFindings(XtextResource resource, CancelIndicator cancel) {
		URI uri = resource.getURI();
		while (!own.containsKey(uri)) {
			List<Issue> found = issues(resource, uses.reached(uri), CheckMode.FAST_ONLY, cancel);
			uses.find(resource);
			// else it refers to more than before, to what refers to what has gone
			if (uses.reached(uri).stream().noneMatch(unlinked::contains)) {
				own.put(uri, found);
			}
		}
	}

	private void tell(XtextResource resource, Consumer<XtextResource> done) {
		List<Issue> all = new ArrayList<>(own.get(resource.getURI()));
		all.addAll(wide.getOrDefault(resource.getURI(), List.of()));
		told.put(resource.getURI(), BoundedValidator.first(all));
		Findings.keep(resource, told.get(resource.getURI()));
		done.accept(resource);
	}

	/** @return what is found when some files are linked; a finding that says so if that cannot be done */
	private List<Issue> issues(XtextResource resource, Collection<URI> linked, CheckMode mode, CancelIndicator cancel) {
		try {
			link(linked);
			List<Issue> found = language.getResourceValidator().validate(resource, mode, cancel);
			cancellation.checkCanceled(cancel);
			return found;
		} catch (RuntimeException | StackOverflowError failure) {
			cancellation.propagateIfCancelException(failure);
			Issue.IssueImpl issue = new Issue.IssueImpl();
			issue.setSeverity(Severity.ERROR);
			issue.setType(mode == CheckMode.NORMAL_ONLY ? CheckType.NORMAL : CheckType.FAST);
			issue.setCode(Rule.RULE_FAILED.code());
			issue.setMessage("This file could not be checked (%s). Please report this together with the text.".formatted(failure));
			return List.of(issue);
		}
	}
}
