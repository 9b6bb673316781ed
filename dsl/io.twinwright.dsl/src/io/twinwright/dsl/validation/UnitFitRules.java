package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.topology.Media;
import io.twinwright.model.Alarm;
import io.twinwright.model.Deadline;
import io.twinwright.model.Elapsed;
import io.twinwright.model.Event;
import io.twinwright.model.Flow;
import io.twinwright.model.Footprint;
import io.twinwright.model.Limit;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Trigger;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Watchdog;
import io.twinwright.model.Write;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.validation.Check;

/** Group 2: a unit fits where it stands, and is there where it is needed. */
public class UnitFitRules extends Rules {
	private static final String USUAL_ENERGY = "kW.h";
	/** What an amount of matter or pieces may be given in. */
	private static final Set<Dimension> AMOUNTS = Set.of(Dimension.NONE, Dimension.MASS, Dimension.AMOUNT, Dimension.LENGTH,
			Dimension.LENGTH.pow(2), Dimension.LENGTH.pow(3), Units.of(USUAL_ENERGY).dimension());

	@Check
	public void clauseHasItsUnit(Measure measure) {
		Quantity value = measure.getValue();
		String word = "Clause '%s'".formatted(measure.getKind().getLiteral());
		switch (measure.getKind()) {
			case EVERY, DELAY, LATE, SETUP, LASTS, DURATION, WARMUP -> needs(value, word, "s", "a time");
			case COVERAGE, YIELD -> needs(value, word, "%", "a share in [%]");
			case MASS -> needs(value, word, "kg", "a mass");
			case FLOOR -> needs(value, word, "t/m2", "a load per area");
			case REPLICATIONS, SEED -> fits(value, "1", word, "a plain number");
			case DEADBAND, OFFSET -> fits(value, QuantityRules.unitAround(measure), word, null);
			case ACCURACY -> accuracy(value, word, QuantityRules.unitAround(measure));
			case SCALE, RATE, CAPACITY, BUFFER, QUANTITY -> {
				// any amount or flow
			}
		}
	}

	private void accuracy(Quantity value, String word, String unit) {
		Unit given = value == null || value.getUnit() == null ? null : Units.parse(value.getUnit()).unit().orElse(null);
		if (given != null && !given.isDimensionless()) {
			fits(value, unit, word, null);
		}
	}

	@Check
	public void rangeHasTheUnitOfItsSignal(Range range) {
		String unit = QuantityRules.unitAround(range);
		fits(range.getLow(), unit, "Clause 'range'", null);
		fits(range.getHigh(), unit, "Clause 'range'", null);
	}

	@Check
	public void alarmHasTheUnitOfItsSignal(Alarm alarm) {
		String unit = QuantityRules.unitAround(alarm);
		if (alarm instanceof LimitAlarm limit) {
			fits(limit.getLimit(), unit, "Clause 'alarm'", null);
		}
		fits(alarm.getHysteresis(), unit, "'hysteresis'", null);
		needs(alarm.getAfter(), "'after'", "s", "a time");
	}

	@Check
	public void windowIsATime(TimeWindow window) {
		needs(window.getLength(), "Clause 'over'", "s", "a time");
	}

	@Check
	public void holdIsATime(Trigger trigger) {
		needs(trigger.getHold(), "'for'", "s", "a time");
	}

	@Check
	public void limitIsPerTime(Limit limit) {
		needs(limit.getPeriod(), "'limit'", "s", "a time");
	}

	@Check
	public void deadlineIsATime(Deadline deadline) {
		needs(deadline.getTime(), "'deadline'", "s", "a time");
	}

	@Check
	public void watchdogIsATime(Watchdog watchdog) {
		needs(watchdog.getTimeout(), "'watchdog'", "s", "a time");
	}

	@Check
	public void eventIsAtATime(Event event) {
		needs(event.getTime(), "'at'", "s", "a time");
	}

	@Check
	public void elapsedIsATime(Elapsed elapsed) {
		needs(elapsed.getDelay(), "'after'", "s", "a time");
	}

	@Check
	public void writeHasTheUnitOfItsTarget(Write write) {
		String unit = Quantities.unit((Object) QuantityRules.last(write.getTarget()));
		fits(write.getLow(), write.getHigh() != null && write.getHigh().getUnit() != null ? write.getHigh().getUnit() : unit,
				"'within'", null);
		fits(write.getHigh(), unit, "'within'", null);
		Unit target = unit == null ? null : Units.parse(unit).unit().orElse(null);
		Unit ramp = write.getRamp() == null || write.getRamp().getUnit() == null ? null
				: Units.parse(write.getRamp().getUnit()).unit().orElse(null);
		if (target != null && ramp != null && !ramp.dimension().equals(target.dimension().divide(Dimension.TIME))) {
			Unit wanted = Units.quotient(target, Units.of("s"));
			mismatch(write.getRamp(), "'ramp'", ramp, "a change of [%s] per time".formatted(target.code()),
					Edits.fix("Change to [%s]".formatted(wanted.code()), Edits.replace(write.getRamp(),
							write.getRamp().getNumber().toPlainString() + " [" + wanted.code() + "]")));
		}
	}

	/** Energy is an energy; what is counted, weighed or measured may be given by what it holds of energy too. */
	@Check
	public void flowIsAnAmount(Flow flow) {
		String word = "Clause '%s'".formatted(flow.getKind().getLiteral());
		Quantity amount = flow.getAmount();
		if (flow.getMedium() == null || flow.getMedium().eIsProxy() || amount == null) {
			return;
		}
		if (Media.isEnergy(flow.getMedium())) {
			needs(amount, word, USUAL_ENERGY, "an energy");
		} else if (amount.getUnit() != null) {
			Units.parse(amount.getUnit()).unit().filter(unit -> !AMOUNTS.contains(unit.dimension())).ifPresent(unit ->
					mismatch(amount, word, unit, "an amount of '%s', such as a mass, a volume or a number".formatted(
							flow.getMedium().getName()), List.of()));
		}
	}

	@Check
	public void footprintHasLengths(Footprint footprint) {
		footprint.getParameters().forEach(parameter -> {
			String unit = Quantities.unit(parameter.getType());
			Unit known = unit == null ? null : Units.parse(unit).unit().orElse(null);
			Dimension wanted = switch (parameter.getName() == null ? "" : parameter.getName()) {
				case "length", "width", "height" -> Dimension.LENGTH;
				case "mass" -> Dimension.MASS;
				default -> null;
			};
			if (known != null && wanted != null && !known.dimension().equals(wanted)) {
				report(Rule.UNIT_MISMATCH, "'%s' is given in [%s], which is %s. It must be %s.".formatted(parameter.getName(),
						unit, known.dimension().name(), wanted.name()), parameter.getType(), null);
			}
		});
	}

	/** A bare number is a finding too: nothing says which unit it would have. */
	private void needs(Quantity quantity, String what, String unit, String wanted) {
		if (quantity != null && quantity.getNumber() != null && quantity.getUnit() == null) {
			report(Rule.UNIT_MISSING, "%s says '%s' without a unit. It must be %s, such as [%s].".formatted(what,
					QuantityRules.text(quantity), wanted, unit), quantity, null, Edits.fix("Add [%s]".formatted(unit),
					Edits.after(quantity, " [" + unit + "]")));
		} else {
			fits(quantity, unit, what, wanted);
		}
	}

	private void fits(Quantity quantity, String unit, String what, String wanted) {
		if (quantity == null || quantity.getUnit() == null || unit == null) {
			return;
		}
		Unit given = Units.parse(quantity.getUnit()).unit().orElse(null);
		Unit expected = Units.parse(unit).unit().orElse(null);
		if (given != null && expected != null && !Units.compatible(given, expected)) {
			String fit = wanted != null ? wanted : expected.dimension().name() + ", such as [" + unit + "]";
			mismatch(quantity, what, given, fit, Edits.fix("Change to [%s]".formatted(unit), Edits.replace(quantity,
					TwinPackage.Literals.QUANTITY__UNIT, 0, "[" + unit + "]")));
		}
	}

	private void mismatch(Quantity quantity, String what, Unit given, String wanted, List<Fix> fixes) {
		report(Rule.UNIT_MISMATCH, "%s says '%s', which is %s. It must be %s.".formatted(what, QuantityRules.text(quantity),
				given.dimension().name(), wanted), quantity, null, fixes);
	}
}
