package io.twinwright.dsl.ide.hover;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.dsl.services.TwinGrammarAccess;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.ITextRegion;

/** Describes names and units, in Markdown. */
public final class Hovers implements IHoverService {
	@Inject
	private TwinGrammarAccess grammar;
	@Inject
	private Descriptions descriptions;

	@Override
	public Hover hover(Document document, XtextResource file, HoverParams parameters, CancelIndicator cancel) {
		int offset = document.getOffSet(parameters.getPosition());
		Optional<Pointed> pointed = Pointed.at(file, offset);
		if (pointed.isPresent()) {
			return hover(file, pointed.get().region(), descriptions.full(pointed.get(), file));
		}
		return unit(file, offset).or(() -> unit(file, offset - 1)).orElse(null);
	}

	private Optional<Hover> unit(XtextResource file, int offset) {
		ILeafNode leaf = Pointed.leaf(file, offset);
		boolean isUnit = leaf != null && leaf.getGrammarElement() instanceof RuleCall call
				&& call.getRule() == grammar.getUNITRule();
		return isUnit ? Optional.of(hover(file, leaf.getTextRegion(), UnitFacts.of(leaf.getText()))) : Optional.empty();
	}

	private static Hover hover(XtextResource file, ITextRegion region, String markdown) {
		return new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown), Places.range(file, region));
	}
}
