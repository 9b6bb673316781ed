package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Where an interface is and how it is secured. The scheme is that of the model: an OPC UA channel with policy and mode, a
 * login by name or certificate without either, or none. Nothing in it lets anybody in.
 */
final class EndpointMetadata {
	private static final String THINGS = "https://www.w3.org/2019/wot/td#";
	private static final String SECURITY = "https://www.w3.org/2019/wot/security#";
	private static final String OPC_UA = "http://opcfoundation.org/UA/WoT-Binding/";
	private static final Meaning SCHEME = Meaning.of(SECURITY + "SecurityScheme");
	private static final Meaning CONFIGURATION = Meaning.of(THINGS + "hasSecurityConfiguration");
	private static final String IDSHORT = "EndpointMetadata";
	private static final String DEFINITIONS = "securityDefinitions";

	private final Context context;

	EndpointMetadata(Context context) {
		this.context = context;
	}

	/** @param security what {@link #security} gives */
	SubmodelElement of(Endpoint endpoint, InterfaceKind kind, SubmodelElement security) {
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(Elements.property("base", Meaning.of(THINGS + "baseURI"), DataTypeDefXsd.ANY_URI,
				context.texts().legal(base(endpoint), TwinModel.qualifiedName(endpoint))));
		elements.add(Elements.string("contentType", Meaning.of("https://www.w3.org/2019/wot/hypermedia#forContentType"),
				contentType(endpoint)));
		elements.add(security);
		elements.add(Elements.collection(DEFINITIONS, Meaning.of(THINGS + "definesSecurityScheme"), schemes(endpoint, kind)));
		return Elements.collection(IDSHORT, Meaning.of(AssetInterfaces.IDS + IDSHORT), elements);
	}

	/**
	 * @param submodel the id of the submodel
	 * @param anInterface the {@code idShort} of the interface, from which references to the security begin
	 * @return the references to the schemes that are in use, which the endpoint and each form have
	 */
	static SubmodelElement security(Endpoint endpoint, InterfaceKind kind, String submodel, String anInterface) {
		List<SubmodelElement> used = new ArrayList<>();
		for (SubmodelElement scheme : schemes(endpoint, kind)) {
			used.add(Elements.reference(null, CONFIGURATION, References.submodel(submodel,
					References.collections(anInterface, IDSHORT, DEFINITIONS, scheme.getIdShort()))));
		}
		return Elements.list("security", CONFIGURATION, CONFIGURATION.semanticId(), AasSubmodelElements.REFERENCE_ELEMENT, used);
	}

	/** @return the URL without user name, password and token */
	static String base(Endpoint endpoint) {
		return EndpointUrl.of(Addresses.url(endpoint).orElse("")).withoutUser();
	}

	/** @return the media type of messages or of the file: by the format that the endpoint names, else the usual one */
	static String contentType(Endpoint endpoint) {
		return word(endpoint, EndpointEntry.FORMAT).map(format -> switch (format) {
			case "csv" -> "text/csv";
			case "text" -> "text/plain";
			default -> "application/json";
		}).orElseGet(() -> InterfaceKind.of(endpoint).map(InterfaceKind::contentType)
				.orElse(base(endpoint).endsWith(".csv") ? "text/csv" : "application/octet-stream"));
	}

	private static List<SubmodelElement> schemes(Endpoint endpoint, InterfaceKind kind) {
		List<SubmodelElement> schemes = new ArrayList<>();
		if (kind == InterfaceKind.OPC_UA) {
			Optional<String> policy = word(endpoint, EndpointEntry.SECURITY).filter(text -> !text.equals("None"));
			policy.ifPresent(text -> schemes.add(channel(text, word(endpoint, EndpointEntry.MODE))));
			token(endpoint).ifPresent(text -> schemes.add(scheme("opcua_authentication_sc",
					OPC_UA + "OPCUASecurityAuthenticationScheme", "ua_authentication",
					List.of(Elements.string("uav_userIdentityToken", Meaning.of(OPC_UA + "userIdentityToken"), text)))));
		} else if (entry(endpoint, EndpointEntry.TOKEN).isPresent()) {
			schemes.add(scheme("bearer_sc", SECURITY + "BearerSecurityScheme", "bearer", List.of()));
		} else if (entry(endpoint, EndpointEntry.USER).isPresent()) {
			schemes.add(scheme("basic_sc", SECURITY + "BasicSecurityScheme", "basic", List.of()));
		}
		return schemes.isEmpty() ? List.of(scheme("nosec_sc", SECURITY + "NoSecurityScheme", "nosec", List.of())) : schemes;
	}

	private static SubmodelElement channel(String policy, Optional<String> mode) {
		List<SubmodelElement> elements = new ArrayList<>();
		mode.ifPresent(text -> elements.add(Elements.string("uav_securityMode", Meaning.of(OPC_UA + "securityMode"), text)));
		elements.add(Elements.string("uav_securityPolicy", Meaning.of(OPC_UA + "securityPolicy"), policy));
		return scheme("opcua_channel_sc", OPC_UA + "OPCUASecurityChannelScheme", "ua_channelsec", elements);
	}

	/** A user logs in by name; the certificate of an endpoint is that of the server and proves no user. */
	private static Optional<String> token(Endpoint endpoint) {
		return entry(endpoint, EndpointEntry.USER).map(entry -> "UserName");
	}

	private static SubmodelElement scheme(String idShort, String semanticId, String name, List<SubmodelElement> more) {
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(Elements.string("scheme", SCHEME, name));
		elements.addAll(more);
		return Elements.collection(idShort, Meaning.of(semanticId), elements);
	}

	private static Optional<String> word(Endpoint endpoint, EndpointEntry key) {
		return entry(endpoint, key).filter(entry -> !entry.isSecret())
				.map(entry -> entry.getSymbol() != null ? entry.getSymbol() : entry.getText());
	}

	private static Optional<Entry> entry(Endpoint endpoint, EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}
}
