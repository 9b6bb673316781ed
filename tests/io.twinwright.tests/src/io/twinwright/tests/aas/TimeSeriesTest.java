package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.junit.jupiter.api.Test;

/** What the records of insights look like, and where their samples are. */
class TimeSeriesTest extends OnMixers {
	@Test
	void timeSeriesDescribesInsightsWhereTheyAreComputed() {
		String record = "Metadata/Record/";
		Shell position = shell("n.C1.mixer#1");
		assertEquals(DataTypeDefXsd.DATE_TIME, ((Property) position.find("time-series", record + "Time")).getValueType());
		Property mean = (Property) position.find("time-series", record + "mean5");
		assertEquals(DataTypeDefXsd.DOUBLE, mean.getValueType());
		assertEquals("Mean flow", mean.getDisplayName().getFirst().getText());
		assertEquals("Over 5 min.", mean.getDescription().getFirst().getText());
		assertFalse(shell("n.M1").has("time-series"));
		assertFalse(shell("n.Mixer").has("time-series"));
	}

	@Test
	void segmentsSayWhereTheSamplesAre() {
		Shell filled = shell("n.C1.base");
		assertEquals("opc.tcp://plc.example:4840/a", filled.value("time-series", "Segments/LinkedSegment_flow/Endpoint"));
		assertEquals("nsu=urn:plc;s=Raw", filled.value("time-series", "Segments/LinkedSegment_flow/Query"));
		assertEquals("Samples are raw numbers: times 0.1 plus 2 they are in m3/h.",
				filled.value("time-series", "Segments/LinkedSegment_flow/Description"));
		assertEquals("Sampled.", filled.find("time-series", "Metadata/Record/flow").getDescription().getFirst().getText());
		assertEquals(1, segments(filled).size(), "an insight that is computed has no segment of its own");
		assertEquals("site/mixers/1/flow", shell("n.C1.mixer#1").value("time-series", "Segments/LinkedSegment_flow/Query"));
		assertEquals(List.of(), segments(shell("n.C1.mixer#2")), "nobody has the samples of a mixer that is not bound");
	}

	private static List<String> segments(Shell shell) {
		return ((SubmodelElementCollection) shell.find("time-series", "Segments")).getValue().stream()
				.map(SubmodelElement::getIdShort).toList();
	}

	@Test
	void segmentsAreRegularOnlyWhereTheSamplesAre() throws IOException {
		environment = Twins.map(new Twins().parse(folder, """
				namespace n
				type T {
				  sensor slow : [kW] every 30 [min]
				  sensor fast : [kW] every 250 [ms]
				  sensor odd : [kW] every 0.7 [s]
				  sensor quiet : [kW] every 1 [s] deadband 0.5
				  private sensor hidden : [kW] every 1 [s]
				  insight all : [kW] = slow + fast + odd + quiet + hidden
				  insight more : [kW] = all + mean(slow) over 1 [h]
				}
				asset A : T
				endpoint plc { url "opc.tcp://plc.example" }
				bind A to plc "nsu=urn:plc;s=A"
				bind A.fast to plc "nsu=urn:plc;s=B" as [W] every 500 [ms]
				""")).environment();
		Shell asset = shell("n.A");
		assertNull(asset.find("time-series", "Segments/LinkedSegment_slow/Description"));
		assertEquals(List.of("LinkedSegment_slow", "LinkedSegment_fast", "LinkedSegment_odd", "LinkedSegment_quiet"),
				segments(asset));
		assertEquals("1800", asset.value("time-series", "Segments/LinkedSegment_slow/SamplingInterval"));
		assertEquals("2", asset.value("time-series", "Segments/LinkedSegment_fast/SamplingRate"));
		assertEquals("Samples are in W.",
				asset.value("time-series", "Segments/LinkedSegment_fast/Description"));
		for (String irregular : List.of("odd", "quiet")) {
			assertNull(asset.find("time-series", "Segments/LinkedSegment_" + irregular + "/SamplingInterval"));
			assertNull(asset.find("time-series", "Segments/LinkedSegment_" + irregular + "/SamplingRate"));
		}
	}

	@Test
	void fileIsOneSegmentWithAColumnForEachSignal() throws IOException {
		environment = Twins.map(new Twins().parse(folder, """
				namespace n
				type T {
				  sensor a1 : [kW] every 1 [s] tag "XA"
				  sensor b1 : [kW] every 1 [s] tag "XB"
				  sensor n1 : counter every 1 [s] tag "XN"
				  insight sum : [kW] = a1 + b1
				  insight each1 : [kW] = sum / increase(n1) over 1 [h]
				}
				asset A : T
				endpoint run { url "file:data/run.csv" format csv }
				bind A to run by tag
				""")).environment();
		Shell asset = shell("n.A");
		assertEquals(List.of("ExternalSegment_run"), segments(asset));
		File file = (File) asset.find("time-series", "Segments/ExternalSegment_run/File");
		assertEquals("file:data/run.csv", file.getValue());
		assertEquals("text/csv", file.getContentType());
		assertEquals("urn:twin:n.T.n1:concept", asset.find("time-series", "Metadata/Record/n1").getSemanticId().getKeys()
				.getFirst().getValue(), "a column without a unit has a meaning too");
		assertEquals("Sampled every 1 s. In 'n.run' as 'XB'.",
				asset.find("time-series", "Metadata/Record/b1").getDescription().getFirst().getText());
	}
}
