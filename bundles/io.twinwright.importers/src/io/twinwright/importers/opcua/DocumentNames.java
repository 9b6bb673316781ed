package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.nodeset.xml.NodeIdAlias;
import io.twinwright.nodeset.xml.UANodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the NodeIds and browse names of one document, whose namespaces have numbers of its own. */
final class DocumentNames {
	private static final Pattern NODE = Pattern.compile("(?:ns=(\\d{1,5});)?([isgb]=.+)", Pattern.DOTALL);
	private static final Pattern NAME = Pattern.compile("(?:(\\d{1,5}):)?(.*)", Pattern.DOTALL);

	private final List<String> namespaces = new ArrayList<>();
	private final Map<String, String> aliases = new HashMap<>();
	/** Documents name the same nodes again and again. */
	private final Map<String, Optional<NodeAddress>> known = new HashMap<>();

	/** A browse name with the URI of its namespace. */
	record Name(String space, String text) {
	}

	DocumentNames(UANodeSet document) {
		namespaces.add(NodeAddress.UA);
		if (document.getNamespaceUris() != null) {
			namespaces.addAll(document.getNamespaceUris().getUri());
		}
		if (document.getAliases() != null) {
			for (NodeIdAlias alias : document.getAliases().getAlias()) {
				aliases.put(alias.getAlias(), alias.getValue());
			}
		}
	}

	/** @return the node of a text or alias, empty if it is none */
	Optional<NodeAddress> node(String text) {
		return text == null ? Optional.empty() : known.computeIfAbsent(text, this::read);
	}

	private Optional<NodeAddress> read(String text) {
		Matcher form = NODE.matcher(aliases.getOrDefault(text.strip(), text.strip()).strip());
		if (!form.matches()) {
			return Optional.empty();
		}
		return space(form.group(1)).flatMap(uri -> NodeAddress.parse(form.group(2), "")
				.map(local -> new NodeAddress(uri, -1, local.kind(), local.identifier())));
	}

	/** @return a browse name; one in a namespace that the document does not have is in none */
	Name name(String text) {
		Matcher form = NAME.matcher(text == null ? "" : text);
		return form.matches() ? new Name(space(form.group(1)).orElse(""), form.group(2)) : new Name("", text);
	}

	private Optional<String> space(String number) {
		int index = number == null ? 0 : Integer.parseInt(number);
		return index < namespaces.size() ? Optional.of(namespaces.get(index)) : Optional.empty();
	}
}
