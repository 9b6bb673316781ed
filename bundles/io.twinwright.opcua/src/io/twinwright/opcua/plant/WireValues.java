package io.twinwright.opcua.plant;

import io.twinwright.core.address.Wire;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.behaviour.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Turns the values of one signal into those of its node and back: in the unit, scale and data type of the wire. */
final class WireValues {
	private static final StatusCode UNCERTAIN = new StatusCode(StatusCodes.Uncertain_SubNormal);
	private static final StatusCode FAILED = new StatusCode(StatusCodes.Bad_SensorFailure);
	private static final StatusCode SILENT = new StatusCode(StatusCodes.Bad_NoCommunication);
	private static final StatusCode EMPTY = new StatusCode(StatusCodes.Bad_NoData);

	private final Point point;
	private final NodeId dataType;
	private final Conversion toRaw;
	private final Conversion toValue;

	/** @param dataType of the node */
	WireValues(TwinModel twin, Point point, NodeId dataType) {
		Wire wire = Wire.of(twin, point);
		this.point = point;
		this.dataType = dataType;
		this.toRaw = wire.isPlain() ? Conversion.IDENTITY : wire.toRaw();
		this.toValue = wire.isPlain() ? Conversion.IDENTITY : wire.toValue();
	}

	/** @return the value as the node has it, with the time of the sample as its source time */
	DataValue of(Observation observation, Instant now) {
		Sample sample = observation.sample();
		StatusCode status = switch (sample.quality()) {
			case GOOD -> StatusCode.GOOD;
			case UNCERTAIN -> UNCERTAIN;
			case BAD -> point.kind() == SignalKind.INSIGHT ? EMPTY : observation.connected() ? FAILED : SILENT;
		};
		return DataValue.newValue().setValue(sample.value() == null ? Variant.NULL_VALUE : new Variant(raw(sample.value())))
				.setStatus(status).setSourceTime(new DateTime(sample.instant())).setServerTime(new DateTime(now)).build();
	}

	private Object raw(Value value) {
		return switch (value) {
			case Value.Number number -> number(toRaw.apply(number.number()));
			case Value.Text text -> text.text();
			case Value.Bool bool -> bool.is();
			case Value.State state -> state.number();
			case Value.Timestamp time -> new DateTime(time.instant());
			case Value.Geo geo -> new Double[] {geo.latitude(), geo.longitude()};
			case Value.Money money -> money.amount().doubleValue();
		};
	}

	private Object number(double raw) {
		if (dataType.equals(NodeIds.UInt32)) {
			return Unsigned.uint(Math.floorMod(Math.round(raw), 1L << Integer.SIZE));
		}
		if (dataType.equals(NodeIds.Int32)) {
			return (int) Math.round(raw);
		}
		return dataType.equals(NodeIds.Int64) ? (Object) Math.round(raw) : (Object) raw;
	}

	/** @return the value that a client means, empty if it is no value of the signal */
	Optional<Value> value(Object raw) {
		if (raw instanceof Number number && !(raw instanceof ULong)) {
			double value = toValue.apply(number.doubleValue());
			return Value.of(point.signal().getType(), value).or(() -> money(value));
		}
		if (raw instanceof DateTime time) {
			return Value.of(point.signal().getType(), time.getJavaInstant());
		}
		if (raw instanceof Double[] place && place.length == 2) {
			return Value.of(point.signal().getType(), new Value.Geo(place[0], place[1]));
		}
		return Value.of(point.signal().getType(), raw);
	}

	private Optional<Value> money(double amount) {
		return Value.of(point.signal().getType(), new Value.Money(BigDecimal.valueOf(amount), "XXX"));
	}
}
