package io.twinwright.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process of Downs and Vogel (1993) is there as a whole, as the table of its page says. */
class TennesseeTest {
	private static final int MEASUREMENTS = 41;
	private static final int VARIABLES = 12;
	private static final Pattern ROW = Pattern.compile("\\| (X\\w+\\(\\d+\\)) \\| `([\\w.]+)` \\| `\\[(\\S+)\\]` \\| ([\\d.]+) \\|");

	/** What the paper says of a tag. */
	private record Tag(String path, String unit, BigDecimal base) {
	}

	private final Map<String, Tag> published = new TreeMap<>();
	private final Map<String, Point> modelled = new TreeMap<>();

	@BeforeEach
	void read() throws IOException {
		Path folder = Examples.folder("tennessee-eastman");
		for (String line : Checkout.text(folder.resolve("README.md")).lines().toList()) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				published.put(row.group(1), new Tag("Tennessee." + row.group(2), row.group(3), new BigDecimal(row.group(4))));
			}
		}
		TwinModel twin = Project.load(new TwinStandaloneSetup().createInjectorAndDoEMFRegistration(), List.of(folder)).twin();
		twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.forEach(point -> point.text(TextKind.TAG).ifPresent(tag -> assertEquals(null, modelled.put(tag, point), tag)));
	}

	@Test
	void hasEveryTagOnce() {
		Set<String> expected = new TreeSet<>(Stream.concat(IntStream.rangeClosed(1, MEASUREMENTS).mapToObj("XMEAS(%d)"::formatted),
				IntStream.rangeClosed(1, VARIABLES).mapToObj("XMV(%d)"::formatted)).toList());
		assertEquals(expected, published.keySet());
		assertEquals(expected, modelled.keySet());
	}

	@Test
	void measuresAndWritesInThePublishedUnits() {
		published.forEach((tag, expected) -> {
			Point point = modelled.get(tag);
			assertEquals(expected.path(), point.path(), tag);
			assertEquals(expected.unit(), point.unit(), tag);
			assertEquals(tag.startsWith("XMV") ? SignalKind.ACTUATOR : SignalKind.SENSOR, point.kind(), tag);
		});
	}

	@Test
	void hasRoomForTheBaseCase() {
		published.forEach((tag, expected) -> {
			var range = modelled.get(tag).range().orElseThrow();
			assertTrue(range.getLow().getNumber().compareTo(expected.base()) <= 0 && range.getHigh().getNumber().compareTo(expected.base()) > 0, tag);
		});
	}

	@Test
	void samplesAsTheAnalysersDo() {
		modelled.forEach((tag, point) -> {
			int number = Integer.parseInt(tag.replaceAll("\\D", ""));
			String every = tag.startsWith("XMV") || number < 23 ? "3 min" : number < 37 ? "0.1 h" : "0.25 h";
			assertEquals(every, measure(point, MeasureKind.EVERY), tag);
			assertEquals(every.endsWith("min") ? "none" : every, measure(point, MeasureKind.DELAY), tag);
		});
	}

	private static String measure(Point point, MeasureKind kind) {
		return point.measure(kind).map(quantity -> quantity.getNumber().stripTrailingZeros().toPlainString() + " " + quantity.getUnit()).orElse("none");
	}
}
