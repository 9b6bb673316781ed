package io.twinwright.dsl.validation;

import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.binding.UrlRepair;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.util.Strings;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 6: what an endpoint says about its server, broker or file. */
public class EndpointRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final String NO_SECURITY = "None";
	private static final String SECURITY = "Basic256Sha256";
	private static final String MODE = "SignAndEncrypt";
	private static final String USUAL_URL = "opc.tcp://localhost:4840";
	private static final String USUAL_FILE = "file:data/values.csv";

	@Check
	public void endpointHasUrl(Endpoint endpoint) {
		Optional<Entry> entry = entry(endpoint, EndpointEntry.URL);
		if (entry.isEmpty()) {
			report(Rule.BAD_ENDPOINT_URL, "Endpoint '%s' has no URL. Add one, as in 'url \"%s\"'.".formatted(
					name(endpoint), USUAL_URL), endpoint, TWIN.getNamedElement_Name(), Edits.fix("Add a URL",
					Edits.insideBraces(endpoint, "url \"" + USUAL_URL + "\"")));
		} else if (!entry.get().isSecret()) {
			usable(endpoint, entry.get());
		}
	}

	private void usable(Endpoint endpoint, Entry entry) {
		if (entry.getText() == null) {
			report(Rule.BAD_ENDPOINT_URL, "The URL of endpoint '%s' is no text. Write it in quotes, as in 'url \"%s\"'."
					.formatted(name(endpoint), USUAL_URL), entry, valueOf(entry), Edits.fix("Use '%s'".formatted(USUAL_URL),
					Edits.replace(entry, valueOf(entry), 0, quoted(USUAL_URL))));
			return;
		}
		EndpointUrl url = EndpointUrl.of(entry.getText());
		Optional<String> problem = url.protocol().isPresent() ? url.problem().map(what -> "URL '%s' of endpoint '%s' %s."
				.formatted(url.withoutSecrets(), name(endpoint), what)) : Optional.of(unknownScheme(endpoint, url));
		if (problem.isPresent()) {
			String repaired = repaired(url);
			String usual = url.protocol().filter(Protocol.FILE::equals).isPresent() ? USUAL_FILE : USUAL_URL;
			String hint = repaired == null ? " Write it as in '%s'.".formatted(usual) : " Did you mean '%s'?".formatted(
					EndpointUrl.of(repaired).withoutSecrets());
			report(Rule.BAD_ENDPOINT_URL, problem.get() + hint, entry, TWIN.getEntry_Text(), repaired == null ? List.of()
					: Edits.fix("Change to '%s'".formatted(EndpointUrl.of(repaired).withoutSecrets()),
							Edits.replace(entry, TWIN.getEntry_Text(), 0, quoted(repaired))));
		}
	}

	private static String unknownScheme(Endpoint endpoint, EndpointUrl url) {
		String schemes = String.join(", ", Protocol.schemes());
		return url.scheme().isEmpty() || url.hosts().isEmpty()
				? "URL '%s' of endpoint '%s' does not begin with one of the schemes %s.".formatted(url.withoutSecrets(),
						name(endpoint), schemes)
				: "Scheme '%s' of endpoint '%s' is not known. Known are %s.".formatted(url.scheme(), name(endpoint), schemes);
	}

	/** @return a URL that can be used, null if nothing suggests one */
	private static String repaired(EndpointUrl url) {
		List<String> near = Nearest.to(url.scheme(), Protocol.schemes());
		boolean misspelled = url.protocol().isEmpty() && !url.hosts().isEmpty() && !near.isEmpty();
		String text = misspelled ? url.with(Protocol.of(near.getFirst()).orElseThrow()) : url.text();
		return misspelled && EndpointUrl.of(text).problem().isEmpty() ? text : UrlRepair.of(text).orElse(null);
	}

	@Check
	public void endpointIsSecured(Endpoint endpoint) {
		Optional<Entry> entry = entry(endpoint, EndpointEntry.URL).filter(url -> url.getText() != null && !url.isSecret());
		EndpointUrl url = entry.map(Entry::getText).map(EndpointUrl::of).orElse(null);
		if (url == null || url.protocol().isEmpty() || url.problem().isPresent() || url.isLocal()) {
			return;
		}
		Protocol protocol = url.protocol().get();
		if (protocol == Protocol.OPC_UA) {
			opcUaIsSecured(endpoint, entry.get());
		} else if (protocol.secured().isPresent()) {
			Protocol secured = protocol.secured().get();
			report(Rule.INSECURE_ENDPOINT, ("Endpoint '%s' is outside this machine and its scheme '%s' does not encrypt. "
					+ "Use '%s'.").formatted(name(endpoint), protocol.scheme(), secured.scheme()), entry.get(),
					TWIN.getEntry_Text(), Edits.fix("Use '%s'".formatted(secured.scheme()), Edits.replace(entry.get(),
							TWIN.getEntry_Text(), 0, quoted(url.with(secured)))));
		}
	}

	private void opcUaIsSecured(Endpoint endpoint, Entry url) {
		Entry security = entry(endpoint, EndpointEntry.SECURITY).orElse(null);
		Entry mode = entry(endpoint, EndpointEntry.MODE).orElse(null);
		boolean open = security == null || NO_SECURITY.equalsIgnoreCase(word(security));
		boolean plain = mode != null && NO_SECURITY.equalsIgnoreCase(word(mode));
		if (!open && !plain) {
			return;
		}
		List<Edit> edits = new ArrayList<>();
		if (security == null) {
			edits.add(Edits.after(url, " security " + SECURITY + (mode == null ? " mode " + MODE : "")));
		} else {
			if (open) {
				edits.add(Edits.replace(security, valueOf(security), 0, SECURITY));
			}
			if (mode == null) {
				edits.add(Edits.after(security, " mode " + MODE));
			}
		}
		if (plain) {
			edits.add(Edits.replace(mode, valueOf(mode), 0, MODE));
		}
		Entry at = security != null && open ? security : plain ? mode : url;
		report(Rule.INSECURE_ENDPOINT, ("Endpoint '%s' is outside this machine and its messages are not secured. "
				+ "Use 'security %s mode %s'.").formatted(name(endpoint), SECURITY, MODE), at, valueOf(at), fix(
				"Use '%s' and '%s'".formatted(SECURITY, MODE), edits));
	}

	@Check
	public void secretsStayOutside(Endpoint endpoint) {
		for (Entry entry : endpoint.getEntries()) {
			if (entry.isSecret() || entry.getKey() == null) {
				continue;
			}
			boolean key = entry.getText() != null && entry.getText().contains("PRIVATE KEY-----");
			if (key || EndpointEntry.holdsSecret(entry.getKey()) && valueOf(entry) != null) {
				report(Rule.SECRET_IN_TEXT, ("Entry '%s' of endpoint '%s' holds its secret in the text. Name the secret "
						+ "instead, as in '%s secret \"%s\"'.").formatted(entry.getKey(), name(endpoint), entry.getKey(),
						name(endpoint)), entry, valueOf(entry), Edits.fix("Name a secret", Edits.replace(entry, valueOf(entry), 0,
						"secret " + quoted(name(endpoint)))));
			} else if (EndpointEntry.URL.key().equals(entry.getKey()) && entry.getText() != null
					&& EndpointUrl.of(entry.getText()).holdsSecret()) {
				urlHoldsSecret(endpoint, entry);
			}
		}
	}

	private void urlHoldsSecret(Endpoint endpoint, Entry entry) {
		EndpointUrl url = EndpointUrl.of(entry.getText());
		boolean login = url.userInfo() != null && url.userInfo().indexOf(':') >= 0;
		EndpointEntry named = login ? EndpointEntry.USER : EndpointEntry.TOKEN;
		List<Edit> edits = new ArrayList<>();
		edits.add(Edits.replace(entry, TWIN.getEntry_Text(), 0, quoted(url.withoutSecrets())));
		if (entry(endpoint, named).isEmpty() && (!login || entry(endpoint, EndpointEntry.PASSWORD).isEmpty())) {
			edits.add(Edits.after(entry, " " + named.key() + " secret " + quoted(name(endpoint))));
		}
		report(Rule.SECRET_IN_TEXT, ("The URL of endpoint '%s' holds a secret. Leave it out of the URL and name it, as in "
				+ "'%s secret \"%s\"'.").formatted(name(endpoint), named.key(), name(endpoint)), entry,
				TWIN.getEntry_Text(), fix("Take the secret out of the URL", edits));
	}

	@Check(CheckType.NORMAL)
	public void endpointIsUsed(Endpoint endpoint) {
		if (!facts(endpoint).bindings().endpoints().contains(endpoint)) {
			report(Rule.UNUSED_ENDPOINT, "Nothing is bound to endpoint '%s'. Bind something to it, or remove it.".formatted(
					name(endpoint)), endpoint, TWIN.getNamedElement_Name(), Edits.fix("Remove '%s'".formatted(
					name(endpoint)), Edits.remove(endpoint)));
		}
	}

	@Check
	public void entriesAreRead(Endpoint endpoint) {
		Protocol protocol = entry(endpoint, EndpointEntry.URL).map(Entry::getText).map(EndpointUrl::of)
				.flatMap(EndpointUrl::protocol).orElse(null);
		Set<String> seen = new HashSet<>();
		for (Entry entry : endpoint.getEntries()) {
			EndpointEntry known = entry.getKey() == null ? null : EndpointEntry.of(entry.getKey()).orElse(null);
			if (known == null) {
				unknown(endpoint, entry, protocol);
			} else if (!seen.add(known.key())) {
				unread(entry, "Entry '%s' of endpoint '%s' is given twice, and only the first is read. Remove the second."
						.formatted(known.key(), name(endpoint)));
			} else if (protocol != null && !known.isReadBy(protocol)) {
				unread(entry, "Entry '%s' says nothing to endpoint '%s', whose scheme is '%s'. Remove it.".formatted(known.key(),
						name(endpoint), protocol.scheme()));
			} else if (known.form() == EndpointEntry.Form.WORD && word(entry) != null && !known.words().contains(word(entry))) {
				wrongWord(endpoint, entry, known);
			}
		}
	}

	private void unknown(Endpoint endpoint, Entry entry, Protocol protocol) {
		if (entry.getKey() == null) {
			return;
		}
		List<String> keys = protocol == null ? EndpointEntry.keys(Protocol.OPC_UA) : EndpointEntry.keys(protocol);
		List<String> near = Nearest.to(entry.getKey(), keys);
		if (near.isEmpty()) {
			unread(entry, "Entry '%s' of endpoint '%s' is not known. Known are %s.".formatted(entry.getKey(),
					name(endpoint), String.join(", ", keys)));
			return;
		}
		report(Rule.UNKNOWN_ENTRY, "Entry '%s' of endpoint '%s' is not known. Did you mean '%s'?".formatted(entry.getKey(),
				name(endpoint), near.getFirst()), entry, TWIN.getEntry_Key(), near.stream().flatMap(key -> Edits.fix(
				"Change to '%s'".formatted(key), Edits.replace(entry, TWIN.getEntry_Key(), 0, key)).stream()).toList());
	}

	private void unread(Entry entry, String message) {
		report(Rule.UNKNOWN_ENTRY, message, entry, TWIN.getEntry_Key(), Edits.fix("Remove '%s'".formatted(entry.getKey()),
				Edits.remove(entry)));
	}

	private void wrongWord(Endpoint endpoint, Entry entry, EndpointEntry known) {
		List<String> near = Nearest.to(word(entry), known.words());
		String hint = near.isEmpty() ? "It is one of %s.".formatted(String.join(", ", known.words()))
				: "Did you mean '%s'?".formatted(near.getFirst());
		String likely = near.isEmpty() ? known.words().getLast() : near.getFirst();
		report(Rule.UNKNOWN_ENTRY, "'%s' is no value of entry '%s' of endpoint '%s'. %s".formatted(word(entry), known.key(),
				name(endpoint), hint), entry, valueOf(entry), Edits.fix("Change to '%s'".formatted(likely),
				Edits.replace(entry, valueOf(entry), 0, likely)));
	}

	private static Optional<Entry> entry(Endpoint endpoint, EndpointEntry kind) {
		return endpoint.getEntries().stream().filter(entry -> kind.key().equals(entry.getKey())).findFirst();
	}

	/** @return the value where it is a word or a text, else null */
	private static String word(Entry entry) {
		return entry.getSymbol() != null ? entry.getSymbol() : entry.getText();
	}

	/** @return the feature that has the value, null in a broken text */
	private static EStructuralFeature valueOf(Entry entry) {
		return entry.getText() != null ? TWIN.getEntry_Text() : entry.getSymbol() != null ? TWIN.getEntry_Symbol()
				: entry.getQuantity() != null ? TWIN.getEntry_Quantity() : null;
	}

	/** @return the name; empty in a broken text */
	private static String name(Endpoint endpoint) {
		return endpoint.getName() == null ? "" : endpoint.getName();
	}

	private static String quoted(String text) {
		return '"' + Strings.convertToJavaString(text, false) + '"';
	}

	private static List<Fix> fix(String title, List<Edit> edits) {
		return edits.contains(null) ? List.of() : List.of(new Fix(title, edits));
	}
}
