package io.twinwright.dsl.formatting2;

import io.twinwright.model.EntryHolder;
import io.twinwright.model.Enumeration;
import io.twinwright.model.TwinPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.util.ITextRegion;

/**
 * The layout of the text. Only what stands between two tokens changes; comments stay where they are. What stands in braces
 * is on lines of its own, two spaces further in; a short pair of braces that the author wrote on one line stays on it.
 * A line break inside an element stays and indents the rest of the element. Colons of neighbouring lines are aligned.
 */
public final class TwinFormatter implements IFormatter2 {
	private static final int WIDEST = 120;
	private static final String INDENT = "  ";
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	/** The lists that stand in braces or in a file; what else is of their classes stands in a header. */
	private static final Set<EReference> LISTED = Set.of(TWIN.getModel_Elements(), TWIN.getStructure_Elements(),
			TWIN.getEntryHolder_Entries(), TWIN.getEnumeration_Literals(), TWIN.getFeedback_Reactions(), TWIN.getRecipe_Steps(),
			TWIN.getContract_Items(), TWIN.getOffer_Items(), TWIN.getPolicy_Rules(), TWIN.getScenario_Items());

	@Override
	public List<ITextReplacement> format(FormatterRequest request) {
		ITextRegionAccess access = request.getTextRegionAccess();
		IEObjectRegion root = access.regionForRootEObject();
		if (root == null || access.hasSyntaxError()) {
			return List.of();
		}
		List<ITextReplacement> changes = new ArrayList<>();
		String text = access.regionForDocument().getText();
		String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
		for (Gap gap : new Pass(root, starts(access, root), indent(request)).run()) {
			String wanted = gap.text.replace("\n", lineEnd);
			if (wanted.equals(gap.region.getText()) || !isAsked(gap.region, request)) {
				continue;
			}
			changes.add(gap.region.replaceWith(wanted));
		}
		return changes;
	}

	private static boolean isAsked(IHiddenRegion region, FormatterRequest request) {
		if (request.isFormatUndefinedHiddenRegionsOnly() && !region.isUndefined()) {
			return false;
		}
		return request.getRegions().isEmpty() || request.getRegions().stream().anyMatch(asked -> touches(asked, region));
	}

	private static boolean touches(ITextRegion asked, ITextRegion region) {
		return region.getOffset() >= asked.getOffset()
				&& region.getOffset() + region.getLength() <= asked.getOffset() + asked.getLength();
	}

	private static String indent(FormatterRequest request) {
		if (request.getPreferences() instanceof MapBasedPreferenceValues values
				&& values.getValues().containsKey(FormatterPreferenceKeys.indentation.getId())) {
			return values.getPreference(FormatterPreferenceKeys.indentation);
		}
		return INDENT;
	}

	/** @return the gaps before the elements that begin a line */
	private static Set<IHiddenRegion> starts(ITextRegionAccess access, IEObjectRegion root) {
		Set<IHiddenRegion> starts = new HashSet<>();
		TreeIterator<EObject> contents = EcoreUtil.getAllContents(root.getSemanticElement(), true);
		while (contents.hasNext()) {
			EObject object = contents.next();
			if (LISTED.contains(object.eContainmentFeature())) {
				IEObjectRegion region = access.regionForEObject(object);
				if (region != null && region.getPreviousHiddenRegion() != null) {
					starts.add(region.getPreviousHiddenRegion());
				}
			}
		}
		return starts;
	}

	/** A place between two tokens and what shall stand there. */
	private static final class Gap {
		private final IHiddenRegion region;
		private String text = "";

		Gap(IHiddenRegion region) {
			this.region = region;
		}
	}

	/** A line of an element with a colon, to be aligned with its neighbours. */
	private record Colon(Gap gap, int column, Class<?> kind) {
	}

	/** One walk through a text. */
	private static final class Pass {
		private final IEObjectRegion root;
		private final Set<IHiddenRegion> starts;
		private final String unit;
		private final List<Gap> gaps = new ArrayList<>();
		private final Deque<Boolean> oneLine = new ArrayDeque<>();
		private final List<Colon> colons = new ArrayList<>();
		private int depth;
		private boolean continued;
		private int column;
		private boolean colonSeen;
		private EObject element;

		Pass(IEObjectRegion root, Set<IHiddenRegion> starts, String unit) {
			this.root = root;
			this.starts = starts;
			this.unit = unit;
		}

		List<Gap> run() {
			IHiddenRegion first = root.getPreviousHiddenRegion();
			if (first == null) {
				return gaps;
			}
			ISemanticRegion before = null;
			for (IHiddenRegion hidden = first; hidden != null;) {
				ISemanticRegion after = hidden.getNextSemanticRegion();
				Gap gap = new Gap(hidden);
				gaps.add(gap);
				gap(gap, before, after);
				if (after == null) {
					break;
				}
				column += width(after.getText());
				before = after;
				hidden = after.getNextHiddenRegion();
			}
			align();
			return gaps;
		}

		private void gap(Gap gap, ISemanticRegion before, ISemanticRegion after) {
			if (after == null) {
				flush();
				gap.text = comments(gap.region, "\n", before == null ? 0 : 1);
			} else if (before == null) {
				gap.text = comments(gap.region, "", 0);
			} else if (isKeyword(before, "{")) {
				open(gap, before, after);
			} else if (isKeyword(after, "}")) {
				close(gap);
			} else if (starts.contains(gap.region)) {
				start(gap, after);
			} else {
				inline(gap, before, after);
			}
			int line = gap.text.lastIndexOf('\n');
			column = line < 0 ? column + gap.text.length() : gap.text.length() - line - 1;
		}

		private void open(Gap gap, ISemanticRegion brace, ISemanticRegion after) {
			continued = false;
			boolean single = isOneLine(brace);
			if (isKeyword(after, "}")) {
				oneLine.push(true);
				close(gap);
				return;
			}
			oneLine.push(single);
			depth++;
			if (single) {
				gap.text = " ";
			} else {
				flush();
				gap.text = lines(gap.region, 1, 1);
				begin(after);
			}
		}

		private void close(Gap gap) {
			continued = false;
			boolean single = !oneLine.isEmpty() && oneLine.pop();
			if (single && !gap.region.containsComment()) {
				depth -= gap.region.getPreviousSemanticRegion() != null
						&& isKeyword(gap.region.getPreviousSemanticRegion(), "{") ? 0 : 1;
				gap.text = " ";
				return;
			}
			flush();
			boolean empty = isKeyword(gap.region.getPreviousSemanticRegion(), "{");
			String inner = comments(gap.region, null, 1);
			depth -= empty ? 0 : 1;
			gap.text = inner + "\n" + unit.repeat(depth);
		}

		private void start(Gap gap, ISemanticRegion after) {
			continued = false;
			if (!oneLine.isEmpty() && oneLine.peek()) {
				gap.text = " ";
				return;
			}
			gap.text = lines(gap.region, 1, 2);
			if (gap.text.indexOf('\n') != gap.text.lastIndexOf('\n')) {
				flush();
			}
			begin(after);
		}

		private void begin(ISemanticRegion first) {
			element = first.getSemanticElement();
			colonSeen = false;
		}

		private void inline(Gap gap, ISemanticRegion before, ISemanticRegion after) {
			boolean broken = gap.region.getText().contains("\n") && !isKeyword(after, "{") && (oneLine.isEmpty() || !oneLine.peek());
			if (broken || gap.region.containsComment()) {
				if (broken && !continued) {
					continued = true;
				}
				gap.text = broken ? lines(gap.region, 1, 1) : comments(gap.region, Spacing.between(before, after), 0);
				colonSeen |= broken;
			} else {
				gap.text = Spacing.between(before, after);
			}
			if (!colonSeen && isKeyword(after, ":") && after.getSemanticElement() == element && oneLine().equals(false)) {
				colonSeen = true;
				colons.add(new Colon(gap, column, element.eClass().getInstanceClass()));
			}
		}

		private Boolean oneLine() {
			return !oneLine.isEmpty() && oneLine.peek();
		}

		/** Whether braces, with those in them, were on one line and still fit there. */
		private boolean isOneLine(ISemanticRegion brace) {
			EObject owner = brace.getSemanticElement();
			int length = 0;
			int inner = 0;
			for (ISemanticRegion next = brace.getNextSemanticRegion(); next != null; next = next.getNextSemanticRegion()) {
				IHiddenRegion hidden = next.getPreviousHiddenRegion();
				length += width(next.getText()) + 1;
				if (column + length > WIDEST || hidden.getText().contains("\n") || hidden.containsComment()) {
					return false;
				}
				if (starts.contains(hidden) && !isFlat(next.getSemanticElement().eContainer())) {
					inner++;
				}
				if (isKeyword(next, "}") && next.getSemanticElement() == owner) {
					return inner <= 2;
				}
			}
			return false;
		}

		/** Whether any number of elements may stand on one line in the braces of this one. */
		private static boolean isFlat(EObject owner) {
			return owner instanceof EntryHolder || owner instanceof Enumeration;
		}

		/** @return line breaks between {@code least} and {@code most}, comments kept, and the indentation of the next token */
		private String lines(IHiddenRegion region, int least, int most) {
			String comments = comments(region, null, least);
			int tail = newLines(tail(region));
			int breaks = Math.max(least, Math.min(most, tail));
			return comments + "\n".repeat(breaks) + unit.repeat(depth + (continued ? 2 : 0));
		}

		private static String tail(IHiddenRegion region) {
			var parts = region.getAlternatingMergedSpaceAndComments();
			String last = parts.isEmpty() ? "" : parts.getLast().getText();
			boolean afterLineComment = parts.size() > 1 && parts.get(parts.size() - 2).getText().startsWith("//");
			return (afterLineComment ? "\n" : "") + last;
		}

		private static int newLines(String text) {
			return (int) text.chars().filter(c -> c == '\n').count();
		}

		/**
		 * The comments of a gap, each where it was: behind the token before, or on lines of its own.
		 *
		 * @param end what stands after them, null if the caller adds it
		 */
		private String comments(IHiddenRegion region, String end, int least) {
			StringBuilder text = new StringBuilder();
			boolean lineComment = false;
			int breaks = 0;
			boolean any = false;
			for (var part : region.getAlternatingMergedSpaceAndComments()) {
				String piece = part.getText();
				if (piece.isBlank()) {
					breaks += newLines(piece);
					continue;
				}
				boolean atStart = region.getPreviousSemanticRegion() == null && !any;
				if (!atStart) {
					text.append(breaks == 0 ? " " : "\n".repeat(Math.min(2, breaks)) + unit.repeat(depth + (continued ? 2 : 0)));
				}
				text.append(comment(piece));
				lineComment = piece.startsWith("//");
				breaks = lineComment && piece.endsWith("\n") ? 1 : 0;
				any = true;
			}
			if (end == null) {
				return text.toString();
			}
			if (!any) {
				return end;
			}
			String indent = unit.repeat(depth + (continued ? 2 : 0));
			if (region.getPreviousSemanticRegion() == null) {
				return text + "\n".repeat(Math.max(1, Math.min(2, breaks)));
			}
			return end.equals("\n") ? text + "\n" : text + (lineComment ? "\n" + indent : breaks > 0 ? "\n" + indent : " ");
		}

		private String comment(String comment) {
			String[] lines = comment.stripTrailing().split("\r?\n");
			StringBuilder text = new StringBuilder(lines[0].stripTrailing());
			for (int i = 1; i < lines.length; i++) {
				String line = lines[i].strip();
				boolean starred = line.startsWith("*");
				text.append('\n').append(starred ? unit.repeat(depth) + " " + line : lines[i].stripTrailing());
			}
			return text.toString();
		}

		/** Aligns the colons of the lines seen since the last break between groups. */
		private void flush() {
			align();
		}

		private void align() {
			int from = 0;
			while (from < colons.size()) {
				int to = from + 1;
				while (to < colons.size() && colons.get(to).kind() == colons.get(from).kind()) {
					to++;
				}
				List<Colon> group = colons.subList(from, to);
				int widest = group.stream().mapToInt(Colon::column).max().orElse(0);
				int least = group.stream().mapToInt(Colon::column).min().orElse(0);
				if (widest - least <= 16) {
					group.forEach(colon -> colon.gap().text = " ".repeat(widest - colon.column() + 1));
				}
				from = to;
			}
			colons.clear();
		}

		private static int width(String text) {
			int line = text.lastIndexOf('\n');
			return text.substring(line + 1).codePoints().map(c -> Character.isIdeographic(c) || c >= 0xac00 && c <= 0xd7a3 ? 2 : 1).sum();
		}

		private static boolean isKeyword(ISemanticRegion region, String keyword) {
			return region != null && keyword.equals(region.getText())
					&& region.getGrammarElement() instanceof Keyword;
		}
	}
}
