package io.twinwright.workbench.editor;

import io.twinwright.dsl.ide.Words;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.swt.SWT;

/** Colours words, comments, texts and units at once, from the letters alone; names later, by what they mean. */
public final class TwinColouring extends PresentationReconciler {
	private SemanticColours meaning;

	public TwinColouring() {
		DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner());
		setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
		setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
	}

	/** @return what tells words, comments, texts and units apart, in the colours of now */
	static RuleBasedScanner scanner() {
		IToken comment = token(Colours.COMMENT, SWT.NORMAL);
		IToken string = token(Colours.STRING, SWT.NORMAL);
		// a name is one token, or its end would be taken for a word: 'per' in 'Capper'
		WordRule words = new WordRule(new Name(), new Token(null));
		IToken keyword = token(Colours.KEYWORD, SWT.BOLD);
		Words.ALL.forEach(word -> words.addWord(word, keyword));
		RuleBasedScanner scanner = new RuleBasedScanner();
		scanner.setRules(List.of(new EndOfLineRule("//", comment), new MultiLineRule("/*", "*/", comment, (char) 0, true),
				new SingleLineRule("\"", "\"", string, '\\', true), new SingleLineRule("[", "]", token(Colours.UNIT, SWT.NORMAL)), words)
				.toArray(IRule[]::new));
		return scanner;
	}

	@Override
	public void install(ITextViewer viewer) {
		super.install(viewer);
		meaning = SemanticColours.install(viewer);
	}

	@Override
	public void uninstall() {
		if (meaning != null) {
			meaning.uninstall();
		}
		super.uninstall();
	}

	private static IToken token(String colour, int style) {
		return new Token(new TextAttribute(Colours.get(colour), null, style));
	}

	private static final class Name implements IWordDetector {
		@Override
		public boolean isWordStart(char letter) {
			return Character.isLetter(letter) || letter == '_';
		}

		@Override
		public boolean isWordPart(char letter) {
			return Character.isLetterOrDigit(letter) || letter == '_';
		}
	}
}
