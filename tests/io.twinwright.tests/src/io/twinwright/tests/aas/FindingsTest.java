package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell cannot say is a finding, and never an exception. */
class FindingsTest {
	@TempDir
	private Path folder;
	private final Twins twins = new Twins();

	@Test
	void refusesTwoPiecesWithOneAssetId() throws IOException {
		Diagnostic finding = refused("""
				namespace n
				type T { }
				asset A : T { identity { globalAssetId "urn:one" } }
				asset B : T { identity { globalAssetId "urn:one" } }
				""");
		assertEquals("TW901", finding.code());
		assertEquals("n.B", finding.element());
		assertEquals("'n.A' and 'n.B' have the same identifier 'urn:one'. Each needs one of its own.", finding.message());
	}

	@Test
	void refusesIdentifiersThatAreTooLong() throws IOException {
		assertEquals("TW902", refused("namespace n type " + "한".repeat(230) + " { }").code());
	}

	@Test
	void refusesControlCharacters() throws IOException {
		Diagnostic finding = refused("namespace n type T { identity { SerialNumber \"a\\u0007b\" } }");
		assertEquals("TW903", finding.code());
		assertTrue(finding.message().contains("U+0007"), finding.message());
	}

	@Test
	void refusesWhatIsNoDate() throws IOException {
		Diagnostic finding = refused("namespace n type T { identity { DateOfManufacture \"2023-02-29\" } }");
		assertEquals("TW904", finding.code());
		assertEquals("n.T", finding.element());
	}

	@Test
	void refusesWhatIsNoUri() throws IOException {
		assertEquals("TW904", refused("namespace n type T { identity { URIOfTheProduct \"not a uri\" } }").code());
	}

	@Test
	void saysWhatItCutsAndLeavesOut() throws IOException {
		Outcome<AasPackage> outcome = new AasTarget().map(twins.parse(folder, """
				namespace n
				type T "%s" {
				  property a1 : [m] = 2 [m]
				  property b1 : [m] = 2 * a1
				  sensor c1 : [m]
				}
				asset A : T
				endpoint file { url "file:data.csv" }
				bind A to file
				""".formatted("long ".repeat(60))));
		assertInstanceOf(Outcome.Done.class, outcome);
		assertEquals(List.of("TW905", "TW906", "TW907"),
				outcome.diagnostics().stream().map(Diagnostic::code).distinct().sorted().toList());
	}

	@Test
	void saysWhatANameplateLacks() throws IOException {
		String text = """
				namespace n
				party Maker { name "Pumps Ltd" Street "Quay 1" }
				type T { identity { ManufacturerName "Pumps Ltd" %s } }
				asset A : T { identity { SerialNumber "1" } }
				""";
		List<Diagnostic> findings = new AasTarget().map(twins.parse(folder, text.formatted(""))).diagnostics();
		assertEquals(List.of("The nameplate of 'n.A' lacks 'ManufacturerProductDesignation' and 'OrderCodeOfManufacturer', "
				+ "which the Digital Nameplate 3.0 demands. Add it to the identity of the piece or its type."),
				findings.stream().map(Diagnostic::message).toList());
		assertEquals("TW909", findings.getFirst().code());
		assertEquals(List.of(), new AasTarget().map(twins.parse(folder, text.formatted(
				"ManufacturerProductDesignation \"P\" OrderCodeOfManufacturer \"P-1\""))).diagnostics());
	}

	@Test
	void saysOnceWhatAFootprintLacks() throws IOException {
		String text = """
				namespace n
				type T { identity { PcfCO2eq 3 [kg] %s } }
				asset A : T
				asset B : T { identity { PublicationDate "2027-01-31" } }
				""";
		String rest = "PcfCalculationMethods \"ISO 14067\" ReferenceImpactUnitForCalculation \"piece\" QuantityOfMeasureForCalculation 1 LifeCyclePhases \"A1\"";
		assertEquals(List.of("The carbon footprint of 'n.T' lacks 'PublicationDate', which the Carbon Footprint 1.0 demands. Add it to the identity of the piece or its type."),
				messages("TW931", text.formatted(rest)));
		assertEquals(List.of(), messages("TW931", text.formatted(rest + " PublicationDate \"2027-01-31\"")));
		assertEquals(List.of(), messages("TW931", text.formatted("").replace("PcfCO2eq 3 [kg]", "")), "without an amount there is no footprint");
		assertEquals(List.of("n.T", "n.B"), findings("TW931", text.formatted("")).stream().map(Diagnostic::element).toList(), "a piece lacks other things than its type");
	}

	@Test
	void saysThatSkillsHaveNoMode() throws IOException {
		String text = "namespace n capability Washing type T { %s service wash : Washing } asset A : T";
		assertEquals(List.of("The skills of 'n.T' have no mode, which the Control Component Type 2.0 demands. "
				+ "Declare a state that reports it, as in 'state operation : MtpOperationMode'."), messages("TW932", text.formatted("")));
		assertTrue(messages("TW932", text.formatted("state mode : PackML")).getFirst().endsWith(" as in 'state operation : PackMLMode'."));
		assertEquals(List.of(), messages("TW932", text.formatted("state operation : PackMLMode")));
		assertEquals(List.of(), messages("TW932", "namespace n type T { state mode : PackML } asset A : T"), "it has no skills");
	}

	private List<String> messages(String code, String text) throws IOException {
		return findings(code, text).stream().map(Diagnostic::message).toList();
	}

	private List<Diagnostic> findings(String code, String text) throws IOException {
		return new AasTarget().map(twins.parse(folder, text)).diagnostics().stream().filter(finding -> finding.code().equals(code)).toList();
	}

	@Test
	void knownEntriesHaveAPlaceOnTheNameplate() throws IOException {
		String entries = Stream.concat(EntryNames.NAMEPLATE.stream(), EntryNames.ADDRESS.stream())
				.map(name -> name + " \"2027-01-31\"").collect(Collectors.joining(" "));
		String text = "namespace n asset A { identity { " + entries + " %s } }";
		assertNull(nameplate(text.formatted("")).find("nameplate", "AssetSpecificProperties"));
		assertEquals("red", nameplate(text.formatted("Colour \"red\"")).value("nameplate", "AssetSpecificProperties/Colour"));
	}

	private Shell nameplate(String text) throws IOException {
		return new Shell(Twins.map(twins.parse(folder, text)).environment(), "n.A");
	}

	@Test
	void saysThatThereIsNothingToWrite() throws IOException {
		Outcome<AasPackage> outcome = new AasTarget().map(twins.parse(folder, "namespace n party P { name \"P\" }"));
		assertEquals("TW908", outcome.diagnostics().getFirst().code());
		assertTrue(Twins.write(((Outcome.Done<AasPackage>) outcome).value()).isEmpty());
	}

	@Test
	void neverThrowsOnABrokenModel() throws IOException {
		new AasTarget().map(twins.parse(folder, """
				namespace n
				type T extends Missing footprint Nothing { part p 3..1 : Gone provides Nope(x = 3) sensor s : [nounit] range 5..
				type T extends T { refine x.y = 3 identity { a b }
				asset A : Missing uses B { refine p uses A }
				asset A : T
				bind A.s to nowhere "x"
				endpoint e { }
				bind A to e
				"""));
	}

	private Diagnostic refused(String text) throws IOException {
		Outcome<AasPackage> outcome = new AasTarget().map(twins.parse(folder, text));
		assertInstanceOf(Outcome.Refused.class, outcome);
		return outcome.diagnostics().getFirst();
	}
}
