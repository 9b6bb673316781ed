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
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Asset Interfaces Description 1.1 (IDTA 02017-1-1): an interface for each endpoint from which signals are read, with
 * base address, security and a property for each signal. Its elements kept the ids of 1.0. User names and secrets are left out.
 */
final class AssetInterfaces implements Chapter {
	static final String IDS = "https://admin-shell.io/idta/AssetInterfacesDescription/1/0/";
	private static final Template TEMPLATE = new Template("asset-interfaces", "AssetInterfacesDescription",
			"https://admin-shell.io/idta/SubmodelTemplate/AssetInterfacesDescription/1/1",
			Meaning.ofSubmodel("https://admin-shell.io/idta/AssetInterfacesDescription/1/1/Submodel"));
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
		Map<Endpoint, String> idShorts = idShorts(attached.keySet());
		List<SubmodelElement> interfaces = new ArrayList<>();
		attached.forEach((endpoint, attachments) -> interfaces.add(
				anInterface(subject, idShorts.get(endpoint), endpoint, attachments)));
		return interfaces;
	}

	/** @return the {@code idShort}s of the interfaces of one shell */
	static Map<Endpoint, String> idShorts(Set<Endpoint> endpoints) {
		return IdShorts.of(endpoints, endpoint -> name(endpoint, endpoint.getName()),
				endpoint -> name(endpoint, TwinModel.qualifiedName(endpoint)));
	}

	/** @return a reference to something in the submodel of a subject */
	static Reference reference(Subject subject, Key... inside) {
		return References.submodel(TEMPLATE.id(subject.qualifiedName()), inside);
	}

	private static String name(Endpoint endpoint, String name) {
		return InterfaceKind.of(endpoint).map(InterfaceKind::idShort).orElse("") + "_" + name;
	}

	/** @return the signals of a subject that are read, by the endpoints that are described, both in the order of the text */
	Map<Endpoint, List<Attachment>> attached(Subject subject) {
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
