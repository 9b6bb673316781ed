package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.model.MoneyLiteral;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Numbers as the signals have them. */
final class Numbers {
	private static final String NO_CURRENCY = "XXX";

	private Numbers() {
	}

	/** @return the number as a value of the signal: whole for integers and for counters without a unit, which round down */
	static Value of(Point point, double number) {
		return switch (Shape.of(point)) {
			case INTEGER -> new Value.Number(Math.rint(number));
			case COUNTER -> new Value.Number(point.unit() == null ? Math.floor(number) : number);
			case MONEY -> new Value.Money(new BigDecimal(String.format(Locale.ROOT, "%.2f", number)), currency(point));
			case REAL, BOOLEAN, STRING, TIMESTAMP, GEOPOINT, STATE -> new Value.Number(number);
		};
	}

	/** ISO 4217 has XXX where no currency is said. */
	private static String currency(Point point) {
		return Optional.ofNullable(point.value()).filter(MoneyLiteral.class::isInstance)
				.map(value -> ((MoneyLiteral) value).getMoney().getCurrency()).orElse(NO_CURRENCY);
	}
}
