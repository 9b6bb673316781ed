package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.LiveValue.Quality;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** Reads what a server sends of one signal. */
record Reader(Point point, Wire wire) {
	LiveValue read(DataValue data) {
		StatusCode status = data.statusCode() == null ? StatusCode.GOOD : data.statusCode();
		DateTime time = data.sourceTime() != null ? data.sourceTime() : data.serverTime();
		Quality quality = status.isGood() ? Quality.GOOD : status.isUncertain() ? Quality.UNCERTAIN : Quality.BAD;
		Object raw = plain(data.value() == null ? null : data.value().value());
		return new LiveValue(point, wire.apply(raw), quality, name(status),
				time == null ? Instant.now() : time.getJavaInstant());
	}

	private static Object plain(Object value) {
		return switch (value) {
			case null -> null;
			case UInteger number -> number.longValue();
			case Number number -> number;
			case Boolean truth -> truth;
			case DateTime time -> time.getJavaInstant();
			case LocalizedText text -> text.text();
			default -> value.toString();
		};
	}

	/** @return the name of a status code (OPC 10000-6, A.2) */
	static String name(StatusCode status) {
		return status.getValue() == StatusCodes.Good ? "Good" : StatusCodes.lookup(status.getValue()).map(names -> names[0])
				.orElse("0x%08X".formatted(status.getValue()));
	}
}
