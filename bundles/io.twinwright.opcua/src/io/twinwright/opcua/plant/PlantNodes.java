package io.twinwright.opcua.plant;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Observation;
import io.twinwright.opcua.nodes.Addressed;
import io.twinwright.opcua.nodes.LoadedNodes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** The nodes of the plant's signals. */
final class PlantNodes {
	private final TwinModel twin;
	private final LoadedNodes nodes;
	private final NamespaceTable namespaces;
	private final StateMachines machines;
	private final Map<Point, Target> targets = new HashMap<>();
	private final Set<NodeId> taken = new HashSet<>();

	/** The node of a signal. */
	private record Target(UaVariableNode node, WireValues values) {
	}

	/** @param write takes what a client writes, and says what the signal is then; empty if it refuses */
	PlantNodes(TwinModel twin, LoadedNodes nodes, NamespaceTable namespaces,
			BiFunction<Point, Value, Optional<Observation>> write) {
		this.twin = twin;
		this.nodes = nodes;
		this.namespaces = namespaces;
		this.machines = new StateMachines(namespaces.getIndex(StateMachines.namespaceUri()));
		for (Position root : twin.roots()) {
			root.all().forEach(position -> position.points().forEach(point -> add(point, write)));
		}
	}

	private void add(Point point, BiFunction<Point, Value, Optional<Observation>> write) {
		id(point).filter(taken::add).or(() -> id(Addresses.unbound(point)).filter(taken::add)).flatMap(nodes::variable)
				.ifPresent(node -> {
					Target target = new Target(node, new WireValues(twin, point, node.getDataType()));
					targets.put(point, target);
					node.getFilterChain().addFirst(new Writes(point, target, write));
					id(point.position()).flatMap(nodes::node).ifPresent(position -> machines.add(point, position));
				});
	}

	/** @return the NodeId of a position or signal on this server */
	Optional<NodeId> id(Located located) {
		return id(Addresses.of(twin, located));
	}

	private Optional<NodeId> id(NodeAddress address) {
		return Addressed.id(address, namespaces).filter(id -> nodes.node(id).isPresent());
	}

	/** Shows a new value; nothing happens for a signal without a node. */
	void show(Observation observation) {
		Target target = targets.get(observation.point());
		if (target != null) {
			Instant now = Instant.now();
			target.node().setValue(target.values().of(observation, now));
			machines.show(observation, now);
		}
	}

	/** Hands what clients write to the plant; its own changes pass. */
	private record Writes(Point point, Target target, BiFunction<Point, Value, Optional<Observation>> write)
			implements AttributeFilter {
		@Override
		public void writeAttribute(AttributeFilterContext context, AttributeId attribute, Object value) throws UaException {
			if (attribute != AttributeId.Value || context.getSession().isEmpty()) {
				context.writeAttribute(attribute, value);
				return;
			}
			Value meant = target.values().value(((DataValue) value).value().value())
					.orElseThrow(() -> new UaException(StatusCodes.Bad_TypeMismatch));
			Observation now = write.apply(point, meant).orElseThrow(() -> new UaException(StatusCodes.Bad_NotWritable));
			context.writeAttribute(attribute, target.values().of(now, Instant.now()));
		}
	}
}
