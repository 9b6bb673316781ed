package io.twinwright.core.binding;

import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.TextKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which signals of a project are bound. A view of a model that does not change meanwhile. */
public final class Bindings {
	private final TwinModel twin;
	private final List<Binding> bindings;
	private final Set<Endpoint> endpoints = new HashSet<>();
	private final Set<Position> roots = new LinkedHashSet<>();
	private final Set<Position> around = new HashSet<>();
	private final Map<Bound, Binding> taken = new HashMap<>();
	private final Map<Binding, Binding> firsts = new HashMap<>();

	/** What is bound, and from where its path begins: a position and the piece that fills it may both be bound. */
	private record Bound(Located located, NamedElement from) {
	}

	public Bindings(TwinModel twin) {
		this.twin = twin;
		this.bindings = twin.all(Binding.class).stream().filter(binding -> binding.getTarget() != null).toList();
		for (Binding binding : bindings) {
			if (binding.getEndpoint() != null) {
				endpoints.add(binding.getEndpoint());
			}
			for (Located located : twin.resolve(binding.getTarget())) {
				mark(located);
				NamedElement from = binding.getTarget().getSegments().getFirst().getTarget();
				Binding first = taken.putIfAbsent(new Bound(located, from), binding);
				if (first != null && first != binding) {
					firsts.putIfAbsent(binding, first);
				}
			}
		}
	}

	private void mark(Located bound) {
		Position position = switch (bound) {
			case Point point -> point.position();
			case Position self -> self;
		};
		roots.add(position.root());
		for (Position up = position; up != null && around.add(up); up = up.parent()) {
			// the loop marks them
		}
	}

	/** @return the bindings of the project that say what they bind, in the order of files and text */
	public List<Binding> bindings() {
		return bindings;
	}

	/** @return the endpoints that a binding names */
	public Set<Endpoint> endpoints() {
		return endpoints;
	}

	/** @return the earlier binding of something that a binding binds too, null if there is none */
	public Binding firstOf(Binding binding) {
		return firsts.get(binding);
	}

	/** @return a path as it stands in the text, for messages */
	public static String named(Path path) {
		return path.getSegments().stream().map(segment -> (segment.getTarget() == null ? "?" : segment.getTarget().getName())
				+ (segment.getIndex() > 0 ? "#" + segment.getIndex() : "")).collect(Collectors.joining("."));
	}

	/** @return the root positions in which something is bound */
	public Set<Position> roots() {
		return roots;
	}

	/** @return whether something at the position or below it is bound itself */
	public boolean hasBindingInside(Position position) {
		return around.contains(position);
	}

	/** @return whether a signal can be read: it or something around it is bound, and by a tag only if it has one */
	public boolean isBound(Point point) {
		Optional<Attachment> attachment = twin.attachment(point);
		return attachment.isPresent() && !lacksTag(attachment.get());
	}

	/** @return whether a signal would have to be found by its tag and has none */
	public static boolean lacksTag(Attachment attachment) {
		return attachment.byTag() && !attachment.relative().isEmpty()
				&& attachment.point().text(TextKind.TAG).isEmpty();
	}
}
