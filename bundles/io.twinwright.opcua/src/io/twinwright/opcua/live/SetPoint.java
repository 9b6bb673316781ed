package io.twinwright.opcua.live;

import io.twinwright.core.address.Wire;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Writes a value of a signal to its node: in the unit, the scale and the type that the node has now. */
record SetPoint(OpcUaClient client, TwinModel twin, Point point, NodeId node) {
	/**
	 * @throws LinkFailure with a sentence if the server refuses, or the value does not fit the node's type
	 * @throws UaException if the server does not answer
	 */
	void write(Value value, LinkSettings settings) throws UaException, LinkFailure {
		DataValue now = new Batches(client).read(List.of(node), AttributeId.Value).getFirst();
		Object wanted = raw(value, now.value() == null ? null : now.value().value());
		StatusCode status = Connector.within(client.writeValuesAsync(List.of(node), List.of(DataValue.valueOnly(new Variant(wanted)))),
				settings).getFirst();
		if (!status.isGood()) {
			throw new LinkFailure("The server at '%s' refused to write '%s': %s. Check that it may be written by this user.".formatted(
					settings.url(), point.path(), Reader.name(status)), null);
		}
	}

	private Object raw(Value value, Object like) throws LinkFailure {
		return switch (value) {
			case Value.Number number -> number(Wire.of(twin, point).raw(BigDecimal.valueOf(number.number())), like);
			case Value.State state -> number(BigDecimal.valueOf(state.number()), like);
			case Value.Bool truth -> truth.is();
			case Value.Text text -> text.text();
			case Value.Timestamp time -> new DateTime(time.instant());
			case Value.Geo place -> new Double[] { place.latitude(), place.longitude() };
			case Value.Money money -> number(money.amount(), like);
		};
	}

	/** @param like a value of the type that the node has, null if it has none yet */
	private Object number(BigDecimal number, Object like) throws LinkFailure {
		try {
			return switch (like) {
				case Float single -> number.floatValue();
				case Byte small -> number.byteValueExact();
				case Short small -> number.shortValueExact();
				case Integer whole -> number.intValueExact();
				case Long whole -> number.longValueExact();
				case UByte whole -> Unsigned.ubyte(number.intValueExact());
				case UShort whole -> Unsigned.ushort(number.intValueExact());
				case UInteger whole -> Unsigned.uint(number.longValueExact());
				case ULong whole -> Unsigned.ulong(number.longValueExact());
				case null, default -> number.doubleValue();
			};
		} catch (ArithmeticException | NumberFormatException e) {
			throw new LinkFailure("%s is %s on the wire, which does not fit the type of the node of '%s'. Write a whole number of it."
					.formatted(point.path(), number.stripTrailingZeros().toPlainString(), point.path()), e);
		}
	}
}
