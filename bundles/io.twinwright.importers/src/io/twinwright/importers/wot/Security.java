package io.twinwright.importers.wot;

import com.google.gson.JsonObject;
import io.twinwright.importers.draft.EndpointDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How servers are secured: the security schemes of a thing, as entries of endpoints. Of several choices the strongest is taken. */
final class Security {
	private static final List<String> POLICIES = List.of("Aes256_Sha256_RsaPss", "Aes128_Sha256_RsaOaep", "Basic256Sha256", "None");
	private static final List<String> MODES = List.of("SignAndEncrypt", "Sign", "None");

	private final JsonObject thing;

	Security(JsonObject thing) {
		this.thing = thing;
	}

	/** Says to an endpoint how a form's server is secured, if nobody has said it before. */
	void fill(EndpointDraft endpoint, JsonObject form) {
		List<String> names = new ArrayList<>(Json.texts(form.has("security") ? form : thing, "security"));
		boolean opcUa = endpoint.isKnown() && endpoint.url.startsWith("opc.");
		for (int i = 0; i < names.size() && i < 20; i++) {
			String name = names.get(i);
			Json.members(thing, "securityDefinitions").stream().filter(scheme -> scheme.getKey().equals(name)).map(Map.Entry::getValue).forEach(scheme -> {
				names.addAll(Json.texts(scheme, "allOf"));
				if (opcUa) {
					scheme(scheme, endpoint);
				} else if (List.of("basic", "digest").contains(String.valueOf(Json.text(scheme, "scheme")))) {
					endpoint.needsUser = true;
				}
			});
		}
	}

	private static void scheme(JsonObject scheme, EndpointDraft endpoint) {
		if ("nosec".equals(Json.text(scheme, "scheme"))) {
			endpoint.entries.putIfAbsent("security", "None");
			return;
		}
		String policy = strongest(scheme, "securityPolicy", POLICIES);
		String mode = strongest(scheme, "securityMode", MODES);
		if (policy != null) {
			endpoint.entries.putIfAbsent("security", policy);
		}
		if (mode != null && !"None".equals(endpoint.entries.get("security"))) {
			endpoint.entries.putIfAbsent("mode", mode);
		}
		List<String> tokens = new ArrayList<>(Json.texts(scheme, "userIdentityTokens"));
		tokens.addAll(Json.texts(scheme, "uav:userIdentityToken"));
		endpoint.needsUser |= tokens.contains("UserName") && !tokens.contains("Anonymous");
	}

	private static String strongest(JsonObject scheme, String term, List<String> order) {
		List<String> said = new ArrayList<>(Json.texts(scheme, term));
		said.addAll(Json.texts(scheme, "uav:" + term));
		return order.stream().filter(known -> said.stream().anyMatch(one -> one.replaceFirst(".*#", "").equals(known))).findFirst().orElse(null);
	}
}
