package io.twinwright.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** All rules of the language; each concern has a class of its own. */
@ComposedChecks(validators = { NameRules.class, ClauseRules.class, OnceRules.class, ReferenceRules.class, ConnectionRules.class, TopologyRules.class, SiteRules.class, PieceRules.class, CapabilityRules.class, OrderRules.class, UnitRules.class, UnitFitRules.class, QuantityRules.class, AmountRules.class, FormulaRules.class, FeedbackRules.class, RefinementRules.class, InsightRules.class, DateRules.class, ShiftRules.class, EntryRules.class, EndpointRules.class, BindingRules.class, PriceRules.class, ContractRules.class, PolicyRules.class })
public class TwinValidator extends AbstractTwinValidator {
}
