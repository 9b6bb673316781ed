package io.twinwright.generators.opcua;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Declaration;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Model;
import io.twinwright.model.TopElement;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Which types stand in which document. Each namespace has one, but namespaces that use each other in a circle share one,
 * because required models must not form a circle.
 */
final class Layout {
	private final Map<String, List<Declaration>> types = new TreeMap<>();
	private final List<Declaration> library = new ArrayList<>();

	Layout(TwinModel twin) {
		for (Model file : twin.files()) {
			file.getElements().forEach(element -> add(file, element));
		}
		addLibrary(twin);
	}

	private void add(Model file, TopElement element) {
		if (isType(element)) {
			String namespace = file.getNamespace() == null ? "" : file.getNamespace();
			types.computeIfAbsent(namespace, key -> new ArrayList<>()).add((Declaration) element);
		}
	}

	private static boolean isType(EObject element) {
		return (element instanceof Type || element instanceof Enumeration) && ((Declaration) element).getName() != null;
	}

	/** The library is loaded beside the project; all of it is written, so that its document is the same everywhere. */
	private void addLibrary(TwinModel twin) {
		Resource first = twin.files().isEmpty() ? null : twin.files().getFirst().eResource();
		ResourceSet all = first == null ? null : first.getResourceSet();
		if (all == null) {
			return;
		}
		Set<Model> files = new LinkedHashSet<>();
		all.getResources().stream().filter(resource -> !resource.getContents().isEmpty())
				.map(resource -> resource.getContents().getFirst()).filter(Model.class::isInstance).map(Model.class::cast)
				.filter(file -> Std.LIBRARY.equals(file.getNamespace()) && !twin.files().contains(file)).forEach(files::add);
		files.forEach(file -> file.getElements().stream().filter(Layout::isType).map(Declaration.class::cast)
				.forEach(library::add));
	}

	/** @return the types and enumerations of the library */
	List<Declaration> library() {
		return library;
	}

	/** @return the types and enumerations of a namespace */
	List<Declaration> of(String namespace) {
		return types.get(namespace);
	}

	/** @return namespaces that share a document, each group after those that it needs */
	List<List<String>> groups() {
		Map<String, Set<String>> reached = new TreeMap<>();
		types.forEach((namespace, declarations) -> reached.put(namespace, used(declarations)));
		for (boolean grown = true; grown;) {
			grown = false;
			for (Set<String> near : reached.values()) {
				Set<String> far = new TreeSet<>();
				near.forEach(next -> far.addAll(reached.get(next)));
				grown |= near.addAll(far);
			}
		}
		List<List<String>> groups = new ArrayList<>();
		Set<String> left = new TreeSet<>(types.keySet());
		while (!left.isEmpty()) {
			String next = left.stream().filter(one -> reached.get(one).stream().noneMatch(needed -> left.contains(needed)
					&& !reached.get(needed).contains(one))).findFirst().orElseThrow();
			List<String> group = left.stream().filter(other -> other.equals(next)
					|| reached.get(next).contains(other) && reached.get(other).contains(next)).toList();
			groups.add(group);
			group.forEach(left::remove);
		}
		return groups;
	}

	/** @return the namespaces whose types some declarations refer to */
	private Set<String> used(List<Declaration> declarations) {
		Set<String> used = new TreeSet<>();
		for (TreeIterator<EObject> all = EcoreUtil.getAllContents(declarations); all.hasNext();) {
			for (EObject target : all.next().eCrossReferences()) {
				if (isType(target) && EcoreUtil.getRootContainer(target) instanceof Model file
						&& types.containsKey(file.getNamespace() == null ? "" : file.getNamespace())) {
					used.add(file.getNamespace() == null ? "" : file.getNamespace());
				}
			}
		}
		return used;
	}
}
