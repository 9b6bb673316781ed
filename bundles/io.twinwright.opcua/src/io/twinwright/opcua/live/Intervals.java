package io.twinwright.opcua.live;

import io.twinwright.core.binding.Sampling;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Quantity;
import java.util.Optional;

/** How often a signal is sampled on the server, and how often the server tells what it sampled. */
final class Intervals {
	private static final double USUAL = 1000;
	private static final double FASTEST = 50;

	private Intervals() {
	}

	/**
	 * @return the sampling interval in milliseconds: {@code every} of the signal's binding or of the signal, one second if
	 *         neither says it, no less than the endpoint's {@code sampling}
	 */
	static double sampling(Point point, TwinModel twin) {
		Optional<Binding> binding = twin.attachment(point).map(Attachment::binding);
		Optional<Quantity> every = Sampling.every(twin, point);
		double fastest = binding.map(Binding::getEndpoint).flatMap(Sampling::fastest).map(Intervals::milliseconds).orElse(0.0);
		return Math.max(every.flatMap(Sampling::time).map(Intervals::milliseconds).orElse(USUAL), fastest);
	}

	/** @return the publishing interval in milliseconds for what is sampled at an interval */
	static double publishing(double sampling) {
		return Math.clamp(sampling, FASTEST, USUAL);
	}

	private static double milliseconds(io.twinwright.core.quantity.Quantity time) {
		return time.in(Units.of("ms")).number().doubleValue();
	}
}
