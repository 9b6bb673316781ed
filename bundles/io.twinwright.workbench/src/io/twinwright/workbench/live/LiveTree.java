package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The rows of the Live view: sessions, in them assets, parts and signals. */
public final class LiveTree implements ITreeContentProvider {
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

	@Override
	public Object[] getElements(Object input) {
		return ((Collection<?>) input).toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		return switch (parent) {
			case PlantSession session -> session.twin().roots().stream().map(root -> new Place(session, root)).toArray();
			case Place place -> {
				List<Object> rows = new ArrayList<>();
				place.position().points().forEach(point -> rows.add(new Signal(place.session(), point)));
				place.position().parts().forEach(part -> rows.add(new Place(place.session(), part)));
				yield rows.toArray();
			}
			default -> new Object[0];
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

	/** @return whether a row or one below it has some letters in its path, in lower case */
	static boolean contains(Object element, String letters) {
		return switch (element) {
			case Signal signal -> contains(signal.point(), letters);
			case Place place -> place.position().all().stream().flatMap(position -> position.points().stream())
					.anyMatch(point -> contains(point, letters));
			default -> true;
		};
	}

	static boolean contains(Point point, String letters) {
		return point.path().toLowerCase(Locale.ROOT).contains(letters);
	}
}
