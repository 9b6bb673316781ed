package io.twinwright.tests.importers.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.opcua.SpaceImport;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated plant of each example comes back as a text that is attached to the same plant without drift. */
class ServerImportTest {
	private static final int SECONDS = 180;
	@TempDir
	private Path folder;
	@TempDir
	private Path pki;

	static Stream<String> examples() throws IOException {
		return Twins.examples().stream().map(example -> example.getFileName().toString());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void showsThePlantWithoutDrift(String example) throws Exception {
		TwinModel twin = Twins.load(Twins.example(example));
		try (SimulatedPlant plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(pki.resolve("plant")).get(SECONDS, TimeUnit.SECONDS)) {
			Imported imported = imported(plant.url());
			assertEquals(List.of(), imported.errors(), imported.text());
			List<Point> points = Servers.carried(imported.twin());
			assertFalse(points.isEmpty(), imported.text());
			Set<NodeId> found = attach(plant.url(), imported, points);
			List<String> lost = Servers.carried(twin).stream().filter(point -> point.kind() != SignalKind.PROPERTY && !isPlace(point))
					.filter(point -> plant.id(point).filter(node -> !found.contains(node)).isPresent()).map(Point::path).toList();
			assertEquals(List.of(), lost, imported.text());
		}
	}

	private Imported imported(String url) throws Exception {
		try (AddressSpace nodes = AddressSpace.open(LinkSettings.local(url, pki)).get(SECONDS, TimeUnit.SECONDS)) {
			ServedSpace space = nodes.all(AddressSpace.MOST_OF_ALL, AddressSpace.LONGEST).get(SECONDS, TimeUnit.SECONDS);
			assertEquals(List.of(), space.remarks());
			Draft draft = new Draft();
			SpaceImport.into(draft, space, Set.of(), draft.endpoint(url, "server"));
			return Imported.draft(folder, draft);
		}
	}

	/** A place is an array, which might be anything, and is left out with a remark. */
	private static boolean isPlace(Point point) {
		return point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.GEOPOINT;
	}

	private static boolean isToldOf(Drift drift, Imported imported) {
		return drift.kind() == Drift.Kind.UNKNOWN && imported.remarks().stream().anyMatch(remark -> remark.startsWith("'%s' is left out".formatted(drift.server().name())));
	}

	/** @return the nodes of the signals, each of which has had a value */
	private Set<NodeId> attach(String url, Imported imported, List<Point> points) throws Exception {
		Set<Point> valued = ConcurrentHashMap.newKeySet();
		CompletableFuture<Void> all = new CompletableFuture<>();
		Set<Point> wanted = new HashSet<>(points);
		LiveLink link = LiveLink.open(LinkSettings.local(url, pki), imported.twin(), points, new LinkListener() {
			@Override
			public void state(LinkState state) {
				// values tell
			}

			@Override
			public void values(List<LiveValue> values) {
				values.forEach(value -> valued.add(value.point()));
				if (valued.containsAll(wanted)) {
					all.complete(null);
				}
			}
		}).get(SECONDS, TimeUnit.SECONDS);
		try {
			assertEquals(List.of(), link.resolution().missing().stream().map(Point::path).toList(), imported.text());
			assertEquals(List.of(), link.drift().get(SECONDS, TimeUnit.SECONDS).stream().filter(drift -> !isToldOf(drift, imported)).map(Drift::message).toList(),
					imported.text());
			all.get(SECONDS, TimeUnit.SECONDS);
			assertTrue(valued.containsAll(wanted));
			return Set.copyOf(link.resolution().nodes().values());
		} finally {
			link.end().get(SECONDS, TimeUnit.SECONDS);
		}
	}
}
