package io.twinwright.dsl.ide.edit;

import io.twinwright.core.diagnostic.Fix.Edit;
import java.util.ArrayList;
import java.util.List;

/** A text that changes step by step; it knows in which spans it differs from what it was. */
final class Draft {
	/** What comes next in the text: a span of the text as it was, or something new where that is not null. */
	private record Piece(int offset, int length, String added) {
		static Piece added(String text) {
			return new Piece(0, text.length(), text);
		}

		Piece part(int from, int to) {
			return added == null ? new Piece(offset + from, to - from, null) : added(added.substring(from, to));
		}
	}

	private final String original;
	private List<Piece> pieces;
	private String text;

	Draft(String text) {
		this.original = text;
		this.text = text;
		this.pieces = List.of(new Piece(0, text.length(), null));
	}

	String text() {
		return text;
	}

	/** @param edit counted in the text as it is now */
	void replace(Edit edit) {
		text = text.substring(0, edit.offset()) + edit.text() + text.substring(edit.offset() + edit.length());
		List<Piece> next = new ArrayList<>();
		addPart(next, 0, edit.offset());
		next.add(Piece.added(edit.text()));
		addPart(next, edit.offset() + edit.length(), Integer.MAX_VALUE);
		pieces = next.stream().filter(piece -> piece.length() > 0).toList();
	}

	private void addPart(List<Piece> next, int from, int to) {
		int at = 0;
		for (Piece piece : pieces) {
			int start = Math.max(from, at);
			int end = Math.min(to, at + piece.length());
			if (start < end) {
				next.add(piece.part(start - at, end - at));
			}
			at += piece.length();
		}
	}

	/** @return the changes since the beginning, counted in the text as it was, in its order; they neither touch nor overlap */
	List<Edit> edits() {
		List<Edit> edits = new ArrayList<>();
		StringBuilder added = new StringBuilder();
		int at = 0;
		for (Piece piece : pieces) {
			if (piece.added() != null) {
				added.append(piece.added());
			} else {
				addEdit(edits, at, piece.offset(), added);
				at = piece.offset() + piece.length();
			}
		}
		addEdit(edits, at, original.length(), added);
		return edits;
	}

	/** What is the same on both sides is no change. */
	private void addEdit(List<Edit> edits, int from, int to, StringBuilder added) {
		String after = added.toString();
		added.setLength(0);
		int shorter = Math.min(to - from, after.length());
		int same = 0;
		while (same < shorter && original.charAt(from + same) == after.charAt(same)) {
			same++;
		}
		int last = 0;
		while (last < shorter - same && original.charAt(to - 1 - last) == after.charAt(after.length() - 1 - last)) {
			last++;
		}
		if (same + last < Math.max(to - from, after.length())) {
			edits.add(new Edit(from + same, to - from - same - last, after.substring(same, after.length() - last)));
		}
	}
}
