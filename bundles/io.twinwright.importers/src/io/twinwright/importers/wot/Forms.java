package io.twinwright.importers.wot;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.binding.Protocol;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the interactions of a thing are found: the forms of a Thing Description, with the URIs of OPC 10101, 6.2. */
final class Forms {
	private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.\\-]*)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
	private static final Pattern NODE = Pattern.compile("[?&]id=([^&#]*)");
	private static final Pattern NUMBERED = Pattern.compile("ns=(\\d{1,5});(.*)", Pattern.DOTALL);

	/** No address is longer. */
	private static final int LONGEST = 4000;

	private final Draft draft;
	private final JsonObject thing;
	private final Security security;
	private final String base;

	Forms(JsonObject thing, Draft draft) {
		this.thing = thing;
		this.draft = draft;
		this.security = new Security(thing);
		String said = Json.text(thing, "base");
		this.base = said == null ? "" : said;
	}

	/** @return where an affordance is found: as an OPC UA node if one of its forms says so, else by its first form; empty if none helps */
	Optional<BindingDraft> of(JsonObject affordance) {
		List<JsonObject> forms = Json.objects(affordance, "forms");
		return forms.stream().map(this::node).flatMap(Optional::stream).reduce((one, other) -> isPortable(one) || !isPortable(other) ? one : other)
				.or(() -> forms.stream().map(this::resource).flatMap(Optional::stream).findFirst());
	}

	private static boolean isPortable(BindingDraft binding) {
		return binding.address().startsWith("nsu=");
	}

	private Optional<BindingDraft> node(JsonObject form) {
		Matcher url = URL.matcher(absolute(form));
		if (!url.matches() || !url.group(1).toLowerCase(Locale.ROOT).startsWith("opc.")) {
			return Optional.empty();
		}
		Matcher inside = NODE.matcher(url.group(4) == null ? "" : url.group(4) + (url.group(5) == null ? "" : url.group(5)));
		String id = Json.text(form, "uav:id") != null ? Json.text(form, "uav:id") : inside.find() ? decoded(inside.group(1)) : nodeId(form);
		if (id == null) {
			return Optional.empty();
		}
		String path = url.group(3).replaceFirst("/+$", "");
		String server = url.group(1) + "://" + url.group(2).replaceFirst("^.*@", "") + path;
		return Optional.of(new BindingDraft(endpoint(server, form), named(id)));
	}

	/** @return the node as node-wot has it: a text, or an object whose root is one */
	private static String nodeId(JsonObject form) {
		if (form.get("opcua:nodeId") instanceof JsonPrimitive id && id.isString()) {
			return id.getAsString();
		}
		return form.get("opcua:nodeId") instanceof JsonObject way && !way.has("path") ? Json.text(way, "root") : null;
	}

	/** @return a URI without its percent escapes; as it is where they are broken */
	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			return text;
		}
	}

	/** @return a node by the URI of its namespace where the context says which it is (OPC 10101, 6.5.5) */
	private String named(String id) {
		Matcher numbered = NUMBERED.matcher(id.strip());
		if (!numbered.matches()) {
			return id.strip().replaceFirst("^nsu=\\s+", "nsu=");
		}
		for (JsonObject context : Json.objects(thing, "@context")) {
			String uri = Json.text(context, numbered.group(1));
			if (uri != null) {
				return NodeAddress.parse(numbered.group(2), "").map(local -> new NodeAddress(uri, -1, local.kind(), local.identifier()).toString()).orElse(id);
			}
		}
		return id.strip();
	}

	/** @return the address on a server of another protocol: what follows its host */
	private Optional<BindingDraft> resource(JsonObject form) {
		String href = absolute(form).replaceAll("\\{[?&].*?}", "");
		Matcher url = URL.matcher(href);
		boolean known = url.matches() && Protocol.of(url.group(1)).filter(protocol -> protocol != Protocol.OPC_UA && protocol != Protocol.FILE).isPresent();
		if (!known) {
			return Optional.empty();
		}
		String server = url.group(1) + "://" + url.group(2).replaceFirst("^.*@", "");
		String topic = Json.text(form, "mqv:topic") != null ? Json.text(form, "mqv:topic") : Json.text(form, "mqv:filter");
		String address = topic != null ? topic : href.substring(url.end(2)).replaceFirst(url.group(1).startsWith("mqtt") ? "^/" : "^$", "");
		return address.isBlank() ? Optional.empty() : Optional.of(new BindingDraft(endpoint(server, form), address));
	}

	/** @return the address of a form, which may begin where the base of the thing ends */
	private String absolute(JsonObject form) {
		String href = Json.text(form, "href");
		if (href == null || href.length() > LONGEST) {
			return base;
		}
		return href.matches("[A-Za-z][A-Za-z0-9+.\\-]*:.*") || base.isEmpty() ? href : base.replaceFirst("/+$", "") + "/" + href.replaceFirst("^/+", "");
	}

	private EndpointDraft endpoint(String url, JsonObject form) {
		EndpointDraft endpoint = draft.endpoint(url, EndpointDraft.nameOf(url));
		security.fill(endpoint, form);
		return endpoint;
	}

	/** @return whether a property may be written: by an operation of its forms, whose default it is to read and to write */
	static boolean isWritten(JsonObject property) {
		if (Json.isTrue(property, "readOnly")) {
			return false;
		}
		List<JsonObject> forms = Json.objects(property, "forms");
		return forms.isEmpty() || forms.stream().anyMatch(form -> !form.has("op") || Json.texts(form, "op").contains("writeproperty"));
	}
}
