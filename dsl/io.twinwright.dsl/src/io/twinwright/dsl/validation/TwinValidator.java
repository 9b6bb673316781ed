package io.twinwright.dsl.validation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.ComposedChecks;

/** All rules of the language; each concern has a class of its own. */
@ComposedChecks(validators = { NameRules.class, ClauseRules.class, OnceRules.class, ReferenceRules.class, ConnectionRules.class, TopologyRules.class, SiteRules.class, PieceRules.class, CapabilityRules.class, OrderRules.class, UnitRules.class, UnitFitRules.class, QuantityRules.class, AmountRules.class, FormulaRules.class, FeedbackRules.class, RefinementRules.class, InsightRules.class, DateRules.class, ShiftRules.class, EntryRules.class, EndpointRules.class, BindingRules.class, PriceRules.class, ContractRules.class, PolicyRules.class })
public class TwinValidator extends AbstractTwinValidator {
	@Override
	protected MethodWrapper createMethodWrapper(AbstractDeclarativeValidator rules, Method rule) {
		return new RuleCall(rules, rule);
	}

	/**
	 * Calls one rule. A large model has millions of calls: the state that its class of rules has in a thread is filled for each of
	 * them instead of being put there and taken away.
	 */
	private static final class RuleCall extends MethodWrapper {
		private final StateAccess access;
		private final CheckType kind;

		RuleCall(AbstractDeclarativeValidator rules, Method rule) {
			super(rules, rule);
			this.access = rules.setMessageAcceptor(rules.getMessageAcceptor());
			this.kind = rule.getAnnotation(Check.class).value();
			rule.setAccessible(true);
		}

		@Override
		public void invoke(State all) {
			if (!all.checkMode.shouldCheck(kind)) {
				return;
			}
			State own = access.getState();
			own.chain = all.chain;
			own.context = all.context;
			own.checkMode = all.checkMode;
			own.currentObject = all.currentObject;
			own.currentMethod = getMethod();
			own.currentCheckType = kind;
			try {
				getMethod().invoke(getInstance(), all.currentObject);
			} catch (InvocationTargetException e) {
				handleInvocationTargetException(e.getTargetException(), own);
			} catch (IllegalAccessException e) {
				throw new IllegalStateException(e);
			} finally {
				all.hasErrors |= own.hasErrors;
				own.hasErrors = false;
				own.chain = null;
				own.context = null;
				own.currentObject = null;
			}
		}
	}
}
