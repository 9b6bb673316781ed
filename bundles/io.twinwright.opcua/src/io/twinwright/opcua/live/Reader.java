package io.twinwright.opcua.live;

import io.twinwright.core.address.Wire;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.opcua.live.LiveValue.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;

/**
 * Reads what a server sends of one signal.
 *
 * @param conversion from numbers on the wire to those in the signal's unit, null where they are the same
 */
record Reader(Point point, Conversion conversion) {
	/** What stands for a currency where the server sends an amount only (ISO 4217). */
	private static final String NO_CURRENCY = "XXX";

	static Reader of(Point point, TwinModel twin) {
		Wire wire = Wire.of(twin, point);
		return new Reader(point, wire.isPlain() ? null : wire.toValue());
	}

	LiveValue read(DataValue data) {
		StatusCode status = data.statusCode() == null ? StatusCode.GOOD : data.statusCode();
		Optional<Instant> taken = given(data.sourceTime());
		Quality quality = status.isGood() ? Quality.GOOD : status.isUncertain() ? Quality.UNCERTAIN : Quality.BAD;
		return new LiveValue(point, value(data.value() == null ? null : data.value().value()), quality, name(status),
				taken.or(() -> given(data.serverTime())).orElseGet(Instant::now), taken.isEmpty());
	}

	/** A time that is not sent is the first of all on the wire (OPC 10000-6, 5.2.2.5). */
	private static Optional<Instant> given(DateTime time) {
		return Optional.ofNullable(time).filter(some -> some.getUtcTime() > 0).map(DateTime::getJavaInstant);
	}

	private Object value(Object raw) {
		return switch (raw) {
			case null -> null;
			case UInteger number -> number(number.longValue());
			case ULong number -> number(number.toBigInteger());
			case Number number -> number(number);
			case Boolean truth -> truth;
			case DateTime time -> time.getJavaInstant();
			case LocalizedText text -> text.text();
			case Double[] place when place.length == 2 -> new Value.Geo(place[0], place[1]);
			default -> raw.toString();
		};
	}

	private Object number(Number raw) {
		if (point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.MONEY) {
			return new Value.Money(BigDecimal.valueOf(raw.doubleValue()), NO_CURRENCY);
		}
		return conversion == null ? (Object) raw : (Object) conversion.apply(raw.doubleValue());
	}

	/** @return the name of a status code (OPC 10000-6, A.2) */
	static String name(StatusCode status) {
		return status.getValue() == StatusCodes.Good ? "Good" : StatusCodes.lookup(status.getValue()).map(names -> names[0])
				.orElse("0x%08X".formatted(status.getValue()));
	}
}
