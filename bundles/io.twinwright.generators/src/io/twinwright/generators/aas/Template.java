package io.twinwright.generators.aas;

import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.ModellingKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAdministrativeInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodel;

/**
 * A submodel template of the IDTA.
 *
 * @param word what stands in the id of submodels behind that of the asset
 * @param idShort of submodels
 * @param templateId the id of the template itself
 * @param meaning its semantic id
 */
record Template(String word, String idShort, String templateId, Meaning meaning) {
	/** @return the id of the submodel of an asset */
	String id(String qualifiedName) {
		return Identifiers.submodel(qualifiedName, word);
	}

	/** @return the submodel of a subject */
	Submodel submodel(Subject subject, List<SubmodelElement> elements) {
		return meaning.on(new DefaultSubmodel.Builder().id(id(subject.qualifiedName())).idShort(idShort)
				.kind(ModellingKind.INSTANCE)
				.administration(new DefaultAdministrativeInformation.Builder().templateId(templateId).build())
				.submodelElements(elements).build());
	}
}
