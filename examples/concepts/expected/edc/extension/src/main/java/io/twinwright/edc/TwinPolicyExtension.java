package io.twinwright.edc;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.edc.connector.controlplane.catalog.spi.policy.CatalogPolicyContext;
import org.eclipse.edc.connector.controlplane.contract.spi.policy.ContractNegotiationPolicyContext;
import org.eclipse.edc.connector.controlplane.contract.spi.policy.TransferProcessPolicyContext;
import org.eclipse.edc.participant.spi.ParticipantAgentPolicyContext;
import org.eclipse.edc.policy.engine.spi.AtomicConstraintRuleFunction;
import org.eclipse.edc.policy.engine.spi.PolicyEngine;
import org.eclipse.edc.policy.engine.spi.RuleBindingRegistry;
import org.eclipse.edc.policy.model.Duty;
import org.eclipse.edc.policy.model.Operator;
import org.eclipse.edc.policy.model.Permission;
import org.eclipse.edc.policy.model.Prohibition;
import org.eclipse.edc.policy.model.Rule;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/**
 * Binds the operands of generated policies, for EDC 0.15. Who may use something, for what purpose and when is decided in the
 * catalogue, in negotiations and for transfers. The purpose is a claim of the other participant, named 'purpose', as its credentials
 * state it. How often, after which delay and over which window is promised with the agreement: who serves the data keeps it. So are all
 * actions but 'use' and 'read', which no connector sees.
 */
public final class TwinPolicyExtension implements ServiceExtension {
	private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
	private static final List<String> ACTIONS = List.of(ODRL + "use", ODRL + "read");
	private static final String PARTY = "urn:twin:policy:party";
	private static final String PURPOSE = ODRL + "purpose";
	private static final String DATE = ODRL + "dateTime";
	private static final List<String> DECIDED = List.of(PARTY, PURPOSE, DATE);
	private static final List<String> PROMISED = List.of(ODRL + "count", ODRL + "delayPeriod", "urn:twin:policy:window");
	private static final String CLAIM = "purpose";
	/** A scope in which no connector decides. */
	private static final String USAGE = "twin.usage";

	@Inject
	private RuleBindingRegistry bindings;
	@Inject
	private PolicyEngine engine;
	@Inject
	private Clock clock;

	@Override
	public String name() {
		return "Policies of twins";
	}

	@Override
	public void initialize(ServiceExtensionContext context) {
		// all in each of them: a prohibition that lost a constraint on the way would forbid more than it says
		for (String scope : List.of(CatalogPolicyContext.CATALOG_SCOPE, ContractNegotiationPolicyContext.NEGOTIATION_SCOPE,
				TransferProcessPolicyContext.TRANSFER_SCOPE)) {
			Stream.of(ACTIONS, DECIDED, PROMISED).flatMap(List::stream).forEach(word -> bindings.bind(word, scope));
		}
		bindings.dynamicBind(word -> word.startsWith(ODRL) ? Set.of(USAGE) : Set.of());
		for (Class<? extends Rule> rule : List.of(Permission.class, Prohibition.class, Duty.class)) {
			register(CatalogPolicyContext.class, rule);
			register(ContractNegotiationPolicyContext.class, rule);
			register(TransferProcessPolicyContext.class, rule);
		}
	}

	private <R extends Rule, C extends ParticipantAgentPolicyContext> void register(Class<C> context, Class<R> rule) {
		engine.registerFunction(context, rule, PARTY, (operator, value, ofRule, at) -> isEqual(operator)
				&& value.toString().equals(at.participantAgent().getIdentity()));
		engine.registerFunction(context, rule, PURPOSE, (operator, value, ofRule, at) -> isEqual(operator)
				&& states(at.participantAgent().getClaims().get(CLAIM), value.toString()));
		engine.registerFunction(context, rule, DATE, (operator, value, ofRule, at) -> holds(operator, Instant.parse(value.toString())));
		AtomicConstraintRuleFunction<R, C> promise = (operator, value, ofRule, at) -> true;
		PROMISED.forEach(operand -> engine.registerFunction(context, rule, operand, promise));
	}

	private static boolean isEqual(Operator operator) {
		return operator == Operator.EQ;
	}

	private static boolean states(Object claim, String purpose) {
		return claim instanceof Collection<?> several ? several.stream().anyMatch(one -> states(one, purpose))
				: claim != null && claim.toString().strip().toLowerCase(Locale.ROOT).equals(purpose);
	}

	private boolean holds(Operator operator, Instant date) {
		Instant now = clock.instant();
		return switch (operator) {
			case GEQ -> !now.isBefore(date);
			case LT -> now.isBefore(date);
			default -> false;
		};
	}
}
