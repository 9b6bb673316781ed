package io.twinwright.dsl.ide.fold;

import io.twinwright.dsl.services.TwinGrammarAccess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.folding.FoldingRangeService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

import com.google.inject.Inject;

/**
 * Folds braces, comments over several lines, neighbouring line comments and neighbouring imports. It looks at tokens only, so
 * that broken texts fold as well.
 */
public final class Folds extends FoldingRangeService {
	@Inject
	private TwinGrammarAccess grammar;

	@Override
	public List<FoldingRange> createFoldingRanges(Document document, XtextResource file, CancelIndicator cancel) {
		List<FoldingRange> folds = new ArrayList<>();
		Deque<ILeafNode> open = new ArrayDeque<>();
		Lines comments = new Lines(folds, FoldingRangeKind.Comment);
		Lines imports = new Lines(folds, FoldingRangeKind.Imports);
		boolean inImport = false;
		for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
			if (leaf.getGrammarElement() == grammar.getWSRule()) {
				continue;
			}
			int line = document.getPosition(leaf.getOffset()).getLine();
			if (leaf.getGrammarElement() == grammar.getSL_COMMENTRule()) {
				if (document.getLineContent(line).stripLeading().startsWith("//")) {
					comments.add(line);
				}
			} else if (leaf.getGrammarElement() == grammar.getML_COMMENTRule()) {
				add(folds, line, document.getPosition(leaf.getEndOffset()).getLine(), FoldingRangeKind.Comment);
			} else if (leaf.getText().equals("{")) {
				open.push(leaf);
			} else if (leaf.getText().equals("}") && !open.isEmpty()) {
				add(folds, document.getPosition(open.pop().getOffset()).getLine(), line - 1, FoldingRangeKind.Region);
			}
			if (!leaf.isHidden()) {
				inImport = isImport(leaf) || inImport && isPartOfName(leaf);
				if (inImport) {
					imports.add(line);
				} else {
					imports.end();
				}
			}
		}
		comments.end();
		imports.end();
		folds.sort(Comparator.comparingInt(FoldingRange::getStartLine).thenComparingInt(FoldingRange::getEndLine));
		return folds;
	}

	private boolean isImport(ILeafNode leaf) {
		return leaf.getGrammarElement() == grammar.getImportAccess().getImportKeyword_0();
	}

	private boolean isPartOfName(ILeafNode leaf) {
		return leaf.getGrammarElement() != null
				&& GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(leaf.getGrammarElement()));
	}

	private static void add(List<FoldingRange> folds, int start, int end, String kind) {
		if (end > start) {
			FoldingRange fold = new FoldingRange(start, end);
			fold.setKind(kind);
			folds.add(fold);
		}
	}

	/** Neighbouring lines that fold together. */
	private static final class Lines {
		private final List<FoldingRange> folds;
		private final String kind;
		private int first = -1;
		private int last = -1;

		Lines(List<FoldingRange> folds, String kind) {
			this.folds = folds;
			this.kind = kind;
		}

		void add(int line) {
			if (first >= 0 && line > last + 1) {
				end();
			}
			first = first < 0 ? line : first;
			last = line;
		}

		void end() {
			if (first >= 0) {
				Folds.add(folds, first, last, kind);
			}
			first = -1;
		}
	}
}
