package io.twinwright.generators.aas;

import io.twinwright.core.structure.Attachment;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Asset Interfaces Mapping Configuration 1.0 (IDTA 02027-1-0-1): for each interface of a shell, which of its
 * properties feed which columns of the time series. A property without a column has no sink.
 */
final class InterfaceMappings implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/AssetInterfacesMappingConfiguration/1/0/";
	private static final Template TEMPLATE = new Template("interface-mappings", "AssetInterfacesMappingConfiguration",
			"https://admin-shell.io/idta/SubmodelTemplate/AssetInterfacesMappingConfiguration/1/0/", Meaning.ofSubmodel(IDS + "Submodel"));
	private static final Meaning CONFIGURATION = Meaning.of(IDS + "MappingConfiguration");
	private static final Meaning RELATION = Meaning.of(IDS + "MappingSourceSinkRelation");

	private final AssetInterfaces interfaces;
	private final TimeSeries series;

	InterfaceMappings(AssetInterfaces interfaces, TimeSeries series) {
		this.interfaces = interfaces;
		this.series = series;
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		Map<String, String> columns = subject.kind() == Kind.TYPE ? Map.of() : series.columns(subject);
		if (columns.isEmpty()) {
			return List.of();
		}
		Map<Endpoint, List<Attachment>> attached = interfaces.attached(subject);
		Map<Endpoint, String> idShorts = AssetInterfaces.idShorts(attached.keySet());
		List<SubmodelElement> configurations = new ArrayList<>();
		attached.forEach((endpoint, attachments) -> {
			Key[] anInterface = References.collections(idShorts.get(endpoint));
			List<RelationshipElement> relations = relations(subject, idShorts.get(endpoint), attachments, columns);
			if (!relations.isEmpty()) {
				configurations.add(Elements.collection(null, CONFIGURATION, List.of(
						Elements.reference("InterfaceReference", Meaning.of(IDS + "InterfaceReference"), AssetInterfaces.reference(subject, anInterface)),
						Elements.list("MappingSourceSinkRelations", Meaning.of(IDS + "MappingSourceSinkRelations"), RELATION.semanticId(),
								AasSubmodelElements.RELATIONSHIP_ELEMENT, relations))));
			}
		});
		return configurations.isEmpty() ? List.of() : List.of(Elements.list("MappingConfigurations", Meaning.of(IDS + "MappingConfigurations"),
				CONFIGURATION.semanticId(), AasSubmodelElements.SUBMODEL_ELEMENT_COLLECTION, configurations));
	}

	private List<RelationshipElement> relations(Subject subject, String anInterface, List<Attachment> attachments,
			Map<String, String> columns) {
		Map<String, String> properties = InteractionProperties.idShorts(attachments);
		List<RelationshipElement> relations = new ArrayList<>();
		for (Attachment attachment : attachments) {
			String column = columns.get(attachment.point().path());
			if (column != null) {
				Reference source = AssetInterfaces.reference(subject, References.collections(anInterface, "InteractionMetadata",
						"properties", properties.get(attachment.point().name())));
				relations.add(Elements.relationship(null, RELATION, source, column(subject, column)));
			}
		}
		return relations;
	}

	private Reference column(Subject subject, String idShort) {
		Key[] record = References.collections("Metadata", "Record");
		return References.submodel(series.template().id(subject.qualifiedName()), record[0], record[1],
				References.key(KeyTypes.PROPERTY, idShort));
	}
}
