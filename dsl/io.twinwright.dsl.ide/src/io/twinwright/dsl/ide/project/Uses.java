package io.twinwright.dsl.ide.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;

/** Which files of a project refer to which others. */
final class Uses {
	private final Set<URI> files;
	/** The files whose elements a file refers to, by file; all may be meant where there is no entry. */
	private final Map<URI, Set<URI>> used = new HashMap<>();

	/** @param files those of the project, at any time */
	Uses(Set<URI> files) {
		this.files = files;
	}

	/** Finds the other files that a file refers to, which is linked. */
	void find(XtextResource resource) {
		Set<URI> uses = new HashSet<>();
		for (Iterator<EObject> all = EcoreUtil.getAllProperContents(resource, false); all.hasNext();) {
			for (EObject target : all.next().eCrossReferences()) {
				if (target.eResource() != null && target.eResource() != resource && files.contains(target.eResource().getURI())) {
					uses.add(target.eResource().getURI());
				}
			}
		}
		used.put(resource.getURI(), uses);
	}

	void forget(URI uri) {
		used.remove(uri);
	}

	/** @return the files that refer to some files, directly or through others */
	Set<URI> users(Set<URI> changed) {
		if (changed.isEmpty()) {
			return Set.of();
		}
		Set<URI> found = new LinkedHashSet<>(changed);
		Map<URI, Set<URI>> users = new HashMap<>();
		for (URI file : files) {
			if (used.containsKey(file)) {
				used.get(file).forEach(other -> users.computeIfAbsent(other, key -> new HashSet<>()).add(file));
			} else {
				found.add(file);
			}
		}
		Deque<URI> open = new ArrayDeque<>(found);
		while (!open.isEmpty()) {
			users.getOrDefault(open.poll(), Set.of()).stream().filter(found::add).forEach(open::add);
		}
		return found;
	}

	/** @return a file and all that it refers to, directly or through others */
	Set<URI> reached(URI uri) {
		Set<URI> found = new LinkedHashSet<>(Set.of(uri));
		Deque<URI> open = new ArrayDeque<>(found);
		while (!open.isEmpty()) {
			used.getOrDefault(open.poll(), files).stream().filter(found::add).forEach(open::add);
		}
		return found;
	}
}
