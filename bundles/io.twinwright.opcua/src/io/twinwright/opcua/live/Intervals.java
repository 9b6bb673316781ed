package io.twinwright.opcua.live;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/** How often a signal is sampled. */
final class Intervals {
	private Intervals() {
	}

	/** @return the sampling interval of the signal's binding or of the signal, empty if neither says one */
	static Optional<Double> milliseconds(Point point, TwinModel twin) {
		Optional<Quantity> bound = twin.attachment(point).map(Attachment::binding).flatMap(binding -> binding.getClauses().stream()
				.filter(clause -> clause instanceof Measure measure && measure.getKind() == MeasureKind.EVERY)
				.map(clause -> ((Measure) clause).getValue()).findFirst());
		return Quantities.in(bound.or(() -> point.measure(MeasureKind.EVERY)).flatMap(every -> Quantities.of(every, "s")),
				Units.of("ms")).map(BigDecimal::doubleValue);
	}
}
