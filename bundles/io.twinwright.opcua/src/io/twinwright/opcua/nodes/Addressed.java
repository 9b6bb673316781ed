package io.twinwright.opcua.nodes;

import io.twinwright.core.address.NodeAddress;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Turns addresses into the NodeIds of a server, and back. */
public final class Addressed {
	private Addressed() {
	}

	/** @return the NodeId in the numbers of a server, empty if the server has no such namespace */
	public static Optional<NodeId> id(NodeAddress address, NamespaceTable namespaces) {
		UShort namespace = namespaces.getIndex(address.namespaceUri());
		if (namespace == null && address.namespaceIndex() >= 0) {
			namespace = Unsigned.ushort(address.namespaceIndex());
		}
		if (namespace == null) {
			return Optional.empty();
		}
		String identifier = address.identifier();
		return Optional.of(switch (address.kind()) {
			case NUMERIC -> new NodeId(namespace, Unsigned.uint(Long.parseLong(identifier)));
			case STRING -> new NodeId(namespace, identifier);
			case GUID -> new NodeId(namespace, UUID.fromString(identifier));
			case OPAQUE -> new NodeId(namespace, ByteString.of(Base64.getDecoder().decode(identifier)));
		});
	}

	/** @return the address of a NodeId in the numbers of a server */
	public static NodeAddress of(NodeId node, NamespaceTable namespaces) {
		int index = node.getNamespaceIndex().intValue();
		String uri = namespaces.get(node.getNamespaceIndex());
		NodeAddress.Kind kind = switch (node.getType()) {
			case Numeric -> NodeAddress.Kind.NUMERIC;
			case String -> NodeAddress.Kind.STRING;
			case Guid -> NodeAddress.Kind.GUID;
			case Opaque -> NodeAddress.Kind.OPAQUE;
		};
		String identifier = node.getIdentifier() instanceof ByteString bytes
				? Base64.getEncoder().encodeToString(bytes.bytesOrEmpty()) : node.getIdentifier().toString();
		return uri == null ? new NodeAddress("", index, kind, identifier) : new NodeAddress(uri, -1, kind, identifier);
	}
}
