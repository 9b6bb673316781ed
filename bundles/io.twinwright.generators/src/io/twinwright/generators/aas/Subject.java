package io.twinwright.generators.aas;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * What a shell describes.
 *
 * @param kind of the asset
 * @param element its declaration
 * @param qualifiedName from which its identifiers derive
 * @param type what it is an instance or a kind of, null for none
 * @param layers where its properties come from, the nearest first
 * @param view its signals and parts: of a piece those where it stands now, of a type those of any piece of it
 */
record Subject(Kind kind, NamedElement element, String qualifiedName, Type type, List<Structure> layers, Position view) {
	/** What there is a shell for. */
	enum Kind {
		/** A kind of equipment. */
		TYPE,
		/** An individual. */
		PIECE,
		/** A place for a piece, which stays when the piece is changed. */
		POSITION
	}

	/** @return its own braces */
	Structure braces() {
		return layers.getFirst();
	}

	/** @return whether it is no place in something else */
	boolean isRoot() {
		return kind == Kind.PIECE && view.parent() == null;
	}

	/** @return the name by which people know it: its label, else its name or path */
	String title() {
		if (element.getLabel() != null && !element.getLabel().isBlank()) {
			return element.getLabel();
		}
		return kind == Kind.POSITION ? view.path() : element.getName();
	}

	/** @return its signals that may be told outside, which excludes private ones, in the order of the text */
	List<Point> points() {
		return view.points().stream().filter(point -> !point.signal().isPrivate() && isOwn(point.signal())).toList();
	}

	/** @return the positions directly in it, in the order of the text */
	List<Position> parts() {
		return view.parts().stream().filter(part -> isOwn(part.element())).toList();
	}

	/** @return the declared parts, each once however often it is repeated; those of base types after its own */
	List<Part> declaredParts() {
		return parts().stream().map(part -> (Part) part.element()).distinct().toList();
	}

	/** A piece does not have what only its position declares. */
	private boolean isOwn(EObject declared) {
		if (kind != Kind.PIECE) {
			return true;
		}
		for (EObject up = declared.eContainer(); up != null; up = up.eContainer()) {
			if (layers.contains(up)) {
				return true;
			}
		}
		return false;
	}

	/** @return the elements of a kind in its own and inherited braces, the nearest first */
	<E extends Element> List<E> elements(Class<E> wanted) {
		List<E> found = new ArrayList<>();
		for (Structure layer : layers) {
			layer.getElements().stream().filter(wanted::isInstance).map(wanted::cast).forEach(found::add);
		}
		return found;
	}

	/** @return the nearest clause of a kind in its header or an inherited one */
	<C extends Clause> Optional<C> clause(Class<C> wanted) {
		return layers.stream().filter(ClauseHolder.class::isInstance).map(ClauseHolder.class::cast)
				.flatMap(holder -> holder.getClauses().stream()).filter(wanted::isInstance).map(wanted::cast).findFirst();
	}
}
