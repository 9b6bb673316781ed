package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.model.Endpoint;
import java.util.Optional;

/** The kinds of interfaces that the asset interfaces describe. */
enum InterfaceKind {
	/** OPC 10101. */
	OPC_UA("InterfaceOPCUA", "http://opcfoundation.org/UA/WoT-Binding/", "application/octet-stream"),
	MQTT("InterfaceMQTT", "http://www.w3.org/2011/mqtt", "application/json"),
	HTTP("InterfaceHTTP", "http://www.w3.org/2011/http", "application/json");

	private final String idShort;
	private final String binding;
	private final String contentType;

	InterfaceKind(String idShort, String binding, String contentType) {
		this.idShort = idShort;
		this.binding = binding;
		this.contentType = contentType;
	}

	/** @return with what the {@code idShort} of an interface begins */
	String idShort() {
		return idShort;
	}

	/** @return the supplemental semantic id of an interface */
	String binding() {
		return binding;
	}

	/** @return the media type where the endpoint names none */
	String contentType() {
		return contentType;
	}

	/** @return the kind by the scheme of the URL, empty if such endpoints are not described */
	static Optional<InterfaceKind> of(Endpoint endpoint) {
		return Addresses.url(endpoint).map(EndpointUrl::of).flatMap(EndpointUrl::protocol).flatMap(protocol ->
				switch (protocol) {
					case OPC_UA -> Optional.of(OPC_UA);
					case MQTT, MQTTS -> Optional.of(MQTT);
					case HTTP, HTTPS -> Optional.of(HTTP);
					case KAFKA, FILE -> Optional.empty();
				});
	}
}
