package io.twinwright.diagram;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Assignee;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Contract;
import io.twinwright.model.Involvement;
import io.twinwright.model.Offer;
import io.twinwright.model.Party;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.Role;
import io.twinwright.model.RuleKind;
import io.twinwright.model.Subjection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parties around an asset: who owns and runs it, what is agreed about it, and who gets its data. */
final class PartnersBusiness {
	private final Facts facts;
	private final Asset asset;
	private final Position position;
	private final String subject;
	private final PartnersDiagram diagram;

	PartnersBusiness(Facts facts, Asset asset, Position position, PartnersDiagram diagram) {
		this.facts = facts;
		this.asset = asset;
		this.position = position;
		this.subject = TwinModel.qualifiedName(asset);
		this.diagram = diagram;
	}

	void fill() {
		roles(asset).forEach(role -> diagram.join(party(role.getParty(), ""), subject, role.getRole().getLiteral()));
		for (Contract contract : facts.agreed(position, Contract.class)) {
			String id = TwinModel.qualifiedName(contract);
			diagram.add(NodeKind.CONTRACT, id, Facts.title(contract), List.of("contract"), facts.badges(contract));
			diagram.join(id, subject, "about");
			roles(contract).forEach(role -> diagram.join(party(role.getParty(), ""), id, role.getRole().getLiteral()));
		}
		facts.agreed(position, Offer.class).forEach(this::addOffer);
	}

	private void addOffer(Offer offer) {
		String id = TwinModel.qualifiedName(offer);
		List<String> providers = roles(offer).stream().filter(role -> role.getRole() == Role.PROVIDER).map(role -> "provider " + Facts.name(role.getParty()))
				.toList();
		diagram.add(NodeKind.OFFER, id, Facts.title(offer), providers.isEmpty() ? List.of("offer") : List.of("offer", providers.getFirst()),
				facts.badges(offer));
		diagram.join(subject, id, "shared in");
		roles(offer).stream().filter(role -> role.getRole() != Role.PROVIDER)
				.forEach(role -> diagram.join(id, party(role.getParty(), " as consumer"), role.getRole().getLiteral()));
		permitted(offer).forEach(party -> diagram.join(id, party(party, " as consumer"), "permitted"));
	}

	/** Who may use what is offered by a policy of the offer. */
	private static Set<Party> permitted(Offer offer) {
		Set<Party> parties = new LinkedHashSet<>();
		offer.getClauses().stream().filter(Subjection.class::isInstance).flatMap(clause -> ((Subjection) clause).getPolicies().stream())
				.flatMap(policy -> policy.getRules().stream()).filter(rule -> rule.getKind() == RuleKind.PERMIT).map(PolicyRule::getConstraints)
				.flatMap(List::stream).filter(Assignee.class::isInstance).map(constraint -> ((Assignee) constraint).getParty())
				.filter(PartnersBusiness::isKnown).forEach(parties::add);
		return parties;
	}

	private static boolean isKnown(Party party) {
		return party != null && party.getName() != null;
	}

	/** @return the id of the node of a party; those that give and those that get stand apart */
	private String party(Party party, String as) {
		String id = TwinModel.qualifiedName(party) + as;
		diagram.add(NodeKind.PARTY, id, Facts.title(party), List.of("party"), facts.badges(party));
		return id;
	}

	private static List<Involvement> roles(ClauseHolder holder) {
		return holder.getClauses().stream().filter(Involvement.class::isInstance).map(Involvement.class::cast).filter(role -> isKnown(role.getParty()))
				.toList();
	}
}
