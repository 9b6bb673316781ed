package io.twinwright.generators.aas;

import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** What one submodel says of a subject. */
interface Chapter {
	/** @return the template that the submodel follows */
	Template template();

	/** @return the elements of the submodel; none where the subject has nothing to say in it and gets no such submodel */
	List<SubmodelElement> elements(Subject subject);
}
