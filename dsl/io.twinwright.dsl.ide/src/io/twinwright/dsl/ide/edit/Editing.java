package io.twinwright.dsl.ide.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Makes changes of text of what users do in diagrams. Works on copies of the texts: the models of the caller are only read by
 * {@link #texts}, so that all else may be called by any thread; it does one thing after another. The copies are kept, and only
 * what has changed is parsed anew: who edits one project again and again keeps one object for it.
 */
public final class Editing {
	/** @return the texts of the project that a file belongs to, without the library; to be called where its model may be read */
	public static Map<URI, String> texts(XtextResource file) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Does some gestures, each on what comes of those before it, as one change.
	 *
	 * @param texts all files of the project
	 * @return the changes; refused if one of the gestures is, or if the texts would have new syntax or linking errors
	 */
	public synchronized Edited edit(Map<URI, String> texts, List<? extends Gesture> gestures) {
		throw new UnsupportedOperationException();
	}

	/** @return what can be set on an element, in a fixed order; none for an element that is not found */
	public synchronized List<Property> properties(Map<URI, String> texts, String element) {
		throw new UnsupportedOperationException();
	}

	/** @return the text of some elements with the connections between them, for {@link Gesture.Paste}; empty if none can be copied */
	public synchronized String copy(Map<URI, String> texts, Collection<String> elements) {
		throw new UnsupportedOperationException();
	}

	/** @return why a connection cannot be drawn between two ports, a sentence; empty if it can */
	public synchronized String refusal(Map<URI, String> texts, Gesture.Connect connection) {
		throw new UnsupportedOperationException();
	}
}
