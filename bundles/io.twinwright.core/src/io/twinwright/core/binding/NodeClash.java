package io.twinwright.core.binding;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Match;
import io.twinwright.model.TextKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two signals that are read from one node, topic or column.
 *
 * @param first the signal that comes first in the expanded plant
 * @param second the other one
 * @param address the node, topic or column
 */
public record NodeClash(Attachment first, Attachment second, String address) {
	/** @return all clashes of a project, each signal with the first one of its address */
	public static List<NodeClash> of(TwinModel twin, Bindings bindings) {
		Search search = new Search(twin, bindings);
		bindings.roots().forEach(root -> search.visit(root, null, ""));
		return search.clashes;
	}

	private record Key(Endpoint endpoint, String address) {
	}

	/** How addresses below a binding begin, and what stands between their names. */
	private record Root(Binding binding, String prefix, String separator, boolean byTag) {
		static Root of(Binding binding) {
			boolean byTag = binding.isSetMatch() && binding.getMatch() == Match.TAG;
			return Addresses.node(binding).map(node -> new Root(binding, below(node), ".", byTag))
					.orElseGet(() -> new Root(binding, binding.getAddress() == null ? "" : binding.getAddress() + "/", "/", byTag));
		}

		private static String below(NodeAddress node) {
			return node.below("").toString();
		}
	}

	/** Walks down from the root positions with the nearest binding and the names since. */
	private static final class Search {
		private final TwinModel twin;
		private final Bindings bindings;
		private final Map<Key, Point> taken = new HashMap<>();
		private final List<NodeClash> clashes = new ArrayList<>();

		Search(TwinModel twin, Bindings bindings) {
			this.twin = twin;
			this.bindings = bindings;
		}

		void visit(Position position, Root around, String names) {
			boolean inside = bindings.hasBindingInside(position);
			Binding own = inside ? twin.binding(position) : null;
			Root root = own == null ? around : Root.of(own);
			String prefix = own == null ? names : "";
			if (root == null && !inside) {
				return;
			}
			for (Point point : position.points()) {
				Binding direct = inside ? twin.binding(point) : null;
				if (direct != null) {
					add(point, direct.getEndpoint(), Addresses.node(direct).map(NodeAddress::toString).orElse(direct.getAddress()));
				} else if (root != null && isRead(point)) {
					add(point, root.binding().getEndpoint(), address(point, root, prefix));
				}
			}
			for (Position part : position.parts()) {
				visit(part, root, root == null ? "" : prefix + separated(part.name(), root) + root.separator());
			}
		}

		/** Below something bound, what is computed or fixed is not read. */
		private static boolean isRead(Point point) {
			return switch (point.kind()) {
				case SENSOR, ACTUATOR, STATE, PARAMETER -> true;
				case PROPERTY -> point.value() == null;
				case INSIGHT, METER, SHARE -> false;
			};
		}

		/** @return null for a signal that would be found by its tag and has none */
		private static String address(Point point, Root root, String names) {
			if (root.byTag()) {
				return point.text(TextKind.TAG).map(tag -> root.prefix() + tag).orElse(null);
			}
			Optional<String> node = point.text(TextKind.NODE);
			String own = node.isEmpty() ? separated(point.name(), root)
					: root.separator().equals(".") ? String.join(".", Addresses.browseNames(point)) : node.get();
			return root.prefix() + names + own;
		}

		private static String separated(String name, Root root) {
			return name.replace(".", root.separator());
		}

		private void add(Point point, Endpoint endpoint, String address) {
			if (endpoint == null || endpoint.eIsProxy() || address == null) {
				return;
			}
			Point first = taken.putIfAbsent(new Key(endpoint, address), point);
			if (first != null) {
				clashes.add(new NodeClash(twin.attachment(first).orElseThrow(), twin.attachment(point).orElseThrow(), address));
			}
		}
	}
}
