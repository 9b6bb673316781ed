package io.twinwright.opcua.live;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * From a number on the wire to the number in the signal's unit: first scaled, then offset, then converted.
 *
 * @param scale factor of raw numbers
 * @param offset what is added to the scaled number, in the unit on the wire
 * @param conversion from the unit on the wire to the signal's
 */
record Wire(double scale, double offset, Conversion conversion) {
	private static final Wire PLAIN = new Wire(1, 0, Conversion.IDENTITY);

	/** @return the way of a signal's numbers, unchanged where nothing is said */
	static Wire of(Point point, TwinModel twin) {
		Optional<Attachment> attachment = twin.attachment(point);
		if (attachment.isEmpty()) {
			return PLAIN;
		}
		Binding binding = attachment.get().binding();
		Optional<Unit> wire = unit(attachment.get().unit());
		Optional<Unit> declared = unit(point.unit());
		boolean converts = wire.isPresent() && declared.isPresent() && Units.compatible(wire.get(), declared.get());
		return new Wire(number(binding, MeasureKind.SCALE, 1), number(binding, MeasureKind.OFFSET, 0),
				converts ? Units.conversion(wire.get(), declared.get()) : Conversion.IDENTITY);
	}

	private static Optional<Unit> unit(String code) {
		return code == null ? Optional.empty() : Units.parse(code).unit();
	}

	private static double number(Binding binding, MeasureKind kind, double otherwise) {
		return binding.getClauses().stream().filter(clause -> clause instanceof Measure measure && measure.getKind() == kind)
				.map(clause -> ((Measure) clause).getValue()).map(Wire::number).findFirst().orElse(otherwise);
	}

	private static double number(Quantity quantity) {
		return Quantities.of(quantity, "1").map(value -> value.number()).map(BigDecimal::doubleValue).orElse(0.0);
	}

	/** @return the value in the signal's unit; what is no number stays as it is */
	Object apply(Object raw) {
		return raw instanceof Number number && !equals(PLAIN)
				? (Object) conversion.apply(number.doubleValue() * scale + offset) : raw;
	}
}
