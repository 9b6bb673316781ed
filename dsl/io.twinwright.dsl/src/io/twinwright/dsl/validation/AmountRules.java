package io.twinwright.dsl.validation;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Clause;
import io.twinwright.model.CountWindow;
import io.twinwright.model.Deadline;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Limit;
import io.twinwright.model.Measure;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Watchdog;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.validation.Check;

/** Group 2: amounts lie in the bounds that hold for all of their kind, and spans have a length. */
public class AmountRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	@Check
	public void quantityIsPossible(Measure measure) {
		BigDecimal number = measure.getValue() == null ? null : measure.getValue().getNumber();
		if (number == null) {
			return;
		}
		switch (measure.getKind()) {
			case COVERAGE, YIELD -> {
				Optional<BigDecimal> share = Quantities.in(Quantities.of(measure.getValue(), "%"), Units.of("%"));
				if (share.isPresent() && (share.get().signum() < 0 || share.get().compareTo(HUNDRED) > 0)) {
					impossible(measure, "between 0 and 100 [%]");
				}
			}
			case EVERY, RATE, CAPACITY, MASS, FLOOR, LASTS, QUANTITY, DURATION, REPLICATIONS, SCALE -> {
				if (number.signum() <= 0) {
					impossible(measure, "greater than 0");
				}
			}
			case DEADBAND, DELAY, LATE, ACCURACY, BUFFER, SETUP, WARMUP, SEED -> {
				if (number.signum() < 0) {
					impossible(measure, "at least 0");
				}
			}
			case OFFSET -> {
				// any
			}
		}
	}

	private void impossible(Measure measure, String bounds) {
		report(Rule.VALUE_OUT_OF_BOUNDS, "Clause '%s'%s says %s. It must be %s.".formatted(measure.getKind().getLiteral(),
				QuantityRules.of(measure.eContainer()), QuantityRules.text(measure.getValue()), bounds), measure, TWIN.getMeasure_Value());
	}

	@Check
	public void placeIsOnEarth(GeoPosition position) {
		outOf(position.getLatitude(), 90, "Latitude", position, TWIN.getGeoPosition_Latitude());
		outOf(position.getLongitude(), 180, "Longitude", position, TWIN.getGeoPosition_Longitude());
	}

	private void outOf(io.twinwright.model.Quantity angle, int most, String word, EObject element, EReference feature) {
		Quantities.in(Quantities.of(angle, "deg"), Units.of("deg"))
				.filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0)
				.ifPresent(degrees -> report(Rule.VALUE_OUT_OF_BOUNDS, "%s '%s' is not on earth. It must be between -%d and %d."
						.formatted(word, QuantityRules.text(angle), most, most), element, feature));
	}

	@Check
	public void limitLetsSomethingPass(Limit limit) {
		if (limit.getCount() < 1) {
			report(Rule.VALUE_OUT_OF_BOUNDS, "A feedback with a limit of '%d' never acts. It must be at least 1.".formatted(
					limit.getCount()), limit, TWIN.getLimit_Count());
		}
		lasts(limit.getPeriod(), "A limit per");
	}

	@Check
	public void deadlineLeavesTime(Deadline deadline) {
		lasts(deadline.getTime(), "A deadline of");
	}

	@Check
	public void watchdogLeavesTime(Watchdog watchdog) {
		lasts(watchdog.getTimeout(), "A watchdog of");
	}

	private void lasts(io.twinwright.model.Quantity time, String what) {
		if (time != null && time.getNumber() != null && time.getNumber().signum() <= 0) {
			report(Rule.VALUE_OUT_OF_BOUNDS, "%s '%s' has no length. It must be greater than 0.".formatted(what, QuantityRules.text(time)), time, null);
		}
	}

	@Check
	public void countIsPossible(CountWindow window) {
		if (window.getCount() < 1) {
			report(Rule.VALUE_OUT_OF_BOUNDS, "A window over '%d' samples holds nothing. It must be over at least 1."
					.formatted(window.getCount()), window, TWIN.getCountWindow_Count());
		}
	}

	@Check
	public void windowHasLength(TimeWindow window) {
		if (window.getLength() != null && window.getLength().getNumber() != null && window.getLength().getNumber().signum() <= 0) {
			report(Rule.VALUE_OUT_OF_BOUNDS, "A window over '%s' holds nothing. Its length must be greater than 0."
					.formatted(QuantityRules.text(window.getLength())), window, TWIN.getTimeWindow_Length());
		}
	}
}
