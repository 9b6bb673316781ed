package io.twinwright.dsl.ide.completion;

import io.twinwright.core.structure.ClauseFit;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.model.Call;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Contract;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Structure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** What stands around the cursor in the text as it is. */
final class Surroundings {
	private final ILeafNode before;
	private final int offset;

	/** @param offset where the word at the cursor begins */
	Surroundings(XtextResource file, int offset) {
		ILeafNode leaf = Pointed.leaf(file, offset - 1);
		while (leaf != null && (leaf.isHidden() || leaf.getGrammarElement() == null)) {
			leaf = Pointed.leaf(file, leaf.getOffset() - 1);
		}
		this.before = leaf;
		this.offset = offset;
	}

	/** @return the nearest element that the text before the cursor belongs to, null at the beginning */
	EObject element() {
		return before == null ? null : NodeModelUtils.findActualSemanticObjectFor(before);
	}

	/** @return the element to whose header a clause here would belong, null where that is not known */
	EObject clauseHolder() {
		EObject start = element();
		if (start instanceof Call call && before.getText().equals(")")) {
			start = call.eContainer();
		}
		for (EObject up = start; up != null; up = up.eContainer()) {
			if (up instanceof Call) {
				return null;
			}
			if (ClauseFit.holder(up) != null) {
				return up;
			}
		}
		return null;
	}

	/** @return the words of the clauses that the holder has and can have once only */
	static Set<String> given(EObject holder) {
		Set<String> given = new HashSet<>();
		List<? extends OrderClause> clauses = switch (holder) {
			case ClauseHolder element -> element.getClauses();
			case Order order -> order.getClauses();
			default -> List.of();
		};
		for (OrderClause clause : clauses) {
			String key = ClauseFit.onceKey(clause);
			if (key != null) {
				given.add(key);
			}
		}
		return given;
	}

	/** @return the element in whose braces the cursor is, null outside of all */
	EObject braces() {
		for (EObject up = element(); up != null; up = up.eContainer()) {
			if ((up instanceof Structure || up instanceof Contract || up instanceof Offer) && isInside(up)) {
				return up;
			}
		}
		return null;
	}

	/** Whether the opening brace is before the cursor and the closing one behind it or missing. */
	private boolean isInside(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		boolean open = false;
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden() && NodeModelUtils.findActualSemanticObjectFor(leaf) == element) {
				boolean isBefore = leaf.getOffset() < offset;
				if (leaf.getText().equals("{") && isBefore) {
					open = true;
				} else if (leaf.getText().equals("}") && isBefore) {
					return false;
				}
			}
		}
		return open;
	}
}
