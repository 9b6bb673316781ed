package io.twinwright.dsl.formatting2;

import java.util.Set;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;

/** The space between two tokens on one line. */
final class Spacing {
	private static final Set<String> TIGHT_BEFORE = Set.of(")", ",", ".", "..", "#");
	private static final Set<String> TIGHT_AFTER = Set.of("(", ".", "..", "#");

	private Spacing() {
	}

	static String between(ISemanticRegion before, ISemanticRegion after) {
		String left = symbol(before);
		String right = symbol(after);
		if (TIGHT_AFTER.contains(left) || TIGHT_BEFORE.contains(right) || isSign(before)) {
			return "";
		}
		return right.equals("(") && !isParenthesis(after) ? "" : " ";
	}

	/** @return the text of a keyword, else nothing */
	private static String symbol(ISemanticRegion region) {
		return region.getGrammarElement() instanceof Keyword ? region.getText() : "";
	}

	/** A minus in front of a value. */
	private static boolean isSign(ISemanticRegion region) {
		return region.getText().equals("-") && region.getGrammarElement() instanceof RuleCall call
				&& call.getRule() instanceof EnumRule rule && rule.getName().equals("MinusOperator");
	}

	/** A parenthesis that groups a formula, unlike one behind a name. */
	private static boolean isParenthesis(ISemanticRegion region) {
		ParserRule rule = GrammarUtil.containingParserRule(region.getGrammarElement());
		return rule != null && rule.getName().equals("Primary");
	}
}
