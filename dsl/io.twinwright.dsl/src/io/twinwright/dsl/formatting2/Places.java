package io.twinwright.dsl.formatting2;

import io.twinwright.model.Binary;
import io.twinwright.model.Constraint;
import io.twinwright.model.OrderClause;
import io.twinwright.model.TwinPackage;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;

/** Where lines begin, and where they may be broken. */
final class Places {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	/** The lists that stand in braces or in a file; what else is of their classes stands in a header. */
	private static final Set<EReference> LISTED = Set.of(TWIN.getModel_Elements(), TWIN.getStructure_Elements(),
			TWIN.getEntryHolder_Entries(), TWIN.getEnumeration_Literals(), TWIN.getFeedback_Reactions(), TWIN.getRecipe_Steps(),
			TWIN.getContract_Items(), TWIN.getOffer_Items(), TWIN.getPolicy_Rules(), TWIN.getScenario_Items());

	private final Set<IHiddenRegion> starts = new HashSet<>();
	private final Set<IHiddenRegion> clauses = new HashSet<>();
	private final Set<IHiddenRegion> operators = new HashSet<>();

	Places(ITextRegionAccess access, IEObjectRegion root) {
		TreeIterator<EObject> contents = EcoreUtil.getAllContents(root.getSemanticElement(), true);
		while (contents.hasNext()) {
			EObject object = contents.next();
			if (LISTED.contains(object.eContainmentFeature())) {
				add(starts, access.regionForEObject(object));
			} else if (object instanceof OrderClause || object instanceof Constraint) {
				add(clauses, access.regionForEObject(object));
			} else if (object instanceof Binary && access.regionForEObject(object) != null) {
				add(operators, access.regionForEObject(object).getRegionFor().feature(TWIN.getBinary_Operator()));
			}
		}
	}

	private static void add(Set<IHiddenRegion> places, ISemanticRegion region) {
		if (region != null) {
			places.add(region.getPreviousHiddenRegion());
		}
	}

	private static void add(Set<IHiddenRegion> places, IEObjectRegion region) {
		if (region != null && region.getPreviousHiddenRegion() != null) {
			places.add(region.getPreviousHiddenRegion());
		}
	}

	/** Whether an element begins here that has a line of its own. */
	boolean isStart(IHiddenRegion region) {
		return starts.contains(region);
	}

	/** Whether a line is well broken here: before a clause or a formula. */
	boolean isClause(Gap gap) {
		return clauses.contains(gap.region) || isKeyword(gap.after, "=");
	}

	/** Whether a line may be broken here at all. */
	boolean isBreakable(Gap gap) {
		return isClause(gap) || operators.contains(gap.region) || isKeyword(gap.before, ",")
				|| gap.after != null && gap.after.getGrammarElement() instanceof Keyword word
						&& Character.isLetter(word.getValue().charAt(0)) && " ".equals(Spacing.between(gap.before, gap.after));
	}

	static boolean isKeyword(ISemanticRegion region, String keyword) {
		return region != null && keyword.equals(region.getText()) && region.getGrammarElement() instanceof Keyword;
	}
}
