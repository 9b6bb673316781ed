package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Place;
import io.twinwright.dsl.ide.edit.Property;
import io.twinwright.diagram.server.Host.Selected;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.glsp.server.di.ClientId;

/** What a window tells who has it in itself. Used by one thread, that of the session. */
class Hosted {
	@Inject
	private Host host;
	@Inject
	private ProjectTexts texts;
	@Inject
	private Editing editing;
	@Inject
	@ClientId
	private String window;
	/** As they were told last; null for a window that never tells what is selected. */
	private List<String> selected;
	private Address address;
	/** What has come of a file that is to be saved. */
	private final Pieces file = new Pieces();

	/** Tells what is shown now. */
	void shows(Shown shown) {
		host.opened(window, shown.address().toString(), shown.diagram().title());
		if (selected != null) {
			select(shown, shown.address().equals(address) ? selected : List.of());
		}
		address = shown.address();
	}

	/** Tells what is selected now. */
	void select(Shown shown, List<String> ids) {
		selected = ids;
		Map<URI, String> current = texts.read(ProjectState::texts);
		List<String> elements = ids.isEmpty() ? List.of(shown.diagram().subject()) : ids.stream().map(Drawing::element).distinct().toList();
		host.selected(window, elements.stream().map(id -> element(shown, current, id)).toList());
	}

	private Selected element(Shown shown, Map<URI, String> current, String id) {
		List<Property> properties = editing.properties(current, id);
		return new Selected(id, title(shown, id), editing.place(current, id).orElse(null), shown.fault().isEmpty() ? properties
				: properties.stream().map(property -> property.fixed(shown.fault())).toList());
	}

	/** @return what people call an element */
	static String title(Shown shown, String id) {
		return shown.diagram().nodes().stream().filter(node -> node.id().equals(id)).map(DiagramNode::label).findFirst()
				.orElse(id.substring(id.lastIndexOf('.') + 1));
	}

	/**
	 * Takes a piece of a file, and hands the file on with its last one.
	 *
	 * @throws IOException with a sentence if it is not a file that can be saved
	 */
	void save(String name, String piece, boolean isLast) throws IOException {
		file.take(piece, isLast).ifPresent(content -> host.save(window, name, content));
	}

	boolean show(Place place) {
		return host.show(window, place);
	}
}
