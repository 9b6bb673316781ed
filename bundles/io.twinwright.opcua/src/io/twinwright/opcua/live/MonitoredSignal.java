package io.twinwright.opcua.live;

import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DeadbandType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;

/** What a server is asked for of one signal (OPC 10000-4, 7.21 and 7.22). */
final class MonitoredSignal {
	/** How many values a server keeps between two messages. */
	private static final int QUEUE = 10;
	private static final String BARE = "1";
	/** What a server says that knows no deadband, or none for the node. */
	private static final Set<Long> UNFILTERED = Set.of(StatusCodes.Bad_DeadbandFilterInvalid, StatusCodes.Bad_FilterNotAllowed,
			StatusCodes.Bad_MonitoredItemFilterInvalid, StatusCodes.Bad_MonitoredItemFilterUnsupported);

	private MonitoredSignal() {
	}

	static OpcUaMonitoredItem item(Point point, NodeId node, TwinModel twin) {
		OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
		item.setSamplingInterval(Intervals.sampling(point, twin));
		item.setQueueSize(Unsigned.uint(QUEUE));
		deadband(point, twin).ifPresent(deadband -> item.setFilter(new DataChangeFilter(DataChangeTrigger.StatusValue,
				Unsigned.uint(DeadbandType.Absolute.getValue()), deadband)));
		return item;
	}

	/** @return by how much a number on the wire moves at least before it is reported */
	private static Optional<Double> deadband(Point point, TwinModel twin) {
		return point.measure(MeasureKind.DEADBAND).filter(width -> isNumber(point.signal().getType()))
				.flatMap(width -> Units.parse(point.unit() == null ? BARE : point.unit()).unit()
						.flatMap(unit -> Quantities.difference(width, unit)))
				.map(width -> Wire.of(twin, point).rawDifference(width).abs()).filter(width -> width.signum() > 0)
				.map(BigDecimal::doubleValue);
	}

	/** A deadband that stands in the header of a type is meant for its numbers. */
	private static boolean isNumber(ValueType type) {
		return type instanceof QuantityType || type instanceof PrimitiveType primitive && switch (primitive.getPrimitive()) {
			case REAL, INTEGER, COUNTER -> true;
			case BOOLEAN, STRING, TIMESTAMP, GEOPOINT, MONEY -> false;
		};
	}

	/** @return whether the server would take the item without its deadband; it has none any more then */
	static boolean dropsDeadband(OpcUaMonitoredItem item, StatusCode status) {
		if (item.getFilter() == null || !UNFILTERED.contains(status.getValue())) {
			return false;
		}
		item.setFilter(null);
		return true;
	}
}
