package io.twinwright.core.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways in which values come and go, by the scheme of an endpoint's URL. */
public enum Protocol {
	/** OPC UA over its binary protocol (OPC 10000-6, 7.1). */
	OPC_UA("opc.tcp"),
	/** MQTT without encryption. */
	MQTT("mqtt"),
	/** MQTT over TLS. */
	MQTTS("mqtts"),
	/** HTTP without encryption. */
	HTTP("http"),
	/** HTTP over TLS. */
	HTTPS("https"),
	/** Apache Kafka. */
	KAFKA("kafka"),
	/** A file, with one column for each signal. */
	FILE("file");

	private final String scheme;

	Protocol(String scheme) {
		this.scheme = scheme;
	}

	/** @return the scheme before the colon, in lower case */
	public String scheme() {
		return scheme;
	}

	/** @return whether its URL names a host */
	public boolean hasHost() {
		return this != FILE;
	}

	/** @return the same with encryption, empty if it has none of its own or is encrypted itself */
	public Optional<Protocol> secured() {
		return switch (this) {
			case MQTT -> Optional.of(MQTTS);
			case HTTP -> Optional.of(HTTPS);
			case OPC_UA, MQTTS, HTTPS, KAFKA, FILE -> Optional.empty();
		};
	}

	/** @return the protocol of a scheme, in any case of letters (RFC 3986, 3.1) */
	public static Optional<Protocol> of(String scheme) {
		return Arrays.stream(values()).filter(protocol -> protocol.scheme.equalsIgnoreCase(scheme)).findFirst();
	}

	/** @return all schemes */
	public static List<String> schemes() {
		return Arrays.stream(values()).map(Protocol::scheme).toList();
	}
}
