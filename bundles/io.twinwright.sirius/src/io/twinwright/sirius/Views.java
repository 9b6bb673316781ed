package io.twinwright.sirius;

import io.twinwright.diagram.DiagramKind;
import io.twinwright.model.NamedElement;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads what Sirius has drawn, by the names of its metamodel's features. */
final class Views {
	private Views() {
	}

	/** @return what a view stands for, null where it stands for nothing */
	static EObject element(EObject view) {
		return feature(view, "target") instanceof EObject element ? element : null;
	}

	/** @return the diagram that a view is in, or that it is */
	static EObject diagram(EObject view) {
		EObject up = view;
		while (up != null && !isDiagram(up)) {
			up = up.eContainer();
		}
		return up;
	}

	/** @return whether a view is a whole diagram: it alone has a description */
	static boolean isDiagram(EObject view) {
		return view.eClass().getEStructuralFeature("description") != null;
	}

	/** @return what a diagram is about; the viewpoint names its diagrams as the services do */
	static DiagramKind kind(EObject diagram) {
		return DiagramKind.valueOf((String) feature((EObject) feature(diagram, "description"), "name"));
	}

	/** @return what the diagram is of that a view is in, null outside of diagrams and for a subject that has been deleted */
	static NamedElement subject(EObject view) {
		EObject diagram = diagram(view);
		return diagram != null && element(diagram) instanceof NamedElement subject && subject.eResource() != null ? subject : null;
	}

	/** @return the view where an edge begins */
	static EObject source(EObject edge) {
		return (EObject) feature(edge, "sourceNode");
	}

	/** @return the view where an edge ends */
	static EObject target(EObject edge) {
		return (EObject) feature(edge, "targetNode");
	}

	/** @return the shapes that stand on their own in a diagram; Sirius keeps them as an annotation of it, in the notation of GMF */
	static List<EObject> shapes(EObject diagram) {
		return many(diagram, "ownedAnnotationEntries").stream().filter(entry -> "GMF_DIAGRAMS".equals(feature(entry, "source")))
				.map(entry -> feature(entry, "data")).filter(EObject.class::isInstance).map(EObject.class::cast)
				.flatMap(notation -> many(notation, "persistedChildren").stream()).toList();
	}

	/** @return the view that a shape shows, null if it shows none, as a note does */
	static EObject drawn(EObject shape) {
		return feature(shape, "element") instanceof EObject view ? view : null;
	}

	/** @return where a shape is, null where that is not said */
	static EObject bounds(EObject shape) {
		return feature(shape, "layoutConstraint") instanceof EObject bounds && bounds.eClass().getEStructuralFeature("x") != null ? bounds : null;
	}

	static int number(EObject object, String name) {
		return ((Number) feature(object, name)).intValue();
	}

	static void set(EObject object, String name, Object value) {
		object.eSet(object.eClass().getEStructuralFeature(name), value);
	}

	private static List<EObject> many(EObject object, String name) {
		return feature(object, name) instanceof List<?> all ? all.stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList() : List.of();
	}

	private static Object feature(EObject view, String name) {
		EStructuralFeature feature = view == null ? null : view.eClass().getEStructuralFeature(name);
		return feature == null ? null : view.eGet(feature);
	}
}
