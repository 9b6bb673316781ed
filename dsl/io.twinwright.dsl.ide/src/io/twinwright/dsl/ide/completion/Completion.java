package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.dsl.ide.text.Pointed;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Lists what can stand at the cursor. The grammar says which words can follow; a copy of the text with a name at the cursor
 * says to what a name there would refer, and a copy with a unit, what the unit would be of.
 */
public final class Completion extends ContentAssistService {
	@Inject
	private IContentAssistParser parser;
	@Inject
	private FollowElementComputer follow;
	@Inject
	private KeywordItems keywords;
	@Inject
	private NameItems names;
	@Inject
	private FreeItems free;
	@Inject
	private Snippets snippets;

	@Override
	public CompletionList createCompletionList(Document document, XtextResource file, CompletionParams parameters,
			CancelIndicator cancel) {
		Cursor cursor = Cursor.at(document.getContents(), document.getOffSet(parameters.getPosition()));
		Items items = new Items(cursor.prefix(), range(file, cursor.start(), cursor));
		if (!cursor.isInQuotesOrComment() && !isInComment(file, cursor.offset())) {
			if (cursor.isUnit()) {
				UnitItems.add(file, cursor, items);
			} else {
				items = addNames(file, cursor, items);
				addWords(file, cursor, items);
			}
		}
		return new CompletionList(false, items.list());
	}

	private static Range range(XtextResource file, int start, Cursor cursor) {
		return Places.range(file, start, cursor.offset() - start);
	}

	private static boolean isInComment(XtextResource file, int offset) {
		ILeafNode leaf = Pointed.leaf(file, offset - 1);
		return leaf != null && leaf.isHidden() && leaf.getText().startsWith("/*")
				&& (leaf.getEndOffset() > offset || !leaf.getText().endsWith("*/"));
	}

	private void addWords(XtextResource file, Cursor cursor, Items items) {
		if (cursor.prefix().startsWith("^") || isBehindDot(cursor)) {
			return;
		}
		Set<AbstractElement> possible = new LinkedHashSet<>();
		follow.computeFollowElements(parser.getFollowElements(cursor.text().substring(0, cursor.start()), false), possible);
		int before = items.list().size();
		keywords.add(possible, new Surroundings(file, cursor.start()), items);
		Set<String> words = items.list().stream().skip(before).map(item -> item.getLabel()).collect(Collectors.toSet());
		snippets.add(possible, words, items);
	}

	private static boolean isBehindDot(Cursor cursor) {
		return cursor.start() > 0 && cursor.text().charAt(cursor.start() - 1) == '.';
	}

	/** @return the items, which begin further left where a qualified name is written */
	private Items addNames(XtextResource file, Cursor cursor, Items items) {
		try (Scratch scratch = Scratch.withName(file, cursor)) {
			Items found = addNames(file, scratch, cursor, items);
			if (found != null && !found.list().isEmpty()) {
				return found;
			}
		}
		try (Scratch scratch = Scratch.withConnection(file, cursor)) {
			Items found = addNames(file, scratch, cursor, items);
			return found != null ? found : items;
		}
	}

	private Items addNames(XtextResource file, Scratch scratch, Cursor cursor, Items items) {
		for (INode node = scratch.leaf(); node != null && node.getGrammarElement() != null
				&& !node.hasDirectSemanticElement(); node = node.getParent()) {
			EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
			if (node.getGrammarElement() instanceof CrossReference reference) {
				EReference meant = owner == null ? null : GrammarUtil.getReference(reference, owner.eClass());
				Items wide = from(file, node, cursor, items);
				if (meant != null) {
					names.add(owner, meant, cursor.text().substring(start(node, cursor), cursor.offset()), wide);
				}
				return wide;
			}
			Assignment assignment = GrammarUtil.containingAssignment(node.getGrammarElement());
			if (assignment != null && node.getGrammarElement() == assignment.getTerminal()) {
				Items wide = from(file, node, cursor, items);
				addFree(assignment.getFeature(), owner, wide);
				return wide;
			}
		}
		return null;
	}

	private static int start(INode node, Cursor cursor) {
		return Math.min(node.getOffset(), cursor.start());
	}

	private static Items from(XtextResource file, INode node, Cursor cursor, Items items) {
		int start = start(node, cursor);
		return start == cursor.start() ? items
				: new Items(cursor.text().substring(start, cursor.offset()), range(file, start, cursor));
	}

	private void addFree(String feature, EObject owner, Items items) {
		switch (feature) {
			case "key" -> free.addKeys(owner, items);
			case "symbol" -> free.addWords(owner, items);
			case "action" -> free.addActions(items);
			case "importedNamespace" -> free.addImports(owner, items);
			default -> {
				// a new name is for the author to choose
			}
		}
	}
}
