package io.twinwright.generators.aas;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Model;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** How the files of a project are called. */
final class PackageName {
	private static final String OTHERWISE = "twin";

	private PackageName() {
	}

	/**
	 * @return the namespace that the files with root assets share, or those with types where there are none; the first by
	 *         alphabet where they share nothing
	 */
	static String of(TwinModel twin) {
		Collection<String> namespaces = new TreeSet<>();
		twin.roots().stream().map(Position::element).forEach(asset -> addNamespace(asset, namespaces));
		if (namespaces.isEmpty()) {
			twin.all(Type.class).forEach(type -> addNamespace(type, namespaces));
		}
		if (namespaces.isEmpty()) {
			return OTHERWISE;
		}
		String first = namespaces.iterator().next();
		List<String> shared = new ArrayList<>(List.of(first.split("\\.")));
		for (String namespace : namespaces) {
			List<String> names = List.of(namespace.split("\\."));
			while (shared.size() > names.size() || !names.subList(0, shared.size()).equals(shared)) {
				shared.removeLast();
			}
		}
		return shared.isEmpty() ? first : String.join(".", shared);
	}

	private static void addNamespace(EObject element, Collection<String> namespaces) {
		if (EcoreUtil.getRootContainer(element) instanceof Model model && model.getNamespace() != null) {
			namespaces.add(model.getNamespace());
		}
	}
}
