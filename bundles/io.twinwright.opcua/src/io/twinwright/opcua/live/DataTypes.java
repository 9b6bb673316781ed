package io.twinwright.opcua.live;

import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** Which data types of a server fit which values of the model. */
final class DataTypes {
	/** Data types that carry the same kind of value. */
	enum Group {
		NUMBER("a number"),
		/** What a signal without fractions wants; nodes are numbers of any kind. */
		WHOLE("a whole number"), TRUTH("true or false"), TEXT("a text"), STATE("a state"), TIME("a point in time"),
		ANY("any value"), OTHER("of another data type");

		private final String word;

		Group(String word) {
			this.word = word;
		}

		String word() {
			return word;
		}

		/**
		 * @return whether a node of that group can carry a value of this one; states may come as numbers or names, and are
		 *         whole numbers on the wire (OPC 10000-3)
		 */
		boolean accepts(Group node) {
			return this == ANY || node == ANY || this == node || switch (this) {
				case STATE -> node == NUMBER || node == TEXT;
				case WHOLE -> node == NUMBER || node == STATE;
				case NUMBER, TRUTH, TEXT, TIME, ANY, OTHER -> false;
			};
		}
	}

	private static final Set<NodeId> NUMBERS = Set.of(NodeIds.SByte, NodeIds.Byte, NodeIds.Int16, NodeIds.UInt16, NodeIds.Int32,
			NodeIds.UInt32, NodeIds.Int64, NodeIds.UInt64, NodeIds.Float, NodeIds.Double, NodeIds.Number, NodeIds.Integer,
			NodeIds.UInteger, NodeIds.Duration);

	private static final Set<NodeId> WHOLE = Set.of(NodeIds.SByte, NodeIds.Byte, NodeIds.Int16, NodeIds.UInt16, NodeIds.Int32,
			NodeIds.UInt32, NodeIds.Int64, NodeIds.UInt64, NodeIds.Integer, NodeIds.UInteger);

	private DataTypes() {
	}

	/** @return whether numbers of a type are whole; where it leaves that open, whether a value is */
	static boolean isWhole(NodeId type, Object value, OpcUaClient client) throws UaException {
		if (type.equals(NodeIds.Number)) {
			return value != null && !(value instanceof Double || value instanceof Float);
		}
		return WHOLE.contains(type) || !NUMBERS.contains(type) && (client.getDataTypeTree().isSubtypeOf(type, NodeIds.Integer)
				|| client.getDataTypeTree().isSubtypeOf(type, NodeIds.UInteger));
	}

	static Group group(NodeId type, OpcUaClient client) throws UaException {
		if (NUMBERS.contains(type)) {
			return Group.NUMBER;
		}
		if (type.equals(NodeIds.Boolean)) {
			return Group.TRUTH;
		}
		if (type.equals(NodeIds.String) || type.equals(NodeIds.LocalizedText)) {
			return Group.TEXT;
		}
		if (type.equals(NodeIds.DateTime) || type.equals(NodeIds.UtcTime)) {
			return Group.TIME;
		}
		if (type.equals(NodeIds.BaseDataType)) {
			return Group.ANY;
		}
		if (client.getDataTypeTree().isSubtypeOf(type, NodeIds.Enumeration)) {
			return Group.STATE;
		}
		if (client.getDataTypeTree().isSubtypeOf(type, NodeIds.Number)) {
			return Group.NUMBER;
		}
		return client.getDataTypeTree().isSubtypeOf(type, NodeIds.String) ? Group.TEXT : Group.OTHER;
	}
}
