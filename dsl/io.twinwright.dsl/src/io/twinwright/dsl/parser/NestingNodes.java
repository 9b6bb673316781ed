package io.twinwright.dsl.parser;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;

/**
 * Builds the nodes of one text and refuses a model that is nested too deeply. While it builds, it counts how deep the model
 * can be at most, so that the model itself is looked through only where that is not enough to let it pass.
 */
final class NestingNodes extends NodeModelBuilder {
	/** How many elements may stand in each other; linking and checking follow them by recursion and in quadratic time. */
	private static final int DEEPEST = 500;

	private int open;
	private int mostOpen;
	private int wrapped;
	private int mostWrapped;

	@Override
	public ICompositeNode newCompositeNode(EObject grammarElement, int lookahead, ICompositeNode parent) {
		if (open == 1) {
			// one of the outermost elements begins
			wrapped = 0;
		}
		open++;
		mostOpen = Math.max(mostOpen, open);
		return super.newCompositeNode(grammarElement, lookahead, parent);
	}

	/** An element is closed and wrapped into one that begins with it: the left side of an operator. */
	@Override
	public ICompositeNode newCompositeNodeAsParentOf(EObject grammarElement, int lookahead, ICompositeNode existing) {
		open++;
		wrapped++;
		mostWrapped = Math.max(mostWrapped, wrapped);
		return super.newCompositeNodeAsParentOf(grammarElement, lookahead, existing);
	}

	@Override
	public ICompositeNode compressAndReturnParent(ICompositeNode node) {
		open--;
		return super.compressAndReturnParent(node);
	}

	@Override
	public IParseResult createParseResult(EObject model, ICompositeNode root, boolean hasErrors) {
		if (mostOpen + mostWrapped > DEEPEST && isTooDeep(model)) {
			throw new TooDeepException();
		}
		return super.createParseResult(model, root, hasErrors);
	}

	/** @return whether more elements stand in each other below an element, which may be null, than may */
	static boolean isTooDeep(EObject model) {
		Deque<Iterator<EObject>> open = new ArrayDeque<>();
		open.push(model == null ? Collections.emptyIterator() : model.eContents().iterator());
		while (!open.isEmpty() && open.size() <= DEEPEST) {
			if (open.peek().hasNext()) {
				open.push(open.peek().next().eContents().iterator());
			} else {
				open.pop();
			}
		}
		return !open.isEmpty();
	}
}
