package io.twinwright.diagram.server;

import io.twinwright.diagram.live.LiveState;
import java.util.List;
import java.util.Locale;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.RequestAction;
import org.eclipse.glsp.server.actions.ResponseAction;
import org.eclipse.glsp.server.operations.Operation;

/** The actions that GLSP does not have. Their fields are what is sent. */
final class Actions {
	private Actions() {
	}

	/** Asks what can be set on an element; on the subject for none. */
	public static final class Properties extends RequestAction<SetProperties> {
		String elementId;

		public Properties() {
			super("twin/properties");
		}
	}

	/** A property as a panel shows it. */
	record Row(String id, String label, String value, String unit, List<String> choices, boolean editable, String documentation) {
	}

	/** Answers {@link Properties}. */
	public static final class SetProperties extends ResponseAction {
		final String elementId;
		final String title;
		final List<Row> rows;

		SetProperties(String elementId, String title, List<Row> rows) {
			super("twin/setProperties");
			this.elementId = elementId;
			this.title = title;
			this.rows = rows;
		}
	}

	/** Sets a property; blank takes it away. */
	public static final class SetProperty extends Operation {
		String elementId;
		String property;
		String value;

		public SetProperty() {
			super("twin/setProperty");
		}

		SetProperty(String elementId, String property, String value) {
			this();
			this.elementId = elementId;
			this.property = property;
			this.value = value;
		}
	}

	/** Wants to see the text of an element. */
	public static final class Reveal extends Action {
		String elementId;

		public Reveal() {
			super("twin/reveal");
		}
	}

	/** Tells who has the window in itself what is selected. */
	public static final class Selected extends Action {
		List<String> elementIds;

		public Selected() {
			super("twin/selected");
		}
	}

	/** Selects and centres an element in the client, in a diagram that it may have to open first. */
	public static final class Revealed extends Action {
		final String uri;
		final String elementId;

		Revealed(String uri, String elementId) {
			super("twin/revealed");
			this.uri = uri;
			this.elementId = elementId;
		}
	}

	/** Searches all diagrams. */
	public static final class Search extends RequestAction<Found> {
		String query;

		public Search() {
			super("twin/search");
		}
	}

	/** Answers {@link Search}. */
	public static final class Found extends ResponseAction {
		final List<Contents.Hit> items;

		Found(List<Contents.Hit> items) {
			super("twin/found");
			this.items = items;
		}
	}

	/** Asks what diagrams there are. */
	public static final class Diagrams extends RequestAction<SetDiagrams> {
		public Diagrams() {
			super("twin/diagrams");
		}
	}

	/** Answers {@link Diagrams}. */
	public static final class SetDiagrams extends ResponseAction {
		final List<Contents.Entry> items;

		SetDiagrams(List<Contents.Entry> items) {
			super("twin/setDiagrams");
			this.items = items;
		}
	}

	/** Asks whether an edge may join two elements, a connection where no other type is said. */
	public static final class Check extends RequestAction<Checked> {
		String elementTypeId;
		String sourceId;
		String targetId;

		public Check() {
			super("twin/check");
		}
	}

	/** Answers {@link Check}: why not, a sentence; empty if they may. */
	public static final class Checked extends ResponseAction {
		final String reason;

		Checked(String reason) {
			super("twin/checked");
			this.reason = reason;
		}
	}

	/** Shows the inside of a node in it, or not any more. */
	public static final class Expand extends Action {
		String elementId;
		boolean expanded;

		public Expand() {
			super("twin/expand");
		}
	}

	/** Shows a node for certain, where not all are. */
	public static final class Focus extends Action {
		String elementId;

		public Focus() {
			super("twin/focus");
		}
	}

	/** Asks for the drawing as a file. */
	public static final class Export extends RequestAction<Exported> {
		String format;

		public Export() {
			super("twin/export");
		}
	}

	/** Answers {@link Export}. */
	public static final class Exported extends ResponseAction {
		final String name;
		final String content;

		Exported(String name, String content) {
			super("twin/exported");
			this.name = name;
			this.content = content;
		}
	}

	/** Hands a file to who has the window in itself, piece by piece, each in base64 by itself. */
	public static final class Save extends Action {
		String name;
		String piece;
		boolean last;

		public Save() {
			super("twin/save");
		}
	}

	/** Says why something was not done. */
	public static final class Refused extends Action {
		final String reason;

		Refused(String reason) {
			super("twin/refused");
			this.reason = reason;
		}
	}

	/**
	 * What an element shows of the plant.
	 *
	 * @param live the lines, with breaks between them
	 * @param level how full a buffer is, from 0 to 1; negative for none
	 */
	record Living(String id, String live, String state, String alarm, double level) {
		static Living of(String id, LiveState state) {
			return new Living(id, String.join("\n", state.lines()), state.state(), state.equals(LiveState.NONE) ? "" : state.alarm().id(),
					Double.isNaN(state.level()) ? -1 : state.level());
		}
	}

	/**
	 * Says what the plant does: what elements show otherwise than before, or what all show, and how it is attached. While that is not
	 * at all, none shows anything.
	 */
	public static final class Live extends Action {
		final List<Living> elements;
		final boolean all;
		final String link;
		final String sentence;

		Live(List<Living> elements, boolean all, String link, String sentence) {
			super("twin/live");
			this.elements = elements;
			this.all = all;
			this.link = link;
			this.sentence = sentence;
		}

		Live(List<Living> elements, boolean all, LiveValues.Connection connection) {
			this(elements, all, connection.link().name().toLowerCase(Locale.ROOT), connection.sentence());
		}
	}

	/** Tells a session that its plant has news; not sent to clients. */
	public static final class Heard extends Action {
		public Heard() {
			super("twin/heard");
		}
	}

	/** Tells a session that the project has changed; not sent to clients. */
	public static final class Refresh extends Action {
		public Refresh() {
			super("twin/refresh");
		}
	}
}
