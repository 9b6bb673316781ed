package io.twinwright.tests.importers.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.Wire;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Measure;
import io.twinwright.model.Part;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import io.twinwright.model.Site;
import io.twinwright.model.Size;
import io.twinwright.model.Text;
import io.twinwright.model.Type;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.opcua.live.Servers;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the target {@code opcua} writes comes back: types, signals with unit and range, and where they are bound. */
class RoundTripTest {
	@TempDir
	private Path folder;

	static Stream<String> examples() throws IOException {
		return Twins.examples().stream().map(example -> example.getFileName().toString());
	}

	private Imported back(TwinModel twin) throws Exception {
		List<Path> files = new ArrayList<>();
		for (UANodeSet nodeSet : Twins.nodeSets(twin)) {
			files.add(folder.resolve(files.size() + ".NodeSet2.xml"));
			try (OutputStream stream = Files.newOutputStream(files.getLast())) {
				NodeSets.write(nodeSet, stream);
			}
		}
		return Imported.files(folder, files);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsSignalsWithUnitAndRangeAndNode(String example) throws Exception {
		TwinModel twin = Twins.load(Twins.example(example));
		Imported back = back(twin);
		assertEquals(List.of(), back.errors(), back.text());
		Map<String, Point> nodes = new HashMap<>();
		Map<List<String>, Point> ways = new HashMap<>();
		points(back.twin()).forEach(point -> {
			nodes.put(Addresses.of(back.twin(), point).toString(), point);
			ways.put(way(point), point);
		});
		List<String> lost = new ArrayList<>();
		List<String> changed = new ArrayList<>();
		List<Point> carried = Servers.carried(twin).stream().filter(point -> !isPlace(point)).toList();
		assertFalse(carried.isEmpty());
		for (Point point : carried) {
			Point found = Optional.ofNullable(nodes.get(Addresses.of(twin, point).toString())).orElseGet(() -> ways.get(way(point)));
			if (found == null) {
				lost.add(point.path());
			} else if (Wire.of(twin, point).isPlain() && (!sameUnit(point, found) || !Objects.equals(range(point), range(found)))) {
				changed.add("%s: %s %s, %s %s".formatted(point.path(), point.unit(), range(point), found.unit(), range(found)));
			}
		}
		assertEquals(List.of(), lost, back.text());
		assertEquals(List.of(), changed, back.text());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsTypesWithTheirBases(String example) throws Exception {
		TwinModel twin = Twins.load(Twins.example(example));
		Imported back = back(twin);
		List<String> lost = new ArrayList<>();
		for (Type type : twin.all(Type.class)) {
			Optional<Type> found = back.twin().all(Type.class).stream().filter(one -> one.getName().equals(type.getName())).findFirst();
			boolean sameBase = type.getBase() == null || found.isPresent() && found.get().getBase() != null
					&& found.get().getBase().getName().equals(type.getBase().getName());
			if (found.isEmpty() || !sameBase || found.get().isAbstract() != type.isAbstract()) {
				lost.add(type.getName());
			}
		}
		assertEquals(List.of(), lost, back.text());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsSitesWithBaysAndWhatIsThere(String example) throws Exception {
		TwinModel twin = Twins.load(Twins.example(example));
		Imported back = back(twin);
		assertEquals(twin.all(Site.class).stream().map(RoundTripTest::place).toList(), back.twin().all(Site.class).stream().map(RoundTripTest::place).toList(),
				back.text());
		Map<String, String> places = places(back.twin());
		Map<String, String> lost = places(twin);
		lost.entrySet().removeIf(place -> place.getValue().equals(places.get(place.getKey())));
		assertEquals(Map.of(), lost, back.text());
	}

	private static String place(Site site) {
		String clauses = site.getClauses().stream().map(clause -> switch (clause) {
			case GeoPosition place -> " at %s, %s".formatted(plain(place.getLatitude()), plain(place.getLongitude()));
			case Text zone -> " in " + zone.getText();
			default -> "";
		}).collect(Collectors.joining());
		return site.getName() + clauses + site.getElements().stream().filter(Bay.class::isInstance).map(bay -> " " + bay((Bay) bay)).collect(Collectors.joining());
	}

	private static String bay(Bay bay) {
		return bay.getName() + bay.getClauses().stream().map(clause -> switch (clause) {
			case Size size -> " " + size.getFootprint().getName();
			case Measure floor -> " " + plain(floor.getValue()) + floor.getValue().getUnit();
			default -> "";
		}).collect(Collectors.joining());
	}

	private static String plain(Quantity quantity) {
		return quantity.getNumber().stripTrailingZeros().toPlainString();
	}

	/** @return of root assets at which site they are, and in which bays what is directly in them is */
	private static Map<String, String> places(TwinModel twin) {
		Map<String, String> places = new HashMap<>();
		twin.roots().stream().filter(root -> root.site() != null).forEach(root -> {
			places.put(shown(root), root.site().getName());
			root.parts().stream().filter(part -> part.element() instanceof Part).forEach(part -> ((Part) part.element()).getClauses().stream()
					.filter(BayPlacement.class::isInstance).forEach(in -> places.put(shown(root) + "." + part.name(), ((BayPlacement) in).getBay().getName())));
		});
		return places;
	}

	/** Where a name is taken in the one namespace of an import, the label tells what it was. */
	private static String shown(Position root) {
		return root.element().getLabel() == null ? root.name() : root.element().getLabel();
	}

	/** What does not come back, in the words of the report. */
	@Test
	void saysWhatIsLost() throws Exception {
		Imported back = back(Twins.load(Twins.example("bottling")));
		assertEquals(List.of("Ports and connections are left out (37): a node set says of a medium no more than its name.",
				"The node sets are those of a twin, and say nothing of its formulas, feedback, sizes, shifts and supplies, nor of recipes, orders, "
						+ "contracts and offers. What its text has of these is left out, and its insights are sensors here.",
				"References of these kinds are left out: 7 'Supplies', 2 'ConnectedTo', 2 'HasStandby', 1 'Covers'.",
				"Filler: What is not the same in all pieces is declared at them: 'Process/Flow'.",
				"server: The file does not say where the server is. Write its URL here."), back.remarks());
	}

	@Test
	void keepsAlarmsServicesIdentityAndWhatIsRepeated() throws Exception {
		String text = back(Twins.load(Twins.example("bottling"))).text();
		assertTrue(text.contains(" range 0..40 every 100 [ms] alarm high 7.1 alarm highhigh 11.2 node \"Condition/Vibration\"\n      tag \"VT-101\"\n"), text);
		assertTrue(text.contains("  sensor   nozzle 1..24 : [l/min] range 0..9 every 100 [ms]\n"), text);
		assertTrue(text.contains("  service fill : Filling {\n    parameter volume : [l] range 0.2..2\n    procedure run\n    procedure flush\n  }\n"), text);
		assertTrue(text.contains("    SerialNumber                   \"FX12-0017\"\n"), text);
		assertTrue(text.contains("  part fill   : Filler in A2 uses FX17\n"), text);
		assertTrue(text.contains("bind FX17 to server \"nsu=https://acme.example/ua;s=Filler1\"\n"), text);
		assertTrue(text.contains("bind FX17.Flow to server \"nsu=https://acme.example/ua;s=Filler1.FlowRaw\"\n"), text);
	}

	private static List<Point> points(TwinModel twin) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream()).toList();
	}

	private static List<String> way(Point point) {
		List<String> way = new ArrayList<>(List.of(point.position().root().name()));
		way.addAll(Addresses.browsePath(point));
		return way;
	}

	private static boolean isPlace(Point point) {
		return point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.GEOPOINT;
	}

	private static boolean sameUnit(Point one, Point other) {
		Optional<Unit> first = Optional.ofNullable(one.unit()).flatMap(code -> Units.parse(code).unit());
		Optional<Unit> second = Optional.ofNullable(other.unit()).flatMap(code -> Units.parse(code).unit());
		return first.isEmpty() && second.isEmpty() || first.isPresent() && second.isPresent() && Units.sameMeaning(first.get(), second.get());
	}

	private static String range(Point point) {
		return point.range().map(range -> number(range, true) + ".." + number(range, false)).orElse(null);
	}

	private static String number(Range range, boolean low) {
		return (low ? range.getLow() : range.getHigh()).getNumber().stripTrailingZeros().toPlainString();
	}
}
