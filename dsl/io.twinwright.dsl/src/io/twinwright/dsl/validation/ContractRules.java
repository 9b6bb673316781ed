package io.twinwright.dsl.validation;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.binding.Bindings;
import io.twinwright.core.business.Adding;
import io.twinwright.core.business.Agreements;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Clause;
import io.twinwright.model.Contract;
import io.twinwright.model.ContractItem;
import io.twinwright.model.CountWindow;
import io.twinwright.model.Involvement;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Offer;
import io.twinwright.model.Quantity;
import io.twinwright.model.Role;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Window;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 7: meters and the parties of contracts. */
public class ContractRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check(CheckType.NORMAL)
	public void meterAddsUp(Signal meter) {
		if (meter.getKind() != SignalKind.METER || meter.getValue() == null || !(meter.eContainer() instanceof Contract contract)) {
			return;
		}
		Window own = window(meter.getClauses());
		Window period = own != null ? own : window(contract.getClauses());
		if (period instanceof CountWindow) {
			report(Rule.METER_DOES_NOT_ADD_UP, ("Meter '%s' goes over the newest samples, so that it never begins anew and counts them again "
					+ "and again. Use a period, as in 'over month'.").formatted(meter.getName()), meter, TWIN.getNamedElement_Name());
			return;
		}
		Map<Signal, Quantity> every = new HashMap<>();
		if (contract.getSubject() != null) {
			read(twin(contract), contract, meter).forEach(point -> point.ownMeasure(MeasureKind.EVERY)
					.ifPresent(step -> every.putIfAbsent(point.signal(), step)));
		}
		Adding.fault(meter.getValue(), period, every).ifPresent(fault -> report(Rule.METER_DOES_NOT_ADD_UP,
				"Meter '%s' does not add up over its period. %s".formatted(meter.getName(), fault.reason()), fault.at(), null));
	}

	private static Window window(List<Clause> clauses) {
		return clauses.stream().filter(Window.class::isInstance).map(Window.class::cast).findFirst().orElse(null);
	}

	@Check(CheckType.NORMAL)
	public void metersAreBound(Contract contract) {
		TwinModel twin = twin(contract);
		Bindings bound = facts(contract).bindings();
		if (bound.bindings().isEmpty() || contract.getSubject() == null) {
			return;
		}
		for (ContractItem item : contract.getItems()) {
			if (item instanceof Signal meter && meter.getKind() == SignalKind.METER && meter.getValue() != null) {
				List<Point> missing = read(twin, contract, meter).stream().filter(ContractRules::isLive)
						.filter(point -> !bound.isBound(point)).toList();
				if (!missing.isEmpty()) {
					report(Rule.METER_UNBOUND, ("Meter '%s' reads '%s'%s, which nothing binds. Bind it to an endpoint, or nothing "
							+ "is billed.").formatted(meter.getName(), missing.getFirst().path(), missing.size() == 1 ? ""
							: " and %d more".formatted(missing.size() - 1)), meter, TWIN.getNamedElement_Name());
				}
			}
		}
	}

	/** @return the signals from which a meter is computed, over any number of insights */
	static Set<Point> read(TwinModel twin, Contract contract, Signal meter) {
		Set<Point> read = new LinkedHashSet<>();
		for (Located subject : twin.resolve(contract.getSubject())) {
			if (subject instanceof Position position) {
				read.addAll(Reads.all(twin, meter, position));
			}
		}
		return read;
	}

	private static boolean isLive(Point point) {
		return switch (point.kind()) {
			case SENSOR, ACTUATOR, STATE -> true;
			case PROPERTY, PARAMETER, INSIGHT, METER, SHARE -> false;
		};
	}

	@Check(CheckType.NORMAL)
	public void agreementsDoNotOverlap(Contract contract) {
		Agreements.Overlap overlap = facts(contract).overlaps().get(contract);
		if (overlap == null) {
			return;
		}
		String reason = overlap.other() instanceof Contract other
				? ("Contract '%s' overlaps '%s': the same provider sells %s twice in the same time. Let one end before the other "
						+ "begins, or make them one contract.").formatted(contract.getName(), other.getName(), overlap.read() == null
						? "the time of the same subject" : "what is metered by '" + overlap.read().path() + "'")
				: "Contract '%s' overlaps the lease of '%s' to another party. Let it begin when the lease has ended.".formatted(
						contract.getName(), overlap.other().getName());
		report(Rule.AGREEMENTS_OVERLAP, reason, contract, TWIN.getNamedElement_Name());
	}

	@Check
	public void partiesAreNamed(Contract contract) {
		boolean provider = contract.getClauses().stream().anyMatch(clause -> is(clause, Role.PROVIDER));
		boolean customer = contract.getClauses().stream().anyMatch(clause -> is(clause, Role.CUSTOMER)
				|| is(clause, Role.CONSUMER));
		if (!provider || !customer) {
			String missing = provider ? "customer" : customer ? "provider" : "provider and no customer";
			report(Rule.PARTY_MISSING, "Contract '%s' names no %s. Add %s.".formatted(contract.getName(), missing,
					provider ? "'customer' and a party" : customer ? "'provider' and a party" : "both"), contract,
					TWIN.getNamedElement_Name());
		}
	}

	@Check
	public void partiesAreNamed(Offer offer) {
		if (offer.getClauses().stream().noneMatch(clause -> is(clause, Role.PROVIDER))) {
			report(Rule.PARTY_MISSING, "Offer '%s' names no provider. Add 'provider' and a party.".formatted(offer.getName()),
					offer, TWIN.getNamedElement_Name());
		}
	}

	private static boolean is(Object clause, Role role) {
		return clause instanceof Involvement involvement && involvement.getRole() == role;
	}
}
