package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceElement;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control components, what interfaces feed, and carbon footprints. */
class ControlTest {
	private static final String PLANT = """
			namespace n
			type Plain { sensor level : [m] }
			type Fermenter {
			  identity { PcfCO2eq 1.5 [t] PcfCalculationMethods "ISO 14067; GHG Protocol" PublicationDate "2026-04-15" Colour "red" }
			  state  serviceState : MtpState
			  state  operation    : MtpOperationMode
			  sensor weight       : [kg] range 0..1200
			  private sensor hidden : [kg]
			  insight mean5       : [kg] = mean(weight + hidden) over 5 [min]
			  service ferment : Fermenting(volume = 200..1000 [l]) {
			    parameter inoculum : [%] = 5 [%] range 1..10
			    procedure batchwise lasts 3 [d]
			    procedure fedBatch "Fed batch" {
			      parameter feedRate : [l/h] = 8 [l/h] range 1..20
			      insight   gained   : [kg]  = weight - 1 [kg]
			    }
			  }
			  service rinse : CleaningInPlace
			}
			asset F1 : Fermenter
			asset P1 : Plain
			endpoint plc { url "opc.tcp://plc.example:4840" }
			bind F1 to plc "nsu=urn:plc;s=F1"
			""";

	@TempDir
	private Path folder;
	private Environment environment;

	@BeforeEach
	void map() throws IOException {
		environment = Twins.map(new Twins().parse(folder, PLANT)).environment();
	}

	private Shell shell(String name) {
		return new Shell(environment, name);
	}

	private static List<String> keys(Reference reference) {
		return reference.getKeys().stream().map(Key::getValue).toList();
	}

	private static List<String> names(SubmodelElement collection) {
		return ((SubmodelElementCollection) collection).getValue().stream().map(SubmodelElement::getIdShort).toList();
	}

	@Test
	void proceduresAreSkillsWithTheParametersOfTheirService() {
		Shell type = shell("n.Fermenter");
		assertEquals(List.of("ferment_batchwise", "ferment_fedBatch", "rinse"), names(type.find("control-component-type", "Skills")));
		String fedBatch = "Skills/ferment_fedBatch/";
		assertEquals("Fed batch", type.find("control-component-type", "Skills/ferment_fedBatch").getDisplayName().getFirst().getText());
		assertEquals(List.of("inoculum", "feedRate", "gained"), names(type.find("control-component-type", fedBatch + "Parameters")));
		assertEquals("In", type.value("control-component-type", fedBatch + "Parameters/feedRate/Direction"));
		assertEquals("xs:double", type.value("control-component-type", fedBatch + "Parameters/feedRate/Type"));
		assertEquals("1..20", type.value("control-component-type", fedBatch + "Parameters/feedRate/Values/range"));
		assertEquals("8", type.value("control-component-type", fedBatch + "Parameters/feedRate/Values/default"));
		assertEquals("Out", type.value("control-component-type", fedBatch + "Parameters/gained/Direction"));
		assertEquals("urn:twin:n.Fermenter.ferment.fedBatch.feedRate:concept", keys(type.find("control-component-type",
				fedBatch + "Parameters/feedRate").getSupplementalSemanticIds().getFirst()).getFirst());
		assertEquals(List.of("Offline", "Operator", "Automatic"), names(type.find("control-component-type", "Skills/rinse/Modes")));
		assertEquals("VDI/VDE/NAMUR 2658-4 (MTP)", type.value("control-component-type", "Interfaces/serviceState/InterfaceProfile"));
	}

	@Test
	void pieceSaysWhereTheStateMachineOfItsTypeIs() {
		Shell piece = shell("n.F1");
		assertEquals(List.of("urn:twin:n.Fermenter:control-component-type"),
				keys(((ReferenceElement) piece.find("control-component", "Type")).getValue()));
		assertEquals(List.of("urn:twin:n.Fermenter:control-component-type", "Interfaces", "serviceState"),
				keys(((ReferenceElement) piece.find("control-component", "Endpoints/serviceState/InterfaceReference")).getValue()));
		assertEquals(List.of("urn:twin:n.F1:asset-interfaces", "InterfaceOPCUA_plc"),
				keys(((ReferenceElement) piece.find("control-component", "Endpoints/serviceState/EndpointReference")).getValue()));
		for (String without : List.of("n.Plain", "n.P1")) {
			assertFalse(shell(without).has("control-component-type") || shell(without).has("control-component"), without);
		}
	}

	@Test
	void interfacesFeedTheColumnsOfTheSeries() {
		String configuration = "MappingConfigurations/0/";
		Shell piece = shell("n.F1");
		assertEquals(List.of("urn:twin:n.F1:asset-interfaces", "InterfaceOPCUA_plc"),
				keys(((ReferenceElement) piece.find("interface-mappings", configuration + "InterfaceReference")).getValue()));
		RelationshipElement relation = (RelationshipElement) ((SubmodelElementList) piece.find("interface-mappings",
				configuration + "MappingSourceSinkRelations")).getValue().getFirst();
		for (Reference end : List.of(relation.getFirst(), relation.getSecond())) {
			List<String> path = keys(end);
			String word = path.getFirst().replace("urn:twin:n.F1:", "");
			assertTrue(piece.find(word, String.join("/", path.subList(1, path.size()))) != null, path::toString);
		}
		assertEquals("weight", keys(relation.getSecond()).getLast());
		assertFalse(shell("n.P1").has("interface-mappings"));
	}

	@Test
	void footprintIsWhatTheIdentitySays() {
		Shell piece = shell("n.F1");
		String footprint = "ProductCarbonFootprints/0/";
		assertEquals("1500", piece.value("carbon-footprint", footprint + "PcfCO2eq"));
		assertEquals("2026-04-15T00:00:00Z", piece.value("carbon-footprint", footprint + "PublicationDate"));
		assertEquals(List.of("ISO 14067", "GHG Protocol"), ((SubmodelElementList) piece.find("carbon-footprint", footprint + "PcfCalculationMethods"))
				.getValue().stream().map(each -> ((Property) each).getValue()).toList());
		assertNull(piece.value("carbon-footprint", footprint + "ReferenceImpactUnitForCalculation"), "nobody said it");
		assertNull(piece.find("carbon-footprint", footprint + "ExpirationDate"));
		assertEquals(List.of("Colour"), names(piece.find("nameplate", "AssetSpecificProperties")));
		assertFalse(shell("n.P1").has("carbon-footprint"));
	}

	@Test
	void refusesAFootprintThatIsNoMassOrOfNoDay() throws IOException {
		String text = "namespace n type T { identity { %s } }";
		for (String entries : List.of("PcfCO2eq 3 [m]", "PcfCO2eq \"much\"", "PcfCO2eq 3 [kg] PublicationDate \"soon\"",
				"PcfCO2eq 3 [kg] QuantityOfMeasureForCalculation \"one\"")) {
			Outcome<AasPackage> outcome = new AasTarget().map(new Twins().parse(folder, text.formatted(entries)));
			assertTrue(outcome instanceof Outcome.Refused<AasPackage>, entries);
			assertEquals("TW904", outcome.diagnostics().getFirst().code());
		}
	}
}
