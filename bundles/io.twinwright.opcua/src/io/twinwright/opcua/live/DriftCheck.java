package io.twinwright.opcua.live;

import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Compares what the model says of its signals with what the server says of their nodes. */
final class DriftCheck {
	private static final int MOST_NODES = 20_000;
	private static final double NEAR = 1e-6;
	private static final MathContext DIGITS = new MathContext(7);
	private static final String BARE = "1";

	private final OpcUaClient client;
	private final Resolution resolution;
	private final Batches batches;
	private final Properties properties;
	private final List<Drift> drifts = new ArrayList<>();

	DriftCheck(OpcUaClient client, Resolution resolution) throws UaException {
		this.client = client;
		this.resolution = resolution;
		this.batches = new Batches(client);
		this.properties = new Properties(client, batches);
	}

	List<Drift> run() throws UaException {
		resolution.missing().forEach(point -> drifts.add(new Drift(Drift.Kind.MISSING, point, point.path(),
				"Signal '%s' has no node on the server.".formatted(point.path()), Drift.Server.NOTHING)));
		List<Point> points = List.copyOf(resolution.nodes().keySet());
		List<NodeId> nodes = List.copyOf(resolution.nodes().values());
		types(points, nodes);
		units(points, nodes);
		ranges(points, nodes);
		Set<NodeId> known = new HashSet<>(nodes);
		known.addAll(others());
		unknown(known);
		return drifts;
	}

	/** @return the nodes of what the model has and the link does not carry, such as properties and insights */
	private Collection<NodeId> others() throws UaException {
		Set<Point> carried = new HashSet<>(resolution.nodes().keySet());
		carried.addAll(resolution.missing());
		List<Point> rest = resolution.twin().roots().stream().flatMap(root -> root.all().stream())
				.flatMap(position -> position.points().stream()).filter(point -> !carried.contains(point)).toList();
		return new NodeResolver(client, resolution.twin()).resolve(rest).nodes().values();
	}

	private void types(List<Point> points, List<NodeId> nodes) throws UaException {
		List<DataValue> values = batches.read(nodes, AttributeId.DataType);
		for (int i = 0; i < points.size(); i++) {
			Point point = points.get(i);
			if (values.get(i).value() != null && values.get(i).value().value() instanceof NodeId type) {
				DataTypes.Group is = DataTypes.group(type, client);
				DataTypes.Group wanted = wanted(point);
				if (!wanted.accepts(is)) {
					drifts.add(new Drift(Drift.Kind.DATA_TYPE, point, point.path(), "Signal '%s' is %s in the model, but its node is %s."
							.formatted(point.path(), wanted.word(), is.word()), Drift.Server.NOTHING));
				}
			}
		}
	}

	private static DataTypes.Group wanted(Point point) {
		return switch (point.signal().getType()) {
			case EnumerationType states -> DataTypes.Group.STATE;
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.BOOLEAN -> DataTypes.Group.TRUTH;
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.INTEGER && point.unit() == null -> DataTypes.Group.WHOLE;
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.STRING -> DataTypes.Group.TEXT;
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.TIMESTAMP -> DataTypes.Group.TIME;
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.GEOPOINT
					|| primitive.getPrimitive() == Primitive.MONEY -> DataTypes.Group.ANY;
			case null, default -> DataTypes.Group.NUMBER;
		};
	}

	private void units(List<Point> points, List<NodeId> nodes) throws UaException {
		Map<Integer, Object> found = properties.of(nodes, "EngineeringUnits");
		for (Map.Entry<Integer, Object> entry : found.entrySet()) {
			Point point = points.get(entry.getKey());
			if (point.unit() != null && entry.getValue() instanceof EUInformation information
					&& Unece.NAMESPACE.equals(information.getNamespaceUri())) {
				Unit wanted = Optional.ofNullable(wire(point).rawUnit()).orElseGet(() -> Units.of(BARE));
				Optional<Unit> is = Unece.byUnitId(information.getUnitId()).flatMap(Unece::unit);
				if (is.isPresent() && !Units.sameMeaning(is.get(), wanted)) {
					drifts.add(new Drift(Drift.Kind.UNIT, point, point.path(), "Signal '%s' is in '[%s]' in the model, but its node is in '[%s]'."
							.formatted(point.path(), wanted.code(), is.get().code()),
							new Drift.Server(address(nodes.get(entry.getKey())), null, is.get().code(), null, null)));
				}
			}
		}
	}

	private void ranges(List<Point> points, List<NodeId> nodes) throws UaException {
		Map<Integer, Object> found = properties.of(nodes, "EURange");
		for (Map.Entry<Integer, Object> entry : found.entrySet()) {
			Point point = points.get(entry.getKey());
			Optional<Range> range = point.range();
			if (entry.getValue() instanceof org.eclipse.milo.opcua.stack.core.types.structured.Range is && range.isPresent()) {
				double one = raw(point, range.get().getLow());
				double other = raw(point, range.get().getHigh());
				double low = Math.min(one, other);
				double high = Math.max(one, other);
				double width = Math.max(high - low, Double.MIN_NORMAL);
				if (Math.abs(low - is.getLow()) / width > NEAR || Math.abs(high - is.getHigh()) / width > NEAR) {
					drifts.add(new Drift(Drift.Kind.RANGE, point, point.path(), "Signal '%s' has the range %s..%s in the model, but its node has %s..%s."
							.formatted(point.path(), shown(low), shown(high), shown(is.getLow()), shown(is.getHigh())), range(point, is.getLow(), is.getHigh())));
				}
			}
		}
	}

	/** @return a range of a node in the unit of its signal */
	private Drift.Server range(Point point, double low, double high) {
		Conversion toValue = wire(point).toValue();
		double one = toValue.apply(low);
		double other = toValue.apply(high);
		return Double.isFinite(one) && Double.isFinite(other)
				? new Drift.Server(null, null, null, rounded(Math.min(one, other)), rounded(Math.max(one, other))) : Drift.Server.NOTHING;
	}

	/** @return a node as the text names it, with the URI of its namespace */
	private String address(NodeId node) {
		return node.expanded(client.getNamespaceTable()).toParseableString();
	}

	private static BigDecimal rounded(double number) {
		return new BigDecimal(number).round(DIGITS).stripTrailingZeros();
	}

	private static String shown(double number) {
		return Double.isFinite(number) ? rounded(number).toPlainString()
				: Double.toString(number);
	}

	/** @return a bound as the server has it: a number on the wire */
	private double raw(Point point, Quantity bound) {
		Unit unit = Units.of(point.unit() == null ? BARE : point.unit());
		return Quantities.in(Quantities.of(bound, unit.code()), unit).map(wire(point)::raw).map(BigDecimal::doubleValue)
				.orElse(Double.NaN);
	}

	private Wire wire(Point point) {
		return Wire.of(resolution.twin(), point);
	}

	/** Looks for variables below the bound nodes that no signal of the model has. */
	private void unknown(Set<NodeId> known) throws UaException {
		Set<NodeId> seen = new HashSet<>(resolution.roots());
		List<NodeId> level = List.copyOf(resolution.roots());
		while (!level.isEmpty() && seen.size() < MOST_NODES) {
			List<NodeId> next = new ArrayList<>();
			for (List<ReferenceDescription> references : batches.browse(level.stream().map(DriftCheck::components).toList())) {
				for (ReferenceDescription reference : references) {
					NodeId node = reference.getNodeId().toNodeId(client.getNamespaceTable()).orElse(null);
					if (node != null && own(node, reference) && seen.add(node)) {
						next.add(node);
						if (reference.getNodeClass() == NodeClass.Variable && !known.contains(node)) {
							drifts.add(new Drift(Drift.Kind.UNKNOWN, null, node.toParseableString(), "Variable '%s' (%s) of the server is not in the model."
									.formatted(reference.getBrowseName().name(), node.toParseableString()),
									new Drift.Server(address(node), reference.getBrowseName().name(), null, null, null)));
						}
					}
				}
			}
			level = next;
		}
	}

	/** Names of a companion specification (another namespace than the node's) are its own business. */
	private static boolean own(NodeId node, ReferenceDescription reference) {
		return node.getNamespaceIndex().intValue() > 0
				&& reference.getBrowseName().namespaceIndex().equals(node.getNamespaceIndex());
	}

	private static BrowseDescription components(NodeId node) {
		return new BrowseDescription(node, BrowseDirection.Forward, NodeIds.HasComponent, true,
				Unsigned.uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue()),
				Unsigned.uint(BrowseResultMask.All.getValue()));
	}
}
