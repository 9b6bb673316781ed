package io.twinwright.diagram;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Range;
import java.util.Optional;

/**
 * A signal whose value an element shows while the plant is attached.
 *
 * @param path in the plant
 * @param name as people know it
 * @param unit the UCUM code, empty for none
 * @param isState whether its value is the PackML state of the equipment
 * @param low the least value, NaN where none is said
 * @param high the greatest value, NaN where none is said
 */
public record DiagramSignal(String path, String name, String unit, boolean isState, double low, double high) {
	private static final String PACKML = "PackML";
	private static final String BARE = "1";

	/** @return what is known of a signal at its position */
	static DiagramSignal of(Point point, String name) {
		boolean state = point.signal().getType() instanceof EnumerationType type && type.getEnumeration() != null
				&& PACKML.equals(type.getEnumeration().getName());
		Range range = point.range().orElse(null);
		return new DiagramSignal(point.path(), name, point.unit() == null || BARE.equals(point.unit()) ? "" : point.unit(), state,
				range == null ? Double.NaN : number(Quantities.of(range.getLow(), point.unit())),
				range == null ? Double.NaN : number(Quantities.of(range.getHigh(), point.unit())));
	}

	private static double number(Optional<Quantity> quantity) {
		return quantity.map(found -> found.number().doubleValue()).orElse(Double.NaN);
	}
}
