package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.dsl.ide.completion.Items.Rank;
import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Offer;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.Site;
import java.util.Collection;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;

/** The words of the language that can stand at the cursor and make sense there. */
final class KeywordItems {
	private static final Set<String> PLAIN = Set.of("port", "identity", "property", "parameter", "sensor", "actuator", "state",
			"insight", "private");
	private static final Set<String> OF_SITE = Set.of("bay", "shift");

	private final Set<AbstractRule> clauseRules;
	private final Set<AbstractRule> elementRules;

	@Inject
	KeywordItems(TwinGrammarAccess grammar) {
		clauseRules = Set.of(grammar.getMeasureKindRule(), grammar.getRangeRule(), grammar.getLimitAlarmRule(),
				grammar.getConditionAlarmRule(), grammar.getTimeWindowRule(), grammar.getCountWindowRule(),
				grammar.getCalendarWindowRule(), grammar.getKeyWindowRule(), grammar.getTextKindRule(), grammar.getDateKindRule(),
				grammar.getRoleRule(), grammar.getLeaseRule(), grammar.getGeoPositionRule(), grammar.getPlacementRule(),
				grammar.getBayPlacementRule(), grammar.getUseKindRule(), grammar.getCoverRule(), grammar.getSizeRule(),
				grammar.getSubjectionRule(), grammar.getFlowKindRule(), grammar.getSequenceRule(), grammar.getAllocationRule(),
				grammar.getConditionRule(), grammar.getPriceRule());
		elementRules = Set.of(grammar.getIdentityRule(), grammar.getProvisionKindRule(), grammar.getServiceRule(),
				grammar.getProcedureRule(), grammar.getPortRule(), grammar.getSignalRule(), grammar.getSignalKindRule(),
				grammar.getPartRule(), grammar.getConnectionRule(), grammar.getRefinementRule(), grammar.getFeedbackRule(),
				grammar.getBayRule(), grammar.getShiftRule());
	}

	/** @param possible what can stand at the cursor by the grammar */
	void add(Collection<AbstractElement> possible, Surroundings place, Items items) {
		EObject holder = place.clauseHolder();
		Set<String> given = holder == null ? Set.of() : Surroundings.given(holder);
		EObject braces = place.braces();
		for (AbstractElement element : possible) {
			if (element instanceof Keyword keyword && Character.isLetter(keyword.getValue().charAt(0))) {
				AbstractRule rule = GrammarUtil.containingRule(keyword);
				boolean isClause = clauseRules.contains(rule) && isFirst(keyword, rule) && !isPriceOf(braces, keyword);
				boolean fits = isClause ? clauseFits(keyword.getValue(), holder, given)
						: !elementRules.contains(rule) || !isFirst(keyword, rule) || elementFits(keyword.getValue(), braces);
				if (fits) {
					CompletionItem item = items.add(isClause ? Rank.FITTING : Rank.WORD, keyword.getValue(), keyword.getValue(),
							CompletionItemKind.Keyword);
					Items.explain(item, isClause ? "clause" : "", "");
				}
			}
		}
	}

	/** The price of an order is a clause, that of a contract or offer stands in its braces. */
	private static boolean isPriceOf(EObject braces, Keyword keyword) {
		return keyword.getValue().equals("price") && (braces instanceof Contract || braces instanceof Offer);
	}

	private static boolean isFirst(Keyword keyword, AbstractRule rule) {
		return rule instanceof EnumRule || EcoreUtil2.eAllOfType(rule, Keyword.class).getFirst() == keyword;
	}

	private static boolean clauseFits(String word, EObject holder, Set<String> given) {
		return holder == null || ClauseFit.words(holder).contains(word) && !given.contains(word);
	}

	private static boolean elementFits(String word, EObject braces) {
		return switch (braces) {
			case Contract contract -> word.equals("meter");
			case Offer offer -> word.equals("share");
			case Site site -> PLAIN.contains(word) || OF_SITE.contains(word);
			case Service service -> PLAIN.contains(word) && !word.equals("port") && !word.equals("identity") || word.equals("procedure");
			case Procedure procedure -> PLAIN.contains(word) && !word.equals("port") && !word.equals("identity");
			case Connection connection -> PLAIN.contains(word) && !word.equals("port") && !word.equals("identity") || word.equals("part");
			case null, default -> !OF_SITE.contains(word) && !Set.of("procedure", "meter", "share").contains(word);
		};
	}
}
