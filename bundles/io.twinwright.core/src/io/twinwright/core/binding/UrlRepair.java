package io.twinwright.core.binding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses what a URL that cannot be used was meant to be. */
public final class UrlRepair {
	/** How people call the protocols. */
	private static final Map<String, Protocol> ALIASES = Map.ofEntries(Map.entry("opc", Protocol.OPC_UA),
			Map.entry("opcua", Protocol.OPC_UA), Map.entry("opc.ua", Protocol.OPC_UA), Map.entry("opc-ua", Protocol.OPC_UA),
			Map.entry("opctcp", Protocol.OPC_UA), Map.entry("opc-tcp", Protocol.OPC_UA), Map.entry("opc.tls", Protocol.OPC_UA),
			Map.entry("ua", Protocol.OPC_UA), Map.entry("mqtt+tls", Protocol.MQTTS), Map.entry("mqtt+ssl", Protocol.MQTTS),
			Map.entry("ssl", Protocol.MQTTS), Map.entry("tls", Protocol.MQTTS), Map.entry("csv", Protocol.FILE));
	private static final Map<String, Protocol> PORTS = Map.of("4840", Protocol.OPC_UA, "1883", Protocol.MQTT, "8883",
			Protocol.MQTTS, "9092", Protocol.KAFKA, "80", Protocol.HTTP, "8080", Protocol.HTTP, "443", Protocol.HTTPS);

	private UrlRepair() {
	}

	/** @return a URL without a {@link EndpointUrl#problem} that was probably meant, empty if nothing suggests one */
	public static Optional<String> of(String text) {
		String dense = text.replaceAll("\\s+", "");
		return dense.isEmpty() ? Optional.empty() : Optional.of(guess(EndpointUrl.of(dense)))
				.filter(guess -> !guess.equals(text) && EndpointUrl.of(guess).protocol().isPresent()
						&& EndpointUrl.of(guess).problem().isEmpty());
	}

	private static String guess(EndpointUrl url) {
		Optional<Protocol> protocol = url.protocol();
		if (protocol.isPresent()) {
			return url.hosts().isEmpty() && protocol.get().hasHost() ? protocol.get().scheme() + "://"
					+ url.path().replaceFirst("^/+", "") : withLegalPort(url);
		}
		Protocol alias = ALIASES.get(url.scheme().toLowerCase(Locale.ROOT));
		if (alias != null) {
			return url.with(alias);
		}
		if (!url.hosts().isEmpty()) {
			Protocol usual = url.ports().isEmpty() ? null : PORTS.get(url.ports().getFirst());
			return usual == null ? url.text() : url.with(usual);
		}
		return bare(url.text());
	}

	private static String withLegalPort(EndpointUrl url) {
		if (url.ports().size() != 1 || url.problem().isEmpty()) {
			return url.text();
		}
		return url.text().replaceFirst(":" + Pattern.quote(url.ports().getFirst()) + "(?=[/?#]|$)", "");
	}

	/** A text without a scheme: a host with its port, or the name of a file. */
	private static String bare(String text) {
		if (text.matches("(?:.*[/\\\\])?[^/\\\\:]+\\.(csv|txt|json|jsonl|tsv|parquet|log)")) {
			return "file:" + text.replace('\\', '/');
		}
		String port = text.replaceFirst("^[^:/]*:?(\\d*).*$", "$1");
		return PORTS.getOrDefault(port, Protocol.OPC_UA).scheme() + "://" + text.replaceFirst("^/+", "");
	}
}
