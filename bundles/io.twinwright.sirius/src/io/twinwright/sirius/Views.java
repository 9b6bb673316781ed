package io.twinwright.sirius;

import io.twinwright.diagram.DiagramKind;
import io.twinwright.model.NamedElement;
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

	private static Object feature(EObject view, String name) {
		EStructuralFeature feature = view == null ? null : view.eClass().getEStructuralFeature(name);
		return feature == null ? null : view.eGet(feature);
	}
}
