package io.twinwright.dsl.ide.server;

import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.ide.fix.Findings;
import io.twinwright.dsl.library.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;

/**
 * The files of one project, parsed and linked, and which of them are to be checked. A file that changes is parsed anew;
 * the links of all others are made anew, which takes a tenth of the time, since each of them may mean something else now.
 * Then all of them wait to be checked, the changed ones first: rules look at the whole project. Checking may be cancelled
 * and goes on where it stopped. Used by one thread at a time.
 */
final class OpenProject {
	private final IResourceServiceProvider language;
	private final OperationCanceledManager cancellation;
	private final XtextResourceSet resources;
	private final ResourceDescriptionsData index = new ResourceDescriptionsData(List.of());
	private final Map<URI, XtextResource> files = new LinkedHashMap<>();
	private final Map<URI, Integer> meanings = new LinkedHashMap<>();
	private Set<URI> unchecked = new LinkedHashSet<>();
	private long stamp;

	/** @param resources an empty set, for the files of this project and the library */
	OpenProject(XtextResourceSet resources, IResourceServiceProvider language) {
		this.language = language;
		this.cancellation = language.get(OperationCanceledManager.class);
		this.resources = resources;
		ResourceDescriptionsData.ResourceSetAdapter.installResourceDescriptionsData(resources, index);
		Library.of(resources);
	}

	/** @return the URIs of the files */
	Set<URI> files() {
		return files.keySet();
	}

	/** @return the resources of the files */
	Collection<XtextResource> resources() {
		return files.values();
	}

	/** @return a file of the project or of the library, null for any other */
	XtextResource resource(URI uri) {
		return Library.contains(uri) ? (XtextResource) resources.getResource(uri, false) : files.get(uri);
	}

	/** @return the names that the files declare */
	ResourceDescriptionsData index() {
		return index;
	}

	/**
	 * Takes new texts over. Never cancelled, so that all questions are answered from one state.
	 *
	 * @param texts the texts of files that are new or may have changed
	 * @param gone files that are no longer there; unknown ones are ignored
	 */
	void take(Map<URI, String> texts, Collection<URI> gone) {
		boolean different = false;
		for (URI uri : gone) {
			different |= remove(uri);
		}
		Set<URI> changed = new LinkedHashSet<>();
		for (Map.Entry<URI, String> text : texts.entrySet()) {
			if (isNew(text.getKey(), text.getValue())) {
				different |= parse(text.getKey(), text.getValue());
				changed.add(text.getKey());
			}
		}
		if (different || !changed.isEmpty()) {
			relinkOthers(changed);
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
		meanings.remove(uri);
		unchecked.remove(uri);
		return true;
	}

	private boolean isNew(URI uri, String text) {
		XtextResource resource = files.get(uri);
		return resource == null || !resource.getParseResult().getRootNode().getText().equals(text);
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
				resource.getCache().clear(resource);
				resource.reparse(text);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		renewed(resource);
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

	private void relinkOthers(Set<URI> changed) {
		files.forEach((uri, resource) -> {
			if (!changed.contains(uri)) {
				resource.getCache().clear(resource);
				resource.relink();
				renewed(resource);
			}
		});
	}

	/**
	 * Checks what is to be checked.
	 *
	 * @param done gets each file after it was checked; its findings are kept with it
	 */
	void check(CancelIndicator cancel, Consumer<XtextResource> done) {
		for (URI uri : new ArrayList<>(unchecked)) {
			cancellation.checkCanceled(cancel);
			XtextResource resource = files.get(uri);
			if (resource != null) {
				List<Issue> issues = check(resource, cancel);
				cancellation.checkCanceled(cancel);
				Findings.keep(resource, issues);
				done.accept(resource);
			}
			unchecked.remove(uri);
		}
	}

	private List<Issue> check(XtextResource resource, CancelIndicator cancel) {
		try {
			return language.getResourceValidator().validate(resource, CheckMode.ALL, cancel);
		} catch (RuntimeException | StackOverflowError failure) {
			cancellation.propagateIfCancelException(failure);
			Issue.IssueImpl issue = new Issue.IssueImpl();
			issue.setSeverity(Severity.ERROR);
			issue.setCode(Rule.RULE_FAILED.code());
			issue.setMessage("This file could not be checked (%s). Please report this together with the text.".formatted(failure));
			return List.of(issue);
		}
	}
}
