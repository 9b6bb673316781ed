package io.twinwright.workbench.editor;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;

/** Pages about names and units: Markdown, shown in small windows. */
final class Pages {
	/** Makes the windows. */
	static final IInformationControlCreator CONTROL = parent -> new DefaultInformationControl(parent, false);
	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
	private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

	private Pages() {
	}

	/** @return a page as HTML */
	static String html(String markdown) {
		return RENDERER.render(PARSER.parse(markdown));
	}
}
