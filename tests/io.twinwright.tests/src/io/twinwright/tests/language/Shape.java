package io.twinwright.tests.language;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a model says, as text of one line per element and value: two models are equal if their shapes are. */
final class Shape {
	private final StringBuilder text = new StringBuilder();

	private Shape() {
	}

	/** @return the classes, values and references of an element and all below it; references by file name and fragment */
	static String of(EObject root) {
		Shape shape = new Shape();
		shape.add("", root, 0);
		return shape.text.toString();
	}

	private void add(String role, EObject element, int depth) {
		line(depth, role + element.eClass().getName());
		for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
			boolean isSet = element.eIsSet(feature);
			if (feature.isUnsettable() && isSet || isSet) {
				add(feature, element, depth + 1);
			}
		}
	}

	private void add(EStructuralFeature feature, EObject element, int depth) {
		Object value = element.eGet(feature);
		for (Object one : value instanceof List<?> list ? list : List.of(value)) {
			String role = feature.getName() + " = ";
			switch (feature) {
				case EReference reference when reference.isContainment() -> add(role, (EObject) one, depth);
				case EReference reference -> line(depth, role + address((EObject) one));
				case EAttribute attribute -> line(depth, role + one);
				default -> throw new IllegalStateException(feature.toString());
			}
		}
	}

	private static String address(EObject target) {
		if (target.eIsProxy()) {
			return "unresolved";
		}
		URI uri = EcoreUtil.getURI(target);
		return uri.trimFragment().lastSegment() + "#" + uri.fragment();
	}

	private void line(int depth, String line) {
		text.append("  ".repeat(depth)).append(line).append('\n');
	}
}
