package io.twinwright.opcua.nodes;

import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAMethod;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAObjectType;
import io.twinwright.nodeset.xml.UAReferenceType;
import io.twinwright.nodeset.xml.UAVariable;
import io.twinwright.nodeset.xml.UAVariableType;
import io.twinwright.nodeset.xml.UAView;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaReferenceTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaViewNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Makes the nodes of a server from those of a document, without references and values. */
final class NodeMaker {
	private static final int BYTE = 0xFF;
	/** A variable without a value in its document waits for whoever feeds it. */
	private static final DataValue WAITING = new DataValue(StatusCodes.Bad_WaitingForInitialData);

	private final UaNodeContext context;
	private final DocumentIds ids;
	private final Definitions definitions;

	/** What all node classes have. */
	private record Common(NodeId id, QualifiedName name, LocalizedText display, LocalizedText description, UInteger mask,
			UInteger userMask) {
	}

	NodeMaker(UaNodeContext context, DocumentIds ids, Definitions definitions) {
		this.context = context;
		this.ids = ids;
		this.definitions = definitions;
	}

	UaNode make(UANode node, NodeId id) throws UnreadableException {
		QualifiedName name = ids.name(node.getBrowseName()).orElseThrow(
				() -> new UnreadableException("the namespace of its browse name '%s' is unknown".formatted(node.getBrowseName())));
		LocalizedText display = node.getDisplayName().isEmpty() ? new LocalizedText(null, name.name())
				: Attributes.text(node.getDisplayName());
		Common common = new Common(id, name, display, Attributes.text(node.getDescription()),
				Unsigned.uint(node.getWriteMask()), Unsigned.uint(node.getUserWriteMask()));
		return switch (node) {
			case UAObject object -> new UaObjectNode(context, id, name, display, common.description(), common.mask(),
					common.userMask(), Unsigned.ubyte(object.getEventNotifier()));
			case UAVariable variable -> variable(variable, common);
			case UAMethod method -> new UaMethodNode(context, id, name, display, common.description(), common.mask(),
					common.userMask(), method.isExecutable(), method.isUserExecutable());
			case UAObjectType type -> new UaObjectTypeNode(context, id, name, display, common.description(), common.mask(),
					common.userMask(), type.isIsAbstract());
			case UAVariableType type -> variableType(type, common);
			case UADataType type -> new UaDataTypeNode(context, id, name, display, common.description(), common.mask(),
					common.userMask(), null, null, null, type.isIsAbstract(), definitions.of(id));
			case UAReferenceType type -> new UaReferenceTypeNode(context, id, name, display, common.description(),
					common.mask(), common.userMask(), type.isIsAbstract(), type.isSymmetric(),
					type.getInverseName().isEmpty() ? null : Attributes.text(type.getInverseName()));
			case UAView view -> new UaViewNode(context, id, name, display, common.description(), common.mask(),
					common.userMask(), view.isContainsNoLoops(), Unsigned.ubyte(view.getEventNotifier()));
			default -> throw new UnreadableException("its node class is unknown");
		};
	}

	private NodeId dataType(String text) throws UnreadableException {
		return text == null ? NodeIds.BaseDataType
				: ids.node(text).orElseThrow(() -> new UnreadableException("its data type '%s' is no NodeId".formatted(text)));
	}

	/** Documents leave UserAccessLevel out, and the schema's default for it allows less than AccessLevel; so that counts. */
	private UaNode variable(UAVariable variable, Common common) throws UnreadableException {
		return new UaVariableNode(context, common.id(), common.name(), common.display(), common.description(), common.mask(),
				common.userMask(), WAITING, dataType(variable.getDataType()), variable.getValueRank(),
				Attributes.dimensions(variable.getArrayDimensions()), Unsigned.ubyte((int) variable.getAccessLevel() & BYTE),
				Unsigned.ubyte((int) Math.max(variable.getUserAccessLevel(), variable.getAccessLevel()) & BYTE),
				variable.getMinimumSamplingInterval(), variable.isHistorizing());
	}

	private UaNode variableType(UAVariableType type, Common common) throws UnreadableException {
		return new UaVariableTypeNode(context, common.id(), common.name(), common.display(), common.description(),
				common.mask(), common.userMask(), new DataValue(StatusCodes.Bad_NoValue), dataType(type.getDataType()),
				type.getValueRank(), Attributes.dimensions(type.getArrayDimensions()), type.isIsAbstract());
	}
}
