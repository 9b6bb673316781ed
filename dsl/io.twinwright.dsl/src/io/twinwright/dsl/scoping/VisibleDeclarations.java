package io.twinwright.dsl.scoping;

import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.naming.TwinNames;
import io.twinwright.model.Declaration;
import io.twinwright.model.Import;
import io.twinwright.model.Model;
import io.twinwright.model.TopElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.util.Strings;

/** The declarations that one file sees: its own namespace, what it imports, the library, and every full name. */
final class VisibleDeclarations {
	private static final QualifiedName LIBRARY = QualifiedName.create(Library.NAMESPACE.split("\\."));

	private final QualifiedName namespace;
	private final Map<String, Declaration> own = new HashMap<>();
	private final List<QualifiedName> namespaces = new ArrayList<>();
	private final Map<String, QualifiedName> single = new HashMap<>();
	private final Map<String, Declaration> library;
	private final IResourceDescriptions project;

	VisibleDeclarations(Model model, Map<String, Declaration> library, IResourceDescriptions project) {
		this.namespace = TwinNames.namespace(model);
		this.library = library;
		this.project = project;
		for (TopElement element : model.getElements()) {
			if (element instanceof Declaration declaration && declaration.getName() != null) {
				own.putIfAbsent(declaration.getName(), declaration);
			} else if (element instanceof Import imported && !Strings.isEmpty(imported.getImportedNamespace())) {
				add(imported.getImportedNamespace());
			}
		}
	}

	private void add(String imported) {
		if (imported.endsWith(".*")) {
			namespaces.add(QualifiedName.create(imported.substring(0, imported.length() - 2).split("\\.")));
		} else {
			QualifiedName name = QualifiedName.create(imported.split("\\."));
			single.put(name.getLastSegment(), name);
		}
	}

	/** @return the declaration of a kind that a name means here, null if there is none */
	IEObjectDescription find(EClass kind, QualifiedName name) {
		if (name.getSegmentCount() == 1) {
			IEObjectDescription found = local(kind, name.getFirstSegment(), own);
			if (found == null && namespace != null) {
				found = global(kind, namespace.append(name));
			}
			if (found == null && single.containsKey(name.getFirstSegment())) {
				found = global(kind, single.get(name.getFirstSegment()));
			}
			for (int i = 0; found == null && i < namespaces.size(); i++) {
				found = global(kind, namespaces.get(i).append(name));
			}
			return found != null ? found : local(kind, name.getFirstSegment(), library);
		}
		if (name.skipLast(1).equals(LIBRARY)) {
			return local(kind, name.getLastSegment(), library);
		}
		IEObjectDescription found = name.skipLast(1).equals(namespace) ? local(kind, name.getLastSegment(), own) : null;
		return found != null ? found : global(kind, name);
	}

	/** @return what {@link #find} would find, by the shortest name that works here */
	Map<QualifiedName, IEObjectDescription> all(EClass kind) {
		Map<QualifiedName, IEObjectDescription> all = new LinkedHashMap<>();
		own.forEach((name, declaration) -> put(all, QualifiedName.create(name), local(kind, name, own)));
		for (IEObjectDescription description : project.getExportedObjectsByType(kind)) {
			QualifiedName full = description.getQualifiedName();
			if (!full.skipLast(1).equals(LIBRARY)) {
				QualifiedName last = QualifiedName.create(full.getLastSegment());
				QualifiedName name = isSame(find(kind, last), description) ? last : full;
				put(all, name, EObjectDescription.create(name, description.getEObjectOrProxy()));
			}
		}
		library.keySet().forEach(name -> {
			IEObjectDescription description = local(kind, name, library);
			QualifiedName last = QualifiedName.create(name);
			put(all, description == null || isSame(find(kind, last), description) ? last : LIBRARY.append(name), description);
		});
		return all;
	}

	private static boolean isSame(IEObjectDescription found, IEObjectDescription other) {
		return found != null && (found.getEObjectOrProxy() == other.getEObjectOrProxy()
				|| found.getEObjectURI().equals(other.getEObjectURI()));
	}

	private static void put(Map<QualifiedName, IEObjectDescription> all, QualifiedName name, IEObjectDescription found) {
		if (found != null) {
			all.putIfAbsent(name, found);
		}
	}

	private static IEObjectDescription local(EClass kind, String name, Map<String, Declaration> declarations) {
		Declaration declaration = declarations.get(name);
		return declaration != null && isA(declaration.eClass(), kind)
				? EObjectDescription.create(QualifiedName.create(name), declaration) : null;
	}

	private IEObjectDescription global(EClass kind, QualifiedName name) {
		for (IEObjectDescription description : project.getExportedObjects(kind, name, false)) {
			return description;
		}
		return null;
	}

	private static boolean isA(EClass actual, EClass kind) {
		return kind == actual || kind.isSuperTypeOf(actual);
	}
}
