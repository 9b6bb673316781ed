package io.twinwright.core.business;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.Contract;
import io.twinwright.model.Involvement;
import io.twinwright.model.Lease;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Party;
import io.twinwright.model.Role;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which agreements sell the same time of the same piece twice. */
public final class Agreements {
	/**
	 * Two agreements that overlap.
	 *
	 * @param contract the later one in time, or the contract beside a lease
	 * @param other the contract with the same provider for the same subject, or the leased asset
	 */
	public record Overlap(Contract contract, NamedElement other) {
	}

	private record Sale(Located subject, Party provider) {
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
		return clauses.stream().filter(Involvement.class::isInstance).map(Involvement.class::cast)
				.filter(involvement -> involvement.getRole() == role).map(Involvement::getParty)
				.filter(party -> party != null && !party.eIsProxy()).findFirst().orElse(null);
	}

	/**
	 * Contracts overlap if the same provider serves the same subject under both in the same time. A contract overlaps a
	 * lease if the owner who leases the piece to its operator sells it to another customer in the same time.
	 *
	 * @return by contract, the first one that it overlaps
	 */
	public static Map<Contract, Overlap> overlaps(TwinModel twin) {
		Map<Sale, List<Dated>> sales = new LinkedHashMap<>();
		Map<Contract, Overlap> overlaps = new HashMap<>();
		for (Contract contract : twin.all(Contract.class)) {
			Party provider = party(contract.getClauses(), Role.PROVIDER);
			if (contract.getSubject() == null || provider == null) {
				continue;
			}
			Dated dated = new Dated(contract, Term.of(contract.getClauses()));
			for (Located subject : twin.resolve(contract.getSubject())) {
				sales.computeIfAbsent(new Sale(subject, provider), sale -> new ArrayList<>()).add(dated);
				if (subject instanceof Position position && position.piece() != null
						&& isLeasedToAnother(position.piece(), provider, dated)) {
					overlaps.putIfAbsent(contract, new Overlap(contract, position.piece()));
				}
			}
		}
		sales.values().forEach(dated -> contracts(dated, overlaps));
		return overlaps;
	}

	private static boolean isLeasedToAnother(Asset asset, Party provider, Dated dated) {
		Party lessee = party(asset.getClauses(), Role.OPERATOR);
		Party customer = party(dated.contract().getClauses(), Role.CUSTOMER);
		return asset.getClauses().stream().anyMatch(Lease.class::isInstance)
				&& party(asset.getClauses(), Role.OWNER) == provider && lessee != null && customer != null && lessee != customer
				&& lessee != provider && Term.of(asset.getClauses()).overlaps(dated.term());
	}

	private static void contracts(List<Dated> dated, Map<Contract, Overlap> overlaps) {
		List<Dated> sorted = dated.stream().sorted(Comparator.comparing(Dated::beginning)).toList();
		Dated longest = null;
		for (Dated next : sorted) {
			if (longest != null && longest.term().overlaps(next.term())) {
				overlaps.putIfAbsent(next.contract(), new Overlap(next.contract(), longest.contract()));
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
