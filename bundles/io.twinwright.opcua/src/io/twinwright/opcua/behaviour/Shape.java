package io.twinwright.opcua.behaviour;

import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;

/** What kind of values a signal has. */
public enum Shape {
	REAL, INTEGER, COUNTER, BOOLEAN, STRING, TIMESTAMP, GEOPOINT, MONEY, STATE;

	/** @return the kind of a signal's values; text where the model says nothing */
	public static Shape of(Point point) {
		return switch (point.signal().getType()) {
			case QuantityType quantity -> REAL;
			case EnumerationType states -> STATE;
			case PrimitiveType type -> switch (type.getPrimitive()) {
				case REAL -> REAL;
				case INTEGER -> INTEGER;
				case BOOLEAN -> BOOLEAN;
				case STRING -> STRING;
				case COUNTER -> COUNTER;
				case TIMESTAMP -> TIMESTAMP;
				case GEOPOINT -> GEOPOINT;
				case MONEY -> MONEY;
			};
			case null, default -> STRING;
		};
	}
}
