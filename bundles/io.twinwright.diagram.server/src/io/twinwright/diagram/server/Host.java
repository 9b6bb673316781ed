package io.twinwright.diagram.server;

import io.twinwright.dsl.ide.edit.Place;
import io.twinwright.dsl.ide.edit.Property;
import java.util.List;

/**
 * Who has windows with diagrams in itself, as a workbench does, and shows beside them what belongs to them. A window is named by
 * who opened it ({@link DiagramServer#page}). All may be called by any thread, and must be quick.
 */
public interface Host {
	/** Nobody: the windows are those of browsers. */
	Host NONE = new Host() {
		@Override
		public boolean show(String window, Place place) {
			return false;
		}

		@Override
		public void opened(String window, String uri, String title) {
			// browsers follow the title of the page
		}

		@Override
		public void selected(String window, List<Selected> elements) {
			// the page has a panel of its own
		}

		@Override
		public void save(String window, String name, byte[] content) {
			// browsers save files themselves
		}
	};

	/**
	 * An element that is selected in a window.
	 *
	 * @param id in the diagram
	 * @param title what people call it
	 * @param place of its declaration; null where it has no text of its own in the project
	 * @param properties what can be set on it
	 */
	record Selected(String id, String title, Place place, List<Property> properties) {
	}

	/** @return whether the window is one of ours and there is an editor for the text, which shows the place then */
	boolean show(String window, Place place);

	/**
	 * A window shows a diagram, or one that is called otherwise than before.
	 *
	 * @param uri as {@link DiagramServer#reveal} takes it
	 */
	void opened(String window, String uri, String title);

	/** Other elements are selected in a window, or they have changed; the subject of the diagram where none is selected. */
	void selected(String window, List<Selected> elements);

	/**
	 * The user wants a file saved in a window, a picture of the diagram.
	 *
	 * @param name that is proposed
	 */
	void save(String window, String name, byte[] content);
}
