package io.twinwright.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/**
 * A Markdown page as HTML in the colours of the workbench. Twin text has the colours of the editor, what stands between « and »
 * is marked, and below what has several lines is a link that copies it. Links lead to pages of the workbench or to the web; others are plain text.
 */
final class PageHtml {
	/** What the address of a link begins with that copies a text of the page; its number follows. */
	static final String COPY = "copy:";
	/** What the addresses of pages of the workbench begin with. */
	static final String PAGE = "help:";
	private static final String STYLE = """
			body{font:13px/1.55 sans-serif;margin:10px 18px 24px;background:%1$s;color:%2$s;max-width:860px;word-break:keep-all;overflow-wrap:anywhere}
			h1{font-size:20px;line-height:1.3;margin:6px 0 10px}h2{font-size:15px;margin:18px 0 6px}h3{font-size:13px;margin:12px 0 4px}
			a{color:%3$s}ul{padding-left:20px}li{margin:2px 0}
			pre{font:13px/1.45 monospace;background:%4$s;border:1px solid %5$s;border-radius:4px;padding:8px 10px;margin:6px 0 2px;white-space:pre-wrap}
			code{font-family:monospace;font-size:13px;background:%4$s;border-radius:3px;padding:0 3px}pre code{padding:0}
			mark{background:%6$s;color:inherit;border-radius:2px;padding:1px 0}
			.copy{font-size:11px;text-align:right;margin:0 0 8px}
			table{border-collapse:collapse;margin:8px 0}th,td{border:1px solid %5$s;padding:4px 8px;text-align:left;vertical-align:top}th{background:%4$s}
			""";
	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	private final List<String> texts = new ArrayList<>();
	private final String html;

	/** In the thread of the user interface, for a control on which the page is shown. */
	PageHtml(String markdown, Control on) {
		HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
				.nodeRendererFactory(Special::new).build();
		Color back = on.getBackground();
		Color front = on.getForeground();
		html = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>" + STYLE.formatted(css(back), css(front), css(JFaceColors.getHyperlinkText(on.getDisplay())),
				css(Colours.mix(back, front, 0.05)), css(Colours.mix(back, front, 0.2)), css(Colours.mix(back, new Color(224, 150, 0), 0.4)))
				+ "</style></head><body>" + renderer.render(PARSER.parse(markdown)) + "</body></html>";
	}

	String html() {
		return html;
	}

	/** @return the twin texts of the page, which its links copy by their numbers */
	List<String> texts() {
		return texts;
	}

	static String css(Color colour) {
		return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
	}

	/** Links and twin texts. */
	private final class Special implements NodeRenderer {
		private final HtmlNodeRendererContext page;

		Special(HtmlNodeRendererContext page) {
			this.page = page;
		}

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Link.class, FencedCodeBlock.class);
		}

		@Override
		public void render(Node node) {
			switch (node) {
				case Link link -> link(link);
				case FencedCodeBlock block -> block(block);
				default -> throw new IllegalArgumentException(node.toString());
			}
		}

		private void link(Link link) {
			boolean leads = link.getDestination().startsWith(PAGE) || link.getDestination().startsWith("http");
			if (leads) {
				page.getWriter().tag("a", Map.of("href", link.getDestination()));
			}
			for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
				page.render(child);
			}
			if (leads) {
				page.getWriter().tag("/a");
			}
		}

		private void block(FencedCodeBlock block) {
			page.getWriter().line();
			if ("twin".equals(block.getInfo())) {
				TwinHtml twin = new TwinHtml(block.getLiteral().strip());
				page.getWriter().raw("<pre>" + twin.html() + "</pre>");
				if (twin.text().contains("\n")) {
					page.getWriter().raw("<div class=\"copy\"><a href=\"" + COPY + texts.size() + "\">" + Messages.copy + "</a></div>");
					texts.add(twin.text() + "\n");
				}
			} else {
				page.getWriter().tag("pre");
				page.getWriter().text(block.getLiteral());
				page.getWriter().tag("/pre");
			}
			page.getWriter().line();
		}
	}
}
