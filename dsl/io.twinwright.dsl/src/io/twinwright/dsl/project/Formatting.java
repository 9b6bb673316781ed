package io.twinwright.dsl.project;

import java.util.List;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;

/** Lays a file out. */
public final class Formatting {
	private Formatting() {
	}

	/** @return the text of a file, laid out; its tokens and comments are those of the file; as it is if it has syntax errors */
	public static String format(XtextResource file) {
		if (file.getParseResult().hasSyntaxErrors()) {
			return file.getParseResult().getRootNode().getText();
		}
		var services = file.getResourceServiceProvider();
		ITextRegionAccess access = services.get(TextRegionAccessBuilder.class).forNodeModel(file).create();
		FormatterRequest request = services.get(FormatterRequest.class).setTextRegionAccess(access);
		List<ITextReplacement> changes = services.get(IFormatter2.class).format(request);
		return access.getRewriter().renderToString(changes);
	}
}
