package io.twinwright.core.structure;

import io.twinwright.model.Asset;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.TopElement;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * What the files of a project say together: the expanded plant with its root assets, positions and signals, and where
 * they are bound. It is a view of a model that does not change while the view is used. Not thread safe.
 */
public final class TwinModel {
	/**
	 * What binds the signals of a position that are not bound themselves.
	 *
	 * @param way the browse path from the bound node to the position, with a slash at its end; empty if the position is bound
	 */
	private record Around(Binding binding, String way) {
	}

	private final List<Model> files;
	private final Map<Class<?>, List<? extends TopElement>> kinds = new HashMap<>();
	private final Map<Asset, Position> alone = new HashMap<>();
	private final Map<Position, Optional<Around>> arounds = new HashMap<>();
	private Map<Asset, Position> mounted;
	private List<Position> roots;
	private Map<Located, Binding> bindings;

	/** @param files all files of the project in a stable order, without the library; all names are resolved or proxies */
	public TwinModel(List<Model> files) {
		this.files = List.copyOf(files);
	}

	/** @return the files of the project */
	public List<Model> files() {
		return files;
	}

	/** @return the declarations, bindings or imports of a kind, in the order of files and text */
	@SuppressWarnings("unchecked")
	public <T extends TopElement> List<T> all(Class<T> kind) {
		return (List<T>) kinds.computeIfAbsent(kind, wanted -> files.stream().flatMap(file -> file.getElements().stream()).filter(wanted::isInstance).toList());
	}

	/** @return the assets that fill no position, each with all below it, in the order of files and text */
	public List<Position> roots() {
		if (roots == null) {
			mount();
		}
		return roots;
	}

	/** @return where a piece is now: its position in another asset, or its own root */
	public Position positionOf(Asset asset) {
		mount();
		Position position = mounted.get(asset);
		return position != null ? position : alone(asset);
	}

	/** @return whether a piece fills a position of another asset */
	public boolean isMounted(Asset asset) {
		mount();
		return mounted.containsKey(asset);
	}

	private Position alone(Asset asset) {
		return alone.computeIfAbsent(asset, Position::new);
	}

	private void mount() {
		if (mounted != null) {
			return;
		}
		mounted = new LinkedHashMap<>();
		List<Asset> assets = all(Asset.class).stream().filter(asset -> asset.getName() != null).toList();
		Map<Asset, Position> found = new LinkedHashMap<>();
		for (Asset asset : assets) {
			for (Position position : alone(asset).all()) {
				if (position.parent() != null && position.piece() != null && position.piece() != asset) {
					found.merge(position.piece(), position, TwinModel::outer);
				}
			}
		}
		mounted.putAll(found);
		roots = assets.stream().filter(asset -> !mounted.containsKey(asset)).map(this::alone).toList();
	}

	/** A piece inside a piece is reached from both; the position with the longer way is below the outermost root. */
	private static Position outer(Position one, Position other) {
		return depth(other) > depth(one) ? other : one;
	}

	private static int depth(Position position) {
		int depth = 0;
		for (Position up = position.parent(); up != null; up = up.parent()) {
			depth++;
		}
		return depth;
	}

	/**
	 * What a path means for the whole project; its first name is an asset.
	 *
	 * @return the positions and signals it reaches: several where a repeated element has no number; empty if none
	 */
	public List<Located> resolve(Path path) {
		return resolve(path, null);
	}

	/**
	 * What a path means at a position: its first name belongs to the position or one around it, is an asset of the
	 * project, or a type that stands for every part of that type at any depth below the position.
	 *
	 * @param at the position at which the path is read, null where there is none
	 * @return the positions and signals it reaches: several where a repeated element has no number; empty if none
	 */
	public List<Located> resolve(Path path, Position at) {
		List<Segment> segments = path.getSegments();
		if (segments.isEmpty()) {
			return List.of();
		}
		List<Located> reached = start(segments.getFirst(), at);
		Way way = new Way(reached);
		for (Segment segment : segments.subList(isInside(segments.getFirst()) ? 0 : 1, segments.size())) {
			way.step(segment);
		}
		return way.end();
	}

	private static boolean isInside(Segment first) {
		NamedElement target = first.getTarget();
		return target != null && !(target instanceof Asset) && !(target instanceof Type);
	}

	private List<Located> start(Segment first, Position at) {
		return switch (first.getTarget()) {
			case Asset asset when asset.getName() != null -> List.of(positionOf(asset));
			case Type type when at != null -> at.all().stream().filter(position -> position != at
					&& Members.isKindOf(position.type(), type)).map(Located.class::cast).toList();
			case null -> List.of();
			case NamedElement element -> around(element, at);
		};
	}

	private static List<Located> around(NamedElement element, Position at) {
		for (Position position = at; position != null; position = position.parent()) {
			for (EObject up = element.eContainer(); up != null; up = up.eContainer()) {
				if (position.layers().contains(up)) {
					return List.of(position);
				}
			}
		}
		return List.of();
	}

	/** Follows a path: the positions reached so far, and the names of services and connections since. */
	private static final class Way {
		private List<Located> reached;
		private String prefix = "";

		Way(List<Located> start) {
			this.reached = start;
		}

		void step(Segment segment) {
			NamedElement target = segment.getTarget();
			if (target == null || target.getName() == null) {
				reached = List.of();
				return;
			}
			String name = prefix + target.getName() + (segment.getIndex() > 0 ? "#" + segment.getIndex() : "");
			boolean every = segment.getIndex() == 0;
			List<Located> further = new ArrayList<>();
			for (Located located : reached) {
				if (located instanceof Position position) {
					if (target instanceof Part) {
						position.parts().stream().filter(part -> names(part.name(), name, every)).forEach(further::add);
					} else if (target instanceof Signal) {
						position.points().stream().filter(point -> names(point.name(), name, every)).forEach(further::add);
					}
				}
			}
			if (target instanceof Part || target instanceof Signal) {
				reached = further;
				prefix = "";
			} else {
				prefix = name + ".";
			}
		}

		List<Located> end() {
			return prefix.isEmpty() ? reached : List.of();
		}

		private static boolean names(String full, String name, boolean every) {
			return full.equals(name) || every && full.startsWith(name + "#") && full.lastIndexOf('.') <= name.length();
		}
	}

	/** @return where a signal is read and written, empty if neither it nor anything around it is bound */
	public Optional<Attachment> attachment(Point point) {
		Binding direct = bindings().get(point);
		if (direct != null) {
			return Optional.of(new Attachment(point, direct, null));
		}
		return around(point.position()).map(around -> new Attachment(point, around.binding(), around.way()));
	}

	private Optional<Around> around(Position position) {
		Optional<Around> known = arounds.get(position);
		if (known == null) {
			Binding binding = bindings().get(position);
			known = binding != null ? Optional.of(new Around(binding, "")) : position.parent() == null ? Optional.empty()
					: around(position.parent()).map(outer -> new Around(outer.binding(), outer.way() + position.name().replace('.', '/') + "/"));
			arounds.put(position, known);
		}
		return known;
	}

	/** @return the binding of exactly this position or signal, null if it has none of its own */
	public Binding binding(Located located) {
		return bindings().get(located);
	}

	private Map<Located, Binding> bindings() {
		if (bindings == null) {
			bindings = new LinkedHashMap<>();
			List<Binding> ofPieces = new ArrayList<>();
			for (Binding binding : all(Binding.class)) {
				if (namesPiece(binding)) {
					ofPieces.add(binding);
				} else {
					bind(binding);
				}
			}
			ofPieces.forEach(this::bind);
		}
		return bindings;
	}

	/** Whether a binding reaches its position over the piece that fills it: then one of the position itself is nearer. */
	private boolean namesPiece(Binding binding) {
		return binding.getTarget() != null && !binding.getTarget().getSegments().isEmpty()
				&& binding.getTarget().getSegments().getFirst().getTarget() instanceof Asset asset && isMounted(asset);
	}

	private void bind(Binding binding) {
		if (binding.getTarget() != null) {
			resolve(binding.getTarget()).forEach(located -> bindings.putIfAbsent(located, binding));
		}
	}

	/** @return the endpoints of the project */
	public List<Endpoint> endpoints() {
		return all(Endpoint.class);
	}

	/** @return the namespace of its file, the names of the braces around it and its own name, with dots */
	public static String qualifiedName(NamedElement element) {
		List<String> names = new ArrayList<>();
		for (EObject up = element; up != null; up = up.eContainer()) {
			if (up instanceof NamedElement named && named.getName() != null) {
				names.addFirst(named.getName());
			} else if (up instanceof Model model && model.getNamespace() != null) {
				names.addFirst(model.getNamespace());
			}
		}
		return String.join(".", names);
	}
}
