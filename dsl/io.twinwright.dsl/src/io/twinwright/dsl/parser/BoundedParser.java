package io.twinwright.dsl.parser;

import com.google.common.base.Throwables;
import com.google.inject.Inject;
import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.parser.antlr.TwinParser;
import io.twinwright.dsl.parser.antlr.internal.InternalTwinParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.antlr.runtime.BitSet;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.parser.ParseResult;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.eclipse.xtext.util.ReplaceRegion;

/**
 * Reads texts that are nested deeper than the machine can follow as texts with one error, instead of failing. The byte
 * order mark that some editors put before a text is read as space.
 */
public class BoundedParser extends TwinParser {
	private static final char BYTE_ORDER_MARK = '\ufeff';
	/** How many rules of the grammar may be open at once; a pair of parentheses opens nine. */
	private static final int MOST_OPEN = 1500;

	@Inject
	private NodeModelBuilder nodes;

	@Override
	public IParseResult doParse(Reader reader) {
		String text = text(reader);
		try {
			return super.doParse(new StringReader(text));
		} catch (ParseException failure) {
			return refused(text, failure);
		}
	}

	@Override
	protected IParseResult doReparse(IParseResult previous, ReplaceRegion change) {
		try {
			IParseResult result = super.doReparse(previous, change);
			return NestingNodes.isTooDeep(result.getRootASTElement()) ? refused(result.getRootNode().getText()) : result;
		} catch (ParseException failure) {
			return refused(changed(previous, change), failure);
		}
	}

	@Override
	protected InternalTwinParser createParser(XtextTokenStream tokens) {
		return new InternalTwinParser(tokens, getGrammarAccess()) {
			@Override
			protected void pushFollow(BitSet follow) {
				if (state._fsp >= MOST_OPEN) {
					throw new TooDeepException();
				}
				super.pushFollow(follow);
			}
		};
	}

	@Override
	protected NodeModelBuilder createNodeModelBuilder() {
		return new NestingNodes();
	}

	private IParseResult refused(String text, ParseException failure) {
		if (Throwables.getCausalChain(failure).stream().noneMatch(cause -> cause instanceof TooDeepException
				|| cause instanceof StackOverflowError)) {
			throw failure;
		}
		return refused(text);
	}

	/** @return a result without a model, whose only node is as long as the text and has the error */
	private IParseResult refused(String text) {
		ICompositeNode root = super.doParse(new StringReader(" ".repeat(text.length()))).getRootNode();
		for (INode leaf : root.getLeafNodes()) {
			nodes.setSyntaxError(leaf, new SyntaxErrorMessage(
					"The text is nested too deeply to be read. Take some of its braces, parentheses or formulas apart.",
					Rule.SYNTAX.code()));
			break;
		}
		return new ParseResult(null, root, true);
	}

	private static String changed(IParseResult previous, ReplaceRegion change) {
		StringBuilder text = new StringBuilder(previous.getRootNode().getText());
		change.applyTo(text);
		return text.toString();
	}

	private static String text(Reader reader) {
		try (reader) {
			StringBuilder text = new StringBuilder();
			char[] buffer = new char[8192];
			for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
				text.append(buffer, 0, read);
			}
			if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
				text.setCharAt(0, ' ');
			}
			return text.toString();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
