package io.twinwright.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.link.ProposalPosition;
import org.eclipse.swt.graphics.Point;

/**
 * A text with places to fill in (LSP 3.17, snippet syntax): {@code $1}, {@code ${1:default}}, {@code ${1|one,other|}}.
 *
 * @param text what is inserted
 * @param places the places by their number; places of one number change together
 * @param end where the cursor is at last, relative to the text
 */
record Snippet(String text, Map<Integer, List<Place>> places, int end) {
	private static final Pattern PLACE = Pattern.compile("\\$(?:(\\d+)|\\{(\\d+)(?::([^}]*)|\\|([^|]*)\\|)?})");

	/** A place, relative to the text. */
	record Place(int offset, int length, List<String> choices) {
	}

	/**
	 * @param isSnippet whether the text has places at all
	 * @param indentation what begins each new line
	 */
	static Snippet of(String given, boolean isSnippet, String indentation) {
		if (!isSnippet) {
			return new Snippet(given, Map.of(), given.length());
		}
		String source = given.replace("\n", "\n" + indentation);
		StringBuilder text = new StringBuilder();
		Map<Integer, List<Place>> places = new TreeMap<>();
		int end = -1;
		int from = 0;
		Matcher place = PLACE.matcher(source);
		while (place.find()) {
			text.append(source, from, place.start());
			from = place.end();
			int number = Integer.parseInt(place.group(1) != null ? place.group(1) : place.group(2));
			List<String> choices = place.group(4) == null ? List.of() : List.of(place.group(4).split(","));
			String shown = place.group(3) != null ? place.group(3) : choices.isEmpty() ? "" : choices.getFirst();
			if (number == 0) {
				end = text.length();
			} else {
				places.computeIfAbsent(number, key -> new ArrayList<>()).add(new Place(text.length(), shown.length(), choices));
			}
			text.append(shown);
		}
		text.append(source.substring(from));
		return new Snippet(text.toString(), places, end < 0 ? text.length() : end);
	}

	/** @return the first place, or the end, in a document in which the text stands at an offset */
	Point selection(int start) {
		return places.isEmpty() ? new Point(start + end, 0)
				: places.values().stream().findFirst().map(List::getFirst).map(place -> new Point(start + place.offset(), place.length()))
						.orElseThrow();
	}

	/** Lets the user go from place to place with the tabulator. */
	void edit(ITextViewer viewer, int start) {
		if (places.isEmpty()) {
			return;
		}
		IDocument document = viewer.getDocument();
		try {
			LinkedModeModel model = new LinkedModeModel();
			int sequence = 0;
			for (List<Place> same : places.values()) {
				LinkedPositionGroup group = new LinkedPositionGroup();
				for (Place place : same) {
					group.addPosition(position(document, start + place.offset(), place, sequence++));
				}
				model.addGroup(group);
			}
			model.forceInstall();
			LinkedModeUI mode = new LinkedModeUI(model, viewer);
			mode.setExitPosition(viewer, start + end, 0, Integer.MAX_VALUE);
			mode.enter();
		} catch (BadLocationException e) {
			ILog.of(Snippet.class).warn("A snippet does not fit into its text.", e);
		}
	}

	private static LinkedPosition position(IDocument document, int offset, Place place, int sequence) {
		ICompletionProposal[] choices = place.choices().stream()
				.map(choice -> new CompletionProposal(choice, offset, place.length(), choice.length())).toArray(ICompletionProposal[]::new);
		return choices.length == 0 ? new LinkedPosition(document, offset, place.length(), sequence)
				: new ProposalPosition(document, offset, place.length(), sequence, choices);
	}
}
