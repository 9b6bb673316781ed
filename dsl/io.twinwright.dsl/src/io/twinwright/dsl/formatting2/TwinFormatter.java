package io.twinwright.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegionPart;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.eclipse.xtext.formatting2.regionaccess.IWhitespace;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.util.ITextRegion;

/**
 * The layout of the text. Only what stands between two tokens changes; comments stay where they are. What stands in braces
 * is on lines of its own, two spaces further in; a short pair of braces that the author wrote on one line stays on it. A
 * line that the author broke before a clause or in a formula stays broken, one that is too long is broken there, and the
 * rest is indented further. Neighbouring lines of one kind are aligned like a table; a blank line ends the table.
 */
public final class TwinFormatter implements IFormatter2 {
	private static final String INDENT = "  ";

	@Override
	public List<ITextReplacement> format(FormatterRequest request) {
		ITextRegionAccess access = request.getTextRegionAccess();
		IEObjectRegion root = access.regionForRootEObject();
		if (root == null || access.hasSyntaxError()) {
			return List.of();
		}
		String lineEnd = lineEnd(access.regionForDocument().getText());
		List<ITextReplacement> changes = new ArrayList<>();
		for (Gap gap : new Layout(root, new Places(access, root), indent(request)).gaps()) {
			replace(gap.region, text(gap).replace("\n", lineEnd), request, changes);
			if (gap.after != null && !request.isFormatUndefinedHiddenRegionsOnly()) {
				replace(gap.after, Gap.tidy(gap.after.getText()).replace("\n", lineEnd), request, changes);
			}
		}
		return changes;
	}

	private static void replace(ITextSegment segment, String wanted, FormatterRequest request, List<ITextReplacement> changes) {
		if (!wanted.equals(segment.getText()) && isAsked(segment, request)) {
			changes.add(segment.replaceWith(wanted));
		}
	}

	private static boolean isAsked(ITextSegment segment, FormatterRequest request) {
		if (request.isFormatUndefinedHiddenRegionsOnly() && segment instanceof IHiddenRegion hidden && !hidden.isUndefined()
				&& !isBeforeNew(hidden) && !isJoined(hidden)) {
			return false;
		}
		return request.getRegions().isEmpty() || request.getRegions().stream().anyMatch(asked -> contains(asked, segment));
	}

	/** What an edited model adds behind all others would get the space that stood before the brace. */
	private static boolean isBeforeNew(IHiddenRegion space) {
		ISemanticRegion next = space.getNextSemanticRegion();
		return next != null && next.getNextHiddenRegion() != null && next.getNextHiddenRegion().isUndefined();
	}

	/** @return what shall stand in a gap; where a line went out of an edited model no blank line is left of it */
	private static String text(Gap gap) {
		boolean isClosed = isJoined(gap.region) && gap.region.getParts().stream().noneMatch(part -> part.getText().chars().filter(c -> c == '\n').count() > 1);
		return isClosed ? gap.text.replaceFirst("\n\n", "\n") : gap.text;
	}

	/** Where an edited model has lost something, the space on both sides of it is left, one behind the other. */
	private static boolean isJoined(IHiddenRegion space) {
		boolean isSpace = false;
		for (IHiddenRegionPart part : space.getParts()) {
			if (isSpace && part instanceof IWhitespace) {
				return true;
			}
			isSpace = part instanceof IWhitespace;
		}
		return false;
	}

	private static boolean contains(ITextRegion asked, ITextRegion region) {
		return region.getOffset() >= asked.getOffset()
				&& region.getOffset() + region.getLength() <= asked.getOffset() + asked.getLength();
	}

	/** @return the line end that the first line of a text has */
	private static String lineEnd(String text) {
		int first = text.indexOf('\n');
		return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
	}

	private static String indent(FormatterRequest request) {
		if (request.getPreferences() instanceof MapBasedPreferenceValues values
				&& values.getValues().containsKey(FormatterPreferenceKeys.indentation.getId())) {
			return values.getPreference(FormatterPreferenceKeys.indentation);
		}
		return INDENT;
	}
}
