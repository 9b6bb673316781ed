package io.twinwright.core.business;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.Contract;
import io.twinwright.model.Involvement;
import io.twinwright.model.Lease;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Party;
import io.twinwright.model.Price;
import io.twinwright.model.Role;
import io.twinwright.model.Signal;
import io.twinwright.model.UnitPer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which agreements sell the same of the same piece twice. */
public final class Agreements {
	/**
	 * Two agreements that overlap.
	 *
	 * @param contract the later one in time, or the contract beside a lease
	 * @param other the contract with the same provider for the same subject, or the leased asset
	 * @param read a signal that both contracts meter, null if both sell the time or the other is leased
	 */
	public record Overlap(Contract contract, NamedElement other, Point read) {
	}

	/**
	 * What is sold.
	 *
	 * @param kind of what is metered
	 * @param read a signal from which the meter is computed, null for what is paid for without a meter: the time itself
	 */
	private record Sale(Located subject, Party provider, Dimension kind, Point read) {
	}

	private record Dated(Contract contract, Term term) {
		LocalDateTime beginning() {
			return term.from() == null ? LocalDateTime.MIN : term.from();
		}
	}

	private Agreements() {
	}

	/** @return the party that has a role, null if none is named */
	public static Party party(List<Clause> clauses, Role role) {
		for (Clause clause : clauses) {
			if (clause instanceof Involvement involvement && involvement.getRole() == role && involvement.getParty() != null
					&& !involvement.getParty().eIsProxy()) {
				return involvement.getParty();
			}
		}
		return null;
	}

	/**
	 * Contracts overlap if the same provider sells the same of the same subject under both in the same time: amounts of one
	 * dimension that are computed from a common signal, or the time itself. A contract overlaps a lease if the owner who
	 * leases the piece to its operator sells it to another customer in the same time.
	 *
	 * @return by contract, the first one that it overlaps
	 */
	public static Map<Contract, Overlap> overlaps(TwinModel twin) {
		Map<Sale, Set<Dated>> sales = new LinkedHashMap<>();
		Map<Contract, Overlap> overlaps = new HashMap<>();
		for (Contract contract : twin.all(Contract.class)) {
			Party provider = party(contract.getClauses(), Role.PROVIDER);
			if (contract.getSubject() == null || provider == null) {
				continue;
			}
			Dated dated = new Dated(contract, Term.of(contract.getClauses()));
			for (Located subject : twin.resolve(contract.getSubject())) {
				sales(twin, contract, subject, provider).forEach(sale -> sales.computeIfAbsent(sale, key -> new LinkedHashSet<>())
						.add(dated));
				if (subject instanceof Position position && position.piece() != null
						&& isLeasedToAnother(position.piece(), provider, dated)) {
					overlaps.putIfAbsent(contract, new Overlap(contract, position.piece(), null));
				}
			}
		}
		sales.forEach((sale, dated) -> contracts(sale, dated, overlaps));
		return overlaps;
	}

	/** @return what a contract sells: of each meter that has a price what it reads; the time where something has no meter */
	private static Set<Sale> sales(TwinModel twin, Contract contract, Located subject, Party provider) {
		Set<Sale> sales = new LinkedHashSet<>();
		List<Price> prices = contract.getItems().stream().filter(Price.class::isInstance).map(Price.class::cast).toList();
		if (prices.isEmpty() || prices.stream().anyMatch(price -> meter(price, contract) == null)) {
			sales.add(new Sale(subject, provider, Dimension.TIME, null));
		}
		for (Price price : prices) {
			Signal meter = meter(price, contract);
			if (meter != null && subject instanceof Position position && Kind.of(meter.getType()) instanceof Kind.Numeric amount) {
				Reads.all(twin, meter, position)
						.forEach(read -> sales.add(new Sale(subject, provider, amount.unit().dimension(), read)));
			}
		}
		return sales;
	}

	/** @return the meter that a price is paid for, null if it is paid for time */
	private static Signal meter(Price price, Contract contract) {
		List<Signal> meters = contract.getItems().stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList();
		return price.getMeter() != null ? price.getMeter()
				: price.getPer() instanceof UnitPer && meters.size() == 1 ? meters.getFirst() : null;
	}

	private static boolean isLeasedToAnother(Asset asset, Party provider, Dated dated) {
		Party lessee = party(asset.getClauses(), Role.OPERATOR);
		Party customer = party(dated.contract().getClauses(), Role.CUSTOMER);
		return asset.getClauses().stream().anyMatch(Lease.class::isInstance)
				&& party(asset.getClauses(), Role.OWNER) == provider && lessee != null && customer != null && lessee != customer
				&& lessee != provider && Term.of(asset.getClauses()).overlaps(dated.term());
	}

	private static void contracts(Sale sale, Set<Dated> dated, Map<Contract, Overlap> overlaps) {
		List<Dated> sorted = dated.stream().sorted(Comparator.comparing(Dated::beginning)).toList();
		Dated longest = null;
		for (Dated next : sorted) {
			if (longest != null && longest.term().overlaps(next.term())) {
				overlaps.putIfAbsent(next.contract(), new Overlap(next.contract(), longest.contract(), sale.read()));
			}
			if (longest == null || endsAfter(next.term(), longest.term())) {
				longest = next;
			}
		}
	}

	private static boolean endsAfter(Term one, Term other) {
		return other.until() != null && (one.until() == null || one.until().isAfter(other.until()));
	}
}
