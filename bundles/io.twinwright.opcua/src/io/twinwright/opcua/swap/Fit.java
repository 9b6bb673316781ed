package io.twinwright.opcua.swap;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.discovery.Positions;
import io.twinwright.core.discovery.SignalFit;
import io.twinwright.core.discovery.StandIn;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Shown;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a machine can take a position: type, ports, capabilities, bay and signals, and its limits for the set points of now. */
final class Fit {
	private final Machine machine;
	private final Map<String, SignalFit> signals = new HashMap<>();

	/**
	 * @param twin what the text says; nobody else uses it
	 * @param position its path
	 * @throws SwapFailure if the machine does not fit
	 */
	Fit(Machine machine, String position, TwinModel twin) throws SwapFailure {
		this.machine = machine;
		List<Match> matches = new Matching(twin).match(machine);
		if (matches.isEmpty() || !matches.getFirst().isLikely()) {
			throw new SwapFailure("'%s' is of no type of the project. Declare its type, then swap again.".formatted(machine.title()));
		}
		Match match = matches.getFirst();
		Optional<StandIn> place = new Positions(twin).of(match).stream().filter(one -> one.position().path().equals(position)).findFirst();
		if (place.isEmpty()) {
			throw new SwapFailure("'%s' is a '%s', which '%s' does not ask for. Choose a position of its type.".formatted(machine.title(), match.type().getName(),
					position));
		}
		if (place.get().obstacle().isPresent()) {
			throw new SwapFailure("'%s' cannot stand in for '%s': %s".formatted(machine.title(), position, place.get().obstacle().get()));
		}
		match.signals().stream().filter(fit -> fit.degree() > 0).forEach(fit -> signals.put(position + "." + SignalFit.name(fit.point()), fit));
	}

	/** @return whether the machine has the signal of a path */
	boolean has(String path) {
		return signals.containsKey(path);
	}

	/** @throws SwapFailure if a set point of now is out of the range that the machine has for it */
	void requireTakes(SetPointChange change) throws SwapFailure {
		SignalFit fit = signals.get(change.point().path());
		BigDecimal low = fit.value().variable().low();
		BigDecimal high = fit.value().variable().high();
		if (!(change.after() instanceof Value.Number(double number)) || low == null || high == null) {
			return;
		}
		BigDecimal raw = raw(fit, BigDecimal.valueOf(number));
		if (raw.compareTo(low) < 0 || raw.compareTo(high) > 0) {
			throw new SwapFailure("'%s' is at %s, which '%s' does not take: its range is %s..%s. Bring it into that range, then swap again.".formatted(
					change.point().path(), Shown.value(change.after()) + Shown.unit(change.point()), machine.title(), low.toPlainString(), high.toPlainString()));
		}
	}

	private static BigDecimal raw(SignalFit fit, BigDecimal number) {
		if (!fit.isConverted()) {
			return number;
		}
		Unit from = Units.of(fit.point().unit());
		return new Quantity(number, from).in(Units.of(fit.value().variable().unit())).number();
	}
}
