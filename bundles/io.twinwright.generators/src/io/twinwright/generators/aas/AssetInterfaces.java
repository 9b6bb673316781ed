package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Asset Interfaces Description (IDTA 02017): an interface for each endpoint from which signals are read, with
 * base address, security and a property for each signal. Template 1.0.1 has no OPC UA; its elements for OPC UA are those of
 * 1.1 (clauses 2.24.4, 2.27.7 and 2.27.8) in the frame of 1.0. User names and secrets are left out.
 */
final class AssetInterfaces implements Chapter {
	static final String IDS = "https://admin-shell.io/idta/AssetInterfacesDescription/1/0/";
	private static final Template TEMPLATE = new Template("asset-interfaces", "AssetInterfacesDescription",
			"https://admin-shell.io/idta/SubmodelTemplate/AssetInterfacesDescription", Meaning.of(IDS + "Submodel"));
	private static final String THINGS = "https://www.w3.org/2019/wot/td";

	private final Context context;
	private final EndpointMetadata metadata;
	private final InteractionProperties properties;

	AssetInterfaces(Context context) {
		this.context = context;
		this.metadata = new EndpointMetadata(context);
		this.properties = new InteractionProperties(context);
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		if (subject.kind() == Kind.TYPE) {
			return List.of();
		}
		Map<Endpoint, List<Attachment>> attached = attached(subject);
		Map<Endpoint, String> idShorts = IdShorts.of(attached.keySet(), endpoint -> name(endpoint, endpoint.getName()),
				endpoint -> name(endpoint, TwinModel.qualifiedName(endpoint)));
		List<SubmodelElement> interfaces = new ArrayList<>();
		attached.forEach((endpoint, attachments) -> interfaces.add(
				anInterface(subject, idShorts.get(endpoint), endpoint, attachments)));
		return interfaces;
	}

	private static String name(Endpoint endpoint, String name) {
		return InterfaceKind.of(endpoint).map(InterfaceKind::idShort).orElse("") + "_" + name;
	}

	private Map<Endpoint, List<Attachment>> attached(Subject subject) {
		Map<Endpoint, List<Attachment>> attached = new LinkedHashMap<>();
		for (Point point : subject.points()) {
			Optional<Attachment> attachment = context.twin().attachment(point).filter(Attachment::isRead);
			if (attachment.isPresent()) {
				Endpoint endpoint = attachment.get().endpoint();
				if (InterfaceKind.of(endpoint).isPresent()) {
					attached.computeIfAbsent(endpoint, key -> new ArrayList<>()).add(attachment.get());
				} else {
					missing(endpoint);
				}
			}
		}
		return attached;
	}

	private void missing(Endpoint endpoint) {
		String name = TwinModel.qualifiedName(endpoint);
		context.findings().add(Rule.NO_INTERFACE, name,
				"The signals of endpoint '%s' are left out of the asset interfaces. These describe OPC UA, MQTT and HTTP only."
						.formatted(name));
	}

	private SubmodelElement anInterface(Subject subject, String idShort, Endpoint endpoint, List<Attachment> attachments) {
		InterfaceKind kind = InterfaceKind.of(endpoint).orElseThrow();
		String submodel = TEMPLATE.id(subject.qualifiedName());
		SubmodelElement security = EndpointMetadata.security(endpoint, kind, submodel, idShort);
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(Elements.string("title", Meaning.of(THINGS + "#title"), title(endpoint)));
		elements.add(metadata.of(endpoint, kind, security));
		elements.add(Elements.collection("InteractionMetadata",
				Meaning.of(IDS + "InteractionMetadata", THINGS + "#InteractionAffordance"),
				List.of(Elements.collection("properties", Meaning.of(THINGS + "#PropertyAffordance"),
						properties.of(attachments, kind, security)))));
		return Elements.collection(idShort, Meaning.of(IDS + "Interface", kind.binding(), THINGS), elements);
	}

	private String title(Endpoint endpoint) {
		String label = endpoint.getLabel() == null || endpoint.getLabel().isBlank() ? endpoint.getName() : endpoint.getLabel();
		return context.texts().legal(label, TwinModel.qualifiedName(endpoint));
	}
}
