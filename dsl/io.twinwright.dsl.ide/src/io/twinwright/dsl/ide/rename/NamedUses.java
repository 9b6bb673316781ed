package io.twinwright.dsl.ide.rename;

import io.twinwright.model.NamedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;

/** The references of one file to elements of one name. */
final class NamedUses {
	private final List<Named> found = new ArrayList<>();

	/** A reference and the element it leads to. */
	record Named(EObject owner, EReference reference, NamedElement target) {
	}

	NamedUses(XtextResource file, String name) {
		TreeIterator<EObject> contents = EcoreUtil.getAllProperContents(file, true);
		while (contents.hasNext()) {
			EObject owner = contents.next();
			for (EReference reference : owner.eClass().getEAllReferences()) {
				if (!reference.isContainment() && !reference.isContainer() && owner.eIsSet(reference)) {
					Object value = owner.eGet(reference);
					(value instanceof List<?> list ? list : List.of(value)).forEach(target -> add(owner, reference, target, name));
				}
			}
		}
	}

	private void add(EObject owner, EReference reference, Object target, String name) {
		if (target instanceof NamedElement named && name.equals(named.getName())) {
			found.add(new Named(owner, reference, named));
		}
	}

	Stream<Named> stream() {
		return found.stream();
	}
}
