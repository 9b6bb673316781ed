package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** The archives of the workbench for all platforms, most of which cannot be started here. */
class ProductArchivesTest {
	/** Only on the update site, for those who have Sirius. */
	private static final String FOR_SIRIUS = "io.twinwright.sirius";

	@ParameterizedTest
	@EnumSource
	void holdTheWholeOfTwinwright(Packed packed) throws IOException {
		List<String> shipped = ProductArchive.of(packed).bundles().stream().map(ShippedBundle::name).toList();
		List<String> missing = new ArrayList<>(modules());
		missing.removeAll(shipped);
		assertEquals(List.of(FOR_SIRIUS), missing);
		assertEquals(new TreeSet<>(shipped).size(), shipped.size(), () -> "There are several versions of one bundle in " + shipped);
	}

	/** @return the symbolic names of the checkout's own bundles */
	private static List<String> modules() throws IOException {
		List<String> names = new ArrayList<>();
		for (String folder : List.of("dsl", "bundles")) {
			try (Stream<Path> modules = Files.list(Checkout.root().resolve(folder))) {
				modules.filter(module -> Files.exists(module.resolve("META-INF/MANIFEST.MF"))).map(module -> module.getFileName().toString()).forEach(names::add);
			}
		}
		assertTrue(names.contains("io.twinwright.workbench"));
		return names;
	}

	@ParameterizedTest
	@EnumSource
	void startTheBundlesThatTheyHold(Packed packed) throws IOException {
		ProductArchive archive = ProductArchive.of(packed);
		TreeSet<String> started = archive.text("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info").lines()
				.filter(line -> !line.startsWith("#")).map(line -> line.split(",")[2].replaceAll("^plugins/|/$", ""))
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(new TreeSet<>(archive.files().keySet()), started);
		Properties configuration = new Properties();
		configuration.load(new StringReader(archive.text("configuration/config.ini")));
		assertEquals("io.twinwright.workbench.product", configuration.getProperty("eclipse.product"));
		assertEquals("org.eclipse.ui.ide.workbench", configuration.getProperty("eclipse.application"));
		assertEquals("platform:/base/plugins/io.twinwright.workbench", configuration.getProperty("osgi.splashPath"));
	}

	@ParameterizedTest
	@EnumSource
	void holdPartsOfTheirPlatformOnly(Packed packed) throws InvalidSyntaxException {
		List<String> filtered = new ArrayList<>();
		for (ShippedBundle bundle : ProductArchive.of(packed).bundles()) {
			String filter = bundle.header("Eclipse-PlatformFilter");
			if (!filter.isEmpty()) {
				assertTrue(FrameworkUtil.createFilter(filter).matches(packed.properties()), bundle.name());
				filtered.add(bundle.name());
			}
		}
		assertEquals(List.of(packed.swt()), filtered.stream().filter(name -> name.startsWith("org.eclipse.swt")).toList());
	}

	/** SWT is a different program on each platform, and compiled against is only one of them. */
	@ParameterizedTest
	@EnumSource
	void findInSwtWhatTheyCall(Packed packed) {
		SwtClasses swt = new SwtClasses();
		ProductArchive.of(packed).bundles().stream().filter(ShippedBundle::belongsToSwt).forEach(bundle -> swt.addAll(bundle.classes()));
		List<String> missing = new ArrayList<>();
		int calls = 0;
		for (ShippedBundle bundle : ProductArchive.of(packed).bundles()) {
			calls += bundle.calls().size();
			bundle.calls().stream().filter(call -> !swt.have(call)).forEach(call -> missing.add(bundle.name() + " calls " + call));
		}
		assertEquals(List.of(), missing);
		assertTrue(calls > 1000, "Only %d calls were found.".formatted(calls));
	}

	@ParameterizedTest
	@EnumSource
	void haveAScriptThatStartsThem(Packed packed) {
		ProductArchive archive = ProductArchive.of(packed);
		String launcher = packed.folder() + packed.launcher();
		assertTrue(archive.has(launcher));
		assertTrue(packed == Packed.WINDOWS || archive.canBeStarted(launcher), launcher);
		assertFalse(archive.canBeStarted(packed.folder() + "LICENSE"));
		assertTrue(archive.text(packed.launcher()).contains(packed.launcher().replace(".cmd", "") + ".options"));
		assertTrue(archive.text("twinwright-ide.options").contains("-Xmx"));
		assertEquals(packed == Packed.WINDOWS, archive.text(packed.launcher()).contains("\r\n"), "The line ends are those of the platform.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "MACOS.*")
	void areApplicationsOnMacOs(Packed packed) {
		ProductArchive archive = ProductArchive.of(packed);
		assertTrue(archive.canBeStarted("Twinwright.app/Contents/MacOS/twinwright"));
		assertTrue(archive.has("Twinwright.app/Contents/Info.plist"));
		assertTrue(archive.has("Twinwright.app/Contents/Resources/twinwright.icns"));
	}

	@ParameterizedTest
	@EnumSource
	void carryTheirLicences(Packed packed) {
		ProductArchive archive = ProductArchive.of(packed);
		assertEquals(Checkout.text(Checkout.root().resolve("LICENSE")), archive.text("LICENSE"));
		assertTrue(archive.text("licences.properties").contains("io.twinwright.workbench = EPL-2.0"));
		assertEquals(List.of(), archive.bundles().stream().filter(bundle -> bundle.name().startsWith("org.eclipse.") && bundle.declared().isEmpty())
				.map(ShippedBundle::name).toList(), "These say nothing about their licence.");
		assertTrue(archive.bundles().stream().filter(ShippedBundle::hasAbout).count() > 100);
	}
}
