package io.twinwright.dsl.naming;

import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.util.Strings;

/** The qualified name of an element: the namespace of its file and the names of the braces around it. */
public class TwinNames extends IQualifiedNameProvider.AbstractImpl {
	@Override
	public QualifiedName getFullyQualifiedName(EObject object) {
		if (object instanceof NamedElement named && !Strings.isEmpty(named.getName())) {
			QualifiedName outer = outer(object);
			return outer == null ? QualifiedName.create(named.getName()) : outer.append(named.getName());
		}
		return null;
	}

	/** @return the name of the nearest named braces or of the namespace, null if there is none */
	private static QualifiedName outer(EObject object) {
		for (EObject up = object.eContainer(); up != null; up = up.eContainer()) {
			if (up instanceof Model model) {
				return namespace(model);
			}
			if (up instanceof NamedElement named && !Strings.isEmpty(named.getName())) {
				QualifiedName outer = outer(up);
				return outer == null ? QualifiedName.create(named.getName()) : outer.append(named.getName());
			}
		}
		return null;
	}

	/** @return the namespace of a file, null where a broken file has none */
	public static QualifiedName namespace(Model model) {
		return Strings.isEmpty(model.getNamespace()) ? null : QualifiedName.create(model.getNamespace().split("\\."));
	}
}
