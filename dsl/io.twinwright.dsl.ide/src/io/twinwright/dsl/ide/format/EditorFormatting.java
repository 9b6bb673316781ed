package io.twinwright.dsl.ide.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;

/** Lays a file or a part of it out with the indentation that the client wants; two spaces if it does not say. */
public final class EditorFormatting extends FormattingService {
	private static final String INDENT = "  ";

	@Override
	public List<TextEdit> format(XtextResource file, Document document, int offset, int length, FormattingOptions options) {
		MapBasedPreferenceValues preferences = new MapBasedPreferenceValues();
		preferences.put(FormatterPreferenceKeys.indentation, indent(options));
		List<TextEdit> edits = new ArrayList<>();
		for (ITextReplacement change : format2(file, new TextRegion(offset, length), preferences)) {
			edits.add(toTextEdit(document, change.getReplacementText(), change.getOffset(), change.getLength()));
		}
		return edits;
	}

	private static String indent(FormattingOptions options) {
		if (options == null) {
			return INDENT;
		}
		return options.isInsertSpaces() ? " ".repeat(Math.max(options.getTabSize(), 0)) : "\t";
	}
}
