package io.twinwright.dsl.ide.text;

import com.google.inject.Inject;
import io.twinwright.dsl.library.Library;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.LineAndColumn;

/** Places in texts, as the protocol counts them: lines and UTF-16 units from 0. */
public final class Places {
	@Inject
	private UriExtensions uris;

	/** @return the span of a file from an offset on; what lies outside the text is cut off */
	public static Range range(XtextResource file, int offset, int length) {
		ICompositeNode root = file.getParseResult().getRootNode();
		int start = within(offset, root.getTotalLength());
		int end = within(offset + Math.max(length, 0), root.getTotalLength());
		Position first = position(root, start);
		return new Range(first, end == start ? first : position(root, end));
	}

	/** @return the span of a file */
	public static Range range(XtextResource file, ITextRegion region) {
		return range(file, region.getOffset(), region.getLength());
	}

	/** @return less than 0 if one place is before the other, 0 if it is the same */
	public static int compare(Position one, Position other) {
		int lines = Integer.compare(one.getLine(), other.getLine());
		return lines != 0 ? lines : Integer.compare(one.getCharacter(), other.getCharacter());
	}

	private static int within(int offset, int length) {
		return Math.max(0, Math.min(offset, length));
	}

	private static Position position(ICompositeNode root, int offset) {
		LineAndColumn place = NodeModelUtils.getLineAndColumn(root, offset);
		return new Position(place.getLine() - 1, place.getColumn() - 1);
	}

	/** @return the span of a file, with the URI by which the client can open it */
	public Location location(XtextResource file, ITextRegion region) {
		return new Location(uri(file), range(file, region));
	}

	/** @return the URI by which the client can open a file */
	public String uri(XtextResource file) {
		return uris.toUriString(file.getURI());
	}

	/** @return whether a file belongs to the library, which nobody changes */
	public static boolean isReadOnly(XtextResource file) {
		return Library.contains(file.getURI());
	}
}
