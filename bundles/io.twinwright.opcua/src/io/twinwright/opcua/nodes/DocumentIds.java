package io.twinwright.opcua.nodes;

import io.twinwright.nodeset.xml.NodeIdAlias;
import io.twinwright.nodeset.xml.UANodeSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Reads the NodeIds and names of a document in the namespace numbers of a server. */
final class DocumentIds {
	private static final Pattern NODE = Pattern.compile("(?:ns=(\\d{1,5});)?([isgb])=(.+)", Pattern.DOTALL);
	private static final Pattern NAME = Pattern.compile("(?:(\\d{1,5}):)?(.*)", Pattern.DOTALL);

	private final List<UShort> numbers = new ArrayList<>();
	private final Map<String, String> aliases = new HashMap<>();

	/** Adds the namespaces of the document to those of the server. */
	DocumentIds(UANodeSet document, NamespaceTable namespaces) {
		numbers.add(Unsigned.ushort(0));
		if (document.getNamespaceUris() != null) {
			document.getNamespaceUris().getUri().forEach(uri -> numbers.add(namespaces.add(uri)));
		}
		if (document.getAliases() != null) {
			for (NodeIdAlias alias : document.getAliases().getAlias()) {
				aliases.put(alias.getAlias(), alias.getValue());
			}
		}
	}

	/** @return the NodeId of a text or alias, empty if it is none */
	Optional<NodeId> node(String text) {
		if (text == null) {
			return Optional.empty();
		}
		Matcher form = NODE.matcher(aliases.getOrDefault(text.strip(), text.strip()));
		if (!form.matches()) {
			return Optional.empty();
		}
		return number(form.group(1)).flatMap(number -> node(number, form.group(2), form.group(3)));
	}

	private static Optional<NodeId> node(UShort namespace, String kind, String identifier) {
		try {
			return Optional.of(switch (kind) {
				case "i" -> new NodeId(namespace, Unsigned.uint(Long.parseLong(identifier)));
				case "s" -> new NodeId(namespace, identifier);
				case "g" -> new NodeId(namespace, UUID.fromString(identifier));
				default -> new NodeId(namespace, ByteString.of(Base64.getDecoder().decode(identifier)));
			});
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private Optional<UShort> number(String own) {
		int index = own == null ? 0 : Integer.parseInt(own);
		return index < numbers.size() ? Optional.of(numbers.get(index)) : Optional.empty();
	}

	/** @return the browse name, empty if its namespace is unknown */
	Optional<QualifiedName> name(String text) {
		Matcher form = NAME.matcher(text);
		return form.matches() ? name(form.group(1), form.group(2)) : Optional.empty();
	}

	/** @param namespace the number in the document, null for that of OPC UA */
	Optional<QualifiedName> name(String namespace, String name) {
		return number(namespace).map(number -> new QualifiedName(number, name));
	}
}
