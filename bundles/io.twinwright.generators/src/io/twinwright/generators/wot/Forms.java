package io.twinwright.generators.wot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NamespaceNumbers;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.generators.wot.Things.Served;
import io.twinwright.model.Endpoint;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a signal is. There are two forms for two kinds of readers: in the first the address is that of the server alone, as
 * the OPC UA binding of node-wot opens it, with the node beside it in the server's numbers; in the second the node is a part
 * of the address, as OPC 10101, 6.2 has it. A reader takes the one that it understands.
 */
final class Forms {
	/** What a URI cannot have (RFC 3987), and the two that would end the node (OPC 10101, 6.2). */
	private static final String ESCAPED = " \"<>\\^`{|}%#&";

	private final NamespaceNumbers numbers;
	private final Map<Endpoint, String> bases = new HashMap<>();

	Forms(NamespaceNumbers numbers) {
		this.numbers = numbers;
	}

	ArrayNode of(Served served, boolean written, boolean observed, SecuritySchemes schemes) {
		Endpoint endpoint = served.attachment().endpoint();
		String node = served.node().toString();
		String server = bases.computeIfAbsent(endpoint, Forms::base);
		ArrayNode forms = JsonNodeFactory.instance.arrayNode();
		ObjectNode numbered = form(forms, server, "application/json", written, observed);
		numbered.put("uav:id", node);
		numbered.put("opcua:nodeId", numbers.numbered(served.node()));
		ObjectNode named = form(forms, withoutEnd(server) + "/?id=" + escaped(node),
				"application/octet-stream", written, observed);
		String scheme = schemes.name(endpoint);
		if (!scheme.equals(schemes.first())) {
			numbered.put("security", scheme);
			named.put("security", scheme);
		}
		return forms;
	}

	private static ObjectNode form(ArrayNode forms, String href, String contentType, boolean written, boolean observed) {
		ObjectNode form = forms.addObject().put("href", href).put("contentType", contentType);
		ArrayNode operations = form.putArray("op").add("readproperty");
		if (written) {
			operations.add("writeproperty");
		}
		if (observed) {
			operations.add("observeproperty").add("unobserveproperty");
		}
		return form;
	}

	/** @return the URL without user name and password */
	private static String base(Endpoint endpoint) {
		return EndpointUrl.of(Addresses.url(endpoint).orElse("")).withoutUser();
	}

	private static String withoutEnd(String url) {
		int end = url.length();
		while (end > 0 && url.charAt(end - 1) == '/') {
			end--;
		}
		return url.substring(0, end);
	}

	private static String escaped(String node) {
		StringBuilder escaped = new StringBuilder(node.length());
		for (int i = 0; i < node.length(); i++) {
			char letter = node.charAt(i);
			if (letter < ' ' || ESCAPED.indexOf(letter) >= 0) {
				escaped.append("%%%02X".formatted((int) letter));
			} else {
				escaped.append(letter);
			}
		}
		return escaped.toString();
	}
}
