package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The rows of the Live view: sessions, in them assets, parts and signals; those that have some letters in their path, and of those
 * below one row no more than were asked for. For the thread of the user interface.
 */
public final class LiveTree implements ITreeContentProvider {
	/** So many rows below one row are made at once; each takes the thread of the user interface some of its time. */
	static final int PORTION = 10;

	private final Map<Object, List<Row>> below = new HashMap<>();
	private final Map<Object, Integer> portions = new HashMap<>();
	private String letters = "";

	/** A row with a place in the text. */
	public sealed interface Row extends IAdaptable {
		PlantSession session();

		/** @return what it is declared as */
		EObject declaration();

		@Override
		default <T> T getAdapter(Class<T> kind) {
			if (kind == IResource.class) {
				return kind.cast(session().project());
			}
			INode node = kind == Location.class ? NodeModelUtils.findActualNodeFor(declaration()) : null;
			if (node == null || !declaration().eResource().getURI().isFile()) {
				return null;
			}
			var start = NodeModelUtils.getLineAndColumn(node, node.getOffset());
			var place = new org.eclipse.lsp4j.Position(start.getLine() - 1, start.getColumn() - 1);
			return kind.cast(new Location(declaration().eResource().getURI().toString(), new Range(place, place)));
		}
	}

	/** An asset or part. */
	public record Place(PlantSession session, Position position) implements Row {
		@Override
		public EObject declaration() {
			return position.piece() != null ? position.piece() : position.element();
		}
	}

	/** A signal or insight. */
	public record Signal(PlantSession session, Point point) implements Row {
		@Override
		public EObject declaration() {
			return point.signal();
		}

		Cell cell() {
			return session.cell(point);
		}
	}

	/** Begins anew, with a portion of rows below each row. */
	void begin(String wanted) {
		letters = wanted;
		below.clear();
		portions.clear();
	}

	@Override
	public Object[] getElements(Object input) {
		return ((Collection<?>) input).toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		return rows(parent, 0, asked(parent));
	}

	private int asked(Object parent) {
		return portions.getOrDefault(parent, 1) * PORTION;
	}

	/** @return whether there are more rows below a row than were asked for */
	boolean hasMore(Object parent) {
		return below(parent).size() > asked(parent);
	}

	/** @return the next portion of rows below a row */
	Object[] more(Object parent) {
		int before = asked(parent);
		portions.merge(parent, 2, (portion, two) -> portion + 1);
		return rows(parent, before, asked(parent));
	}

	private Object[] rows(Object parent, int from, int to) {
		List<Row> all = below(parent);
		return all.subList(Math.min(from, all.size()), Math.min(to, all.size())).toArray();
	}

	private List<Row> below(Object parent) {
		return below.computeIfAbsent(parent, asked -> all(asked).filter(row -> letters.isEmpty() || contains(row)).toList());
	}

	private static Stream<Row> all(Object parent) {
		return switch (parent) {
			case PlantSession session -> session.twin().roots().stream().map(root -> new Place(session, root));
			case Place place -> Stream.concat(place.position().points().stream().map(point -> new Signal(place.session(), point)),
					place.position().parts().stream().map(part -> new Place(place.session(), part)));
			default -> Stream.empty();
		};
	}

	@Override
	public Object getParent(Object element) {
		return switch (element) {
			case Signal signal -> new Place(signal.session(), signal.point().position());
			case Place place -> place.position().parent() == null ? place.session() : new Place(place.session(), place.position().parent());
			default -> null;
		};
	}

	@Override
	public boolean hasChildren(Object element) {
		return !(element instanceof Signal);
	}

	/** @return whether a row or a signal below it has the letters in its path */
	private boolean contains(Row row) {
		return switch (row) {
			case Signal signal -> contains(signal.point());
			case Place place -> signals(place).anyMatch(this::contains);
		};
	}

	private boolean contains(Point point) {
		return point.path().toLowerCase(Locale.ROOT).contains(letters);
	}

	private static Stream<Point> signals(Place place) {
		return place.position().all().stream().flatMap(position -> position.points().stream());
	}

	/** @return the assets and parts around the signals that are to be seen; none if there are as many signals as given, or more */
	Set<Row> around(Collection<PlantSession> sessions, int most) {
		List<Signal> few = sessions.stream().flatMap(session -> below(session).stream()).map(Place.class::cast).flatMap(place -> signals(place)
				.filter(point -> letters.isEmpty() || contains(point)).map(point -> new Signal(place.session(), point))).limit(most).toList();
		Set<Row> around = new HashSet<>();
		for (Signal signal : few.size() == most ? List.<Signal>of() : few) {
			for (Object up = getParent(signal); up instanceof Place place && around.add(place);) {
				up = getParent(place);
			}
		}
		return around;
	}
}
