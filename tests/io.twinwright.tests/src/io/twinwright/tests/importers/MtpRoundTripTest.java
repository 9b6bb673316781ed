package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.RawRange;
import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.PaUnits;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Module;
import io.twinwright.importers.mtp.MtpImporter;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Module type packages that this product writes come back as the modules that they were made from: services, procedures,
 * parameters, and signals with unit, range, alarms and node, as they are on the wire. What packages cannot say is named by
 * findings of the generator; here names of states and kinds of things that are written alike are not compared.
 */
class MtpRoundTripTest {
	private static final Language LANGUAGE = new Language();
	private static final MathContext DIGITS = new MathContext(12);
	private static final Set<String> WITH_MODULES = Set.of("biopharma", "bottling");

	@TempDir
	Path folder;

	static Stream<Arguments> examples() {
		return Checkout.examples().stream().flatMap(example -> Stream.of(List.<String>of(), List.of("--mtp-2019"))
				.map(options -> Arguments.of(example, options)));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void packagesSayTheSameAgain(Path example, List<String> options) throws Exception {
		TwinModel twin = LANGUAGE.load(example).twin();
		Map<String, Set<String>> before = new TreeMap<>();
		twin.roots().stream().flatMap(root -> root.all().stream()).filter(MtpRoundTripTest::isModule)
				.filter(position -> position.points().stream().anyMatch(point -> isOnServer(twin, point)))
				.forEach(position -> before.put(position.qualifiedName(), facts(twin, position)));
		assertEquals(WITH_MODULES.contains(example.getFileName().toString()), !before.isEmpty());
		assertEquals(before, after(example, options));
	}

	/** What a package lost the first time, it loses no more. */
	@Test
	void importedModulesGiveTheSamePackagesAgain() throws Exception {
		Path biopharma = Checkout.examples().stream().filter(example -> example.endsWith("biopharma")).findFirst().orElseThrow();
		Path once = generate(biopharma, List.of(), "once").resolve("kubio.cell.Cell1.reactor.mtp");
		Path text = Files.writeString(folder.resolve("imported.twin"), Incoming.of(new MtpImporter(), once).text());
		Path again = generate(text, List.of(), "again");
		try (Stream<Path> packages = Files.list(again)) {
			Incoming second = Incoming.of(new MtpImporter(), packages.reduce((one, other) -> {
				throw new AssertionError("One module gave two packages.");
			}).orElseThrow());
			Incoming first = Incoming.of(new MtpImporter(), once);
			assertEquals(facts(first.twin(), first.twin().roots().getFirst()), facts(second.twin(), second.twin().roots().getFirst()));
		}
	}

	private Map<String, Set<String>> after(Path example, List<String> options) throws Exception {
		Map<String, Set<String>> after = new TreeMap<>();
		Path packages = generate(example, options, "out" + options.size());
		if (Files.isDirectory(packages)) {
			try (Stream<Path> files = Files.list(packages)) {
				for (Path file : files.toList()) {
					TwinModel twin = Incoming.of(new MtpImporter(), file).twin();
					assertEquals(1, twin.roots().size());
					after.put(file.getFileName().toString().replace(".mtp", ""), facts(twin, twin.roots().getFirst()));
				}
			}
		}
		return after;
	}

	private Path generate(Path model, List<String> options, String name) throws IOException {
		Command made = Command.run(Stream.concat(Stream.<Object>of("generate", model, "--target", "mtp", "-o", folder.resolve(name)), options.stream())
				.toArray()).ends(0);
		assertTrue(made.out().contains(" generated."), made::toString);
		return folder.resolve(name).resolve("mtp");
	}

	private static boolean isModule(Position position) {
		return position.type() != null && Module.of(position).footprint() != null || services(position).findAny().isPresent();
	}

	private static Stream<Service> services(Position position) {
		return position.layers().stream().flatMap(layer -> layer.getElements().stream()).filter(Service.class::isInstance).map(Service.class::cast);
	}

	private static boolean isOnServer(TwinModel twin, Point point) {
		return twin.attachment(point).filter(Attachment::isRead).filter(at -> Addresses.isOpcUa(at.endpoint())).isPresent();
	}

	/** @return sentences on a module */
	private static Set<String> facts(TwinModel twin, Position module) {
		Set<String> facts = new TreeSet<>();
		services(module).forEach(service -> service(service, facts));
		module.points().stream().filter(point -> isOnServer(twin, point)).forEach(point -> facts.add(signal(twin, point)));
		return facts;
	}

	/** A service without procedures has one of its own name. */
	private static void service(Service service, Set<String> facts) {
		facts.add("service " + service.getName());
		List<Procedure> procedures = elements(service, Procedure.class).toList();
		procedures.forEach(procedure -> facts.add("procedure " + service.getName() + "." + procedure.getName()));
		if (procedures.isEmpty()) {
			facts.add("procedure " + service.getName() + "." + service.getName());
		}
	}

	private static <T> Stream<T> elements(Structure braces, Class<T> kind) {
		return braces.getElements().stream().filter(kind::isInstance).map(kind::cast);
	}

	private static String signal(TwinModel twin, Point point) {
		Wire wire = Wire.of(twin, point);
		RawRange range = RawRange.of(point, wire);
		boolean isWritten = point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER;
		String bounds = range.low().isPresent() && range.high().isPresent() ? rounded(range.low().get()) + ".." + rounded(range.high().get()) : "";
		return "%s %s of %s [%s] %s %s at %s of %s".formatted(isWritten ? "written" : "read", point.name().replace('#', '_'), values(point, wire),
				unit(wire), bounds, isWritten ? Set.of() : alarms(point, wire), Addresses.of(twin, point), Addresses.url(twin.attachment(point).orElseThrow()
						.endpoint()).orElseThrow());
	}

	private static String values(Point point, Wire wire) {
		return switch (point.signal().getType()) {
			case EnumerationType states -> "integers";
			case PrimitiveType type when type.getPrimitive() == Primitive.BOOLEAN -> "truths";
			case PrimitiveType type when type.getPrimitive() == Primitive.STRING -> "texts";
			case PrimitiveType type when type.getPrimitive() == Primitive.INTEGER && wire.isPlain() -> "integers";
			case PrimitiveType type when type.getPrimitive() == Primitive.COUNTER && type.getUnit() == null && wire.isPlain() -> "integers";
			case null, default -> "numbers";
		};
	}

	/** @return the unit as far as process devices have it */
	private static String unit(Wire wire) {
		Unit unit = wire.rawUnit();
		OptionalInt code = unit == null ? OptionalInt.empty() : PaUnits.code(unit);
		return code.isEmpty() ? "" : PaUnits.of(code.getAsInt()).orElseThrow();
	}

	private static Set<String> alarms(Point point, Wire wire) {
		Set<String> alarms = new TreeSet<>();
		Optional<Unit> unit = Units.parse(point.unit() == null ? "1" : point.unit()).unit();
		point.alarms().stream().filter(LimitAlarm.class::isInstance).map(LimitAlarm.class::cast).forEach(alarm -> alarms.add(alarm.getLevel() + " "
				+ rounded(wire.raw(Quantities.in(Quantities.of(alarm.getLimit(), point.unit()), unit.orElseThrow()).orElseThrow()))));
		return alarms;
	}

	private static String rounded(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.round(DIGITS).stripTrailingZeros().toPlainString();
	}
}
