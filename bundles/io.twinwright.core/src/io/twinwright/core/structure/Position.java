package io.twinwright.core.structure;

import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Procedure;
import io.twinwright.model.Refinement;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * A place in the expanded plant: a root asset, or one part at any depth with its number. A position keeps its path when
 * the piece that fills it changes. Its layers say where its properties come from, the nearest first: the braces of the
 * position, the piece that fills it, the type, the base types.
 */
public final class Position implements Located {
	private final Position parent;
	private final NamedElement element;
	private final String name;
	private final int index;
	private final Asset piece;
	private final List<Structure> layers;
	private final List<Refinement> refinements;
	private final Refinements inherited;
	private final Refinements pending;
	private final Said said;
	private List<Position> parts;
	private List<Point> points;
	private String path;
	private String qualifiedName;

	/** A root position. */
	Position(Asset asset) {
		this(null, asset, asset.getName(), 0, asset, layersOf(asset, null), List.of(), Refinements.NONE);
	}

	private Position(Position parent, NamedElement element, String name, int index, Asset piece, List<Structure> layers,
			List<Refinement> refinements, Refinements inherited) {
		this.parent = parent;
		this.element = element;
		this.name = name;
		this.index = index;
		this.piece = piece;
		this.layers = layers;
		this.refinements = refinements;
		this.inherited = inherited;
		this.pending = inherited.and(layers);
		this.said = new Said(refinements, layers, parent == null ? null : parent.said);
	}

	/** @return the position around this one, null for a root */
	public Position parent() {
		return parent;
	}

	/** @return the asset of a root, the part of any other position */
	public NamedElement element() {
		return element;
	}

	/** @return the name in its braces, with its number and with the connection before it if it stands in one */
	public String name() {
		return name;
	}

	/** @return its number if it is repeated, else 0 */
	public int index() {
		return index;
	}

	/** @return the piece that fills the position now, or the root asset itself; null where none is named */
	public Asset piece() {
		return piece;
	}

	/** @return where its properties come from, the nearest first */
	public List<Structure> layers() {
		return layers;
	}

	/** @return what is said of it, and of all that is in it */
	Said said() {
		return said;
	}

	/** @return the type of the piece that fills it, else the declared one; null for an asset without a type */
	public Type type() {
		if (piece != null && piece.getType() != null) {
			return piece.getType();
		}
		return element instanceof Part part ? part.getType() : null;
	}

	/** @return the root position above this one, or this one */
	public Position root() {
		return parent == null ? this : parent.root();
	}

	@Override
	public String path() {
		if (path == null) {
			path = parent == null ? name : parent.path() + "." + name;
		}
		return path;
	}

	@Override
	public String qualifiedName() {
		if (qualifiedName == null) {
			qualifiedName = parent == null ? TwinModel.qualifiedName(element) : parent.qualifiedName() + "." + name;
		}
		return qualifiedName;
	}

	/** @return the site at which it stands: its piece's or that of the nearest position around it, null if none is said */
	public Site site() {
		for (Structure layer : layers) {
			if (layer instanceof ClauseHolder holder && !(layer instanceof Asset other && other != element)) {
				for (Clause clause : holder.getClauses()) {
					if (clause instanceof Placement placement && placement.getPlace() instanceof Site site) {
						return site;
					}
				}
			}
		}
		return parent == null ? null : parent.site();
	}

	/** @return this position as it is with another piece in it; nothing but the piece changes */
	public Position filledBy(Asset other) {
		if (!(element instanceof Part part)) {
			throw new IllegalStateException("Only parts of something are filled.");
		}
		return new Position(parent, part, name, index, other, layersOf(part, other), refinements, inherited);
	}

	/** @return whether something is said of it or below it that is not said in a declaration there */
	boolean isRefined() {
		return !pending.isEmpty();
	}

	/** @return the pieces that may take this position */
	public List<Asset> standby() {
		return element instanceof Part part ? Occupants.standby(parent.pending, part, index) : List.of();
	}

	/**
	 * @return the positions directly inside, in the order of the text, those of base types after those of subtypes; without those
	 *         in which something would contain itself
	 */
	public List<Position> parts() {
		if (parts == null) {
			List<Position> found = new ArrayList<>();
			Set<String> names = new HashSet<>();
			layers.stream().filter(layer -> !isInside(layer)).forEach(layer -> addParts(layer, "", List.of(), names, found));
			parts = List.copyOf(found);
		}
		return parts;
	}

	/** @return whether this one or one around it is a part that stands in some braces */
	private boolean isInside(Structure braces) {
		EObject around = element.eContainer();
		while (around instanceof Connection) {
			around = around.eContainer();
		}
		return parent != null && (around == braces || parent.isInside(braces));
	}

	private void addParts(Structure braces, String prefix, List<NamedElement> holders, Set<String> names,
			List<Position> found) {
		for (Element inner : braces.getElements()) {
			if (inner instanceof Part part && part.getName() != null && names.add(prefix + part.getName())) {
				Multiplicity numbers = part.getMultiplicity();
				if (numbers == null) {
					found.add(part(part, 0, prefix, holders));
				} else {
					for (int i = numbers.getLow(); i <= numbers.getHigh(); i++) {
						found.add(part(part, i, prefix, holders));
					}
				}
			} else if (inner instanceof Connection connection && connection.getName() != null) {
				addParts(connection, prefix + connection.getName() + ".", append(holders, connection), names, found);
			}
		}
	}

	private Position part(Part part, int number, String prefix, List<NamedElement> holders) {
		Asset filler = Occupants.filler(pending, part, number);
		List<NamedElement> way = append(holders, part);
		String full = prefix + part.getName() + (number > 0 ? "#" + number : "");
		return new Position(this, part, full, number, filler, layersOf(part, filler), pending.of(way, number), pending.below(way, number));
	}

	private static List<Structure> layersOf(Structure braces, Asset piece) {
		Set<Structure> layers = new LinkedHashSet<>();
		layers.add(braces);
		if (piece != null && piece != braces) {
			layers.addAll(Members.lineage(piece));
		}
		layers.addAll(Members.lineage(braces));
		return List.copyOf(layers);
	}

	/** @return the signals of this position, in the order of the text, those of base types after those of subtypes */
	public List<Point> points() {
		if (points == null) {
			List<Point> found = new ArrayList<>();
			Set<String> names = new HashSet<>();
			layers.forEach(layer -> addPoints(layer, "", List.of(), names, found));
			points = List.copyOf(found);
		}
		return points;
	}

	private void addPoints(Structure braces, String prefix, List<NamedElement> holders, Set<String> names,
			List<Point> found) {
		for (Element inner : braces.getElements()) {
			if (inner instanceof Signal signal && signal.getName() != null && names.add(prefix + signal.getName())) {
				Multiplicity numbers = signal.getMultiplicity();
				if (numbers == null) {
					found.add(point(signal, 0, prefix, holders));
				} else {
					for (int i = numbers.getLow(); i <= numbers.getHigh(); i++) {
						found.add(point(signal, i, prefix, holders));
					}
				}
			} else if (inner instanceof Structure nested && inner instanceof NamedElement named && named.getName() != null
					&& (inner instanceof Connection || inner instanceof Service || inner instanceof Procedure)) {
				addPoints(nested, prefix + named.getName() + ".", append(holders, named), names, found);
			}
		}
	}

	private Point point(Signal signal, int number, String prefix, List<NamedElement> holders) {
		List<Refinement> own = pending.isEmpty() ? List.of() : pending.of(append(holders, signal), number);
		return new Point(this, signal, prefix + signal.getName() + (number > 0 ? "#" + number : ""), number, own);
	}

	private static List<NamedElement> append(List<NamedElement> list, NamedElement last) {
		List<NamedElement> longer = new ArrayList<>(list);
		longer.add(last);
		return longer;
	}

	/** @return the signal of that name, with dots for those in services and connections and {@code #n} for repeated ones */
	public Optional<Point> point(String dotted) {
		return points().stream().filter(point -> point.name().equals(dotted)).findFirst();
	}

	/** @return the position directly inside of that name */
	public Optional<Position> part(String dotted) {
		return parts().stream().filter(position -> position.name().equals(dotted)).findFirst();
	}

	/** @return this position and all below it, from the outside in */
	public List<Position> all() {
		List<Position> all = new ArrayList<>();
		addAll(all);
		return all;
	}

	private void addAll(List<Position> all) {
		all.add(this);
		parts().forEach(inner -> inner.addAll(all));
	}

	@Override
	public String toString() {
		return path();
	}
}
