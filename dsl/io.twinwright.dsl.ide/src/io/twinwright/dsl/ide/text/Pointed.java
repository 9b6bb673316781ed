package io.twinwright.dsl.ide.text;

import io.twinwright.model.NamedElement;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;

/**
 * A name under the cursor and what it means.
 *
 * @param element what is declared here or meant here
 * @param region the name; of a qualified name its last part
 * @param isDeclaration whether the element is declared here
 */
public record Pointed(NamedElement element, ITextRegion region, boolean isDeclaration) {
	/** @return the name at or right before an offset; empty if there is none or it means nothing */
	public static Optional<Pointed> at(XtextResource file, int offset) {
		return at(leaf(file, offset)).or(() -> at(leaf(file, offset - 1)));
	}

	/** @return the token at an offset, null outside the text */
	public static ILeafNode leaf(XtextResource file, int offset) {
		return offset < 0 ? null : NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), offset);
	}

	private static Optional<Pointed> at(ILeafNode leaf) {
		if (leaf == null || leaf.isHidden()) {
			return Optional.empty();
		}
		for (INode node = leaf; node != null && node.getGrammarElement() != null; node = node.getParent()) {
			if (node.getGrammarElement() instanceof CrossReference reference) {
				return referred(node, reference);
			}
			if (isName(node)) {
				EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
				return owner instanceof NamedElement named && named.getName() != null
						? Optional.of(new Pointed(named, node.getTextRegion(), true)) : Optional.empty();
			}
			if (node.hasDirectSemanticElement()) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

	private static boolean isName(INode node) {
		Assignment assignment = GrammarUtil.containingAssignment(node.getGrammarElement());
		return assignment != null && assignment.getFeature().equals("name") && node.getGrammarElement() == assignment.getTerminal();
	}

	private static Optional<Pointed> referred(INode node, CrossReference grammar) {
		EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
		EReference reference = owner == null ? null : GrammarUtil.getReference(grammar, owner.eClass());
		return reference != null && target(owner, reference, node) instanceof NamedElement named && !named.eIsProxy()
				? Optional.of(new Pointed(named, lastName(node), false)) : Optional.empty();
	}

	private static Object target(EObject owner, EReference reference, INode node) {
		Object value = owner.eGet(reference);
		if (!(value instanceof List<?> list)) {
			return value;
		}
		int index = NodeModelUtils.findNodesForFeature(owner, reference).indexOf(node);
		return index >= 0 && index < list.size() ? list.get(index) : null;
	}

	/** @return the last part of a name that may be qualified */
	public static ITextRegion lastName(INode node) {
		ITextRegion last = node.getTextRegion();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				last = leaf.getTextRegion();
			}
		}
		return last;
	}
}
