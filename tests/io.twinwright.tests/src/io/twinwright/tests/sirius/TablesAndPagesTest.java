package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.SiriusMetamodels.kinds;
import static io.twinwright.tests.sirius.Viewpoint.list;
import static io.twinwright.tests.sirius.Viewpoint.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.project.Project;
import io.twinwright.model.Asset;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Signal;
import io.twinwright.model.TwinFactory;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables, the pages of properties and the findings, on real models. */
class TablesAndPagesTest {
	@TempDir
	private Path folder;
	private final Viewpoint viewpoint = new Viewpoint(new SiriusMetamodels(), Viewpoint.shipped());
	private Session session;

	@BeforeEach
	void copyExample() throws IOException {
		for (Path file : Project.find(List.of(Checkout.root().resolve("examples/bottling")))) {
			Files.copy(file, folder.resolve(file.getFileName()));
		}
		session = new Session(viewpoint, folder);
	}

	private Object value(String expression, EObject self) {
		return session.value(expression, Map.of("self", self));
	}

	@SuppressWarnings("unchecked")
	private <T> T member(EObject owner, String candidates, String name) {
		return (T) ((Collection<?>) value(candidates, owner)).stream().filter(one -> name.equals(((NamedElement) one).getName())).findFirst().orElseThrow();
	}

	private String cell(String column, EObject line) {
		return (String) value(text(viewpoint.named("SIGNALS", "FeatureColumnMapping", column), "labelExpression"), line);
	}

	@Test
	void showsSignalsAsTheyAreWritten() {
		EObject filler = session.declaration("Filler");
		Signal vibration = member(filler, "aql:self.signals()", "vibration");
		assertEquals("sensor", cell("Kind", vibration));
		assertEquals("[mm/s]", cell("Type", vibration));
		assertEquals("range 0..40 every 100 [ms] node \"Condition/Vibration\" tag \"VT-101\" alarm high 7.1 after 5 [s] "
				+ "alarm highhigh 11.2 priority 1 \"bearing damage\"", cell("Clauses", vibration));
		assertEquals("flow - sum(each nozzle)", cell("Formula", member(filler, "aql:self.signals()", "leak")));
	}

	@Test
	void showsInheritedSignalsAndThoseOfParts() {
		Asset line = (Asset) session.declaration("Juice1");
		Part fill = member(line, "aql:self.parts()", "fill");
		assertEquals("load", this.<Signal>member(fill, "aql:self.signals()", "load").getName());
		assertEquals(Boolean.TRUE, value("aql:self.hasSignals()", line));
		assertEquals(Boolean.FALSE, value("aql:self.hasSignals()", session.declaration("JuiceCo")));
	}

	@Test
	void showsWhatInsightsRead() {
		Asset filler = (Asset) session.declaration("FX17");
		assertEquals(Boolean.TRUE, value("aql:self.hasInsights()", filler));
		Signal wear = member(filler, "aql:self.insights()", "wear");
		List<?> read = (List<?>) value("aql:self.reads()", wear);
		assertEquals(List.of("vibration", "flow", "mode"), read.stream().map(input -> ((Signal) input).getName()).toList());
		assertTrue(((Collection<?>) value("aql:self.inputs()", filler)).containsAll(read));
		Map<String, Object> cell = Map.of("lineSemantic", wear, "columnSemantic", read.getFirst());
		assertEquals("anomaly", session.value(text(viewpoint.named("INSIGHTS", "IntersectionMapping", "Reads"), "labelExpression"), cell));
		Signal leak = member(filler, "aql:self.insights()", "leak");
		Signal flow = member(filler, "aql:self.signals()", "flow");
		assertEquals("•", session.value("aql:self.usage(input)", Map.of("self", leak, "input", flow)));
	}

	private EObject widget(String name) {
		return viewpoint.all("WidgetDescription").filter(widget -> name.equals(Viewpoint.name(widget))).findFirst().orElseThrow();
	}

	private void set(String widget, EObject element, Object newValue) {
		Map<String, Object> variables = new HashMap<>();
		variables.put("newValue", newValue);
		session.run(widget(widget), element, variables);
	}

	private Object shown(String widget, EObject element) {
		return value(text(widget(widget), "valueExpression"), element);
	}

	@Test
	void setsWhatPagesShow() {
		Asset line = (Asset) session.declaration("Juice1");
		Part cap = member(line, "aql:self.parts()", "cap");
		Connection belt = EcoreUtil2.getAllContentsOfType(line, Connection.class).stream().filter(one -> "belt".equals(one.getName())).findFirst()
				.orElseThrow();
		assertEquals("120", shown("Buffer", belt));
		set("Buffer", belt, "1.5 [m3]");
		assertEquals("1.5 [m3]", shown("Buffer", belt));
		Part rinse = member(line, "aql:self.parts()", "rinse");
		Part rinse2 = member(line, "aql:self.parts()", "rinse2");
		assertEquals(rinse, shown("Covers", rinse2));
		set("Covers", rinse2, null);
		assertEquals(null, shown("Covers", rinse2));
		set("Covers", rinse2, rinse);
		assertEquals(rinse, shown("Covers", rinse2));
		List<NamedElement> bays = ((Collection<?>) value("aql:self.bays()", cap)).stream().map(NamedElement.class::cast).toList();
		assertEquals(List.of("A1", "A2", "A3", "A4"), bays.stream().map(NamedElement::getName).toList());
		set("Bay", rinse2, null);
		set("Bay", cap, bays.getLast());
		assertEquals(bays.getLast(), shown("Bay", cap));
		set("Bay", cap, null);
		assertEquals(null, shown("Bay", cap));
		set("Label", cap, "the last");
		assertEquals("the last", shown("Label", cap));
		set("Name", cap, "no name");
		assertEquals("cap", shown("Name", cap));
		assertEquals(1, session.said.size());
	}

	/** Sirius changes models in place: what was found before a change does not hold after it. */
	@Test
	void findsAnewAfterEachChange() {
		Asset line = (Asset) session.declaration("Juice1");
		Part cap = member(line, "aql:self.parts()", "cap");
		assertEquals(Boolean.TRUE, value("aql:self.isSound('ERROR')", cap), () -> (String) value("aql:self.findings('ERROR')", cap));
		Cover cover = TwinFactory.eINSTANCE.createCover();
		cover.setPart(member(line, "aql:self.parts()", "fill"));
		cap.getClauses().add(cover);
		assertEquals(Boolean.FALSE, value("aql:self.isSound('ERROR')", cap));
		assertTrue(((String) value("aql:self.findings('ERROR')", cap)).startsWith("TW"), () -> (String) value("aql:self.findings('ERROR')", cap));
		cap.getClauses().remove(cover);
		assertEquals(Boolean.TRUE, value("aql:self.isSound('ERROR')", cap));
	}

	/** Each rule of the viewpoint and of its pages says something where it is broken and nothing where it is not. */
	@Test
	void rulesSpeakWhereTheCheckerDoes() {
		Asset line = (Asset) session.declaration("Juice1");
		Part cap = member(line, "aql:self.parts()", "cap");
		Cover cover = TwinFactory.eINSTANCE.createCover();
		cover.setPart(member(line, "aql:self.parts()", "fill"));
		cap.getClauses().add(cover);
		assertEquals(Boolean.FALSE, value("aql:self.isSound('ERROR')", cap));
		List<EObject> rules = viewpoint.all("SemanticValidationRule").toList();
		assertEquals(8, rules.size());
		for (EObject rule : rules) {
			EObject broken = kinds(rule).contains("SemanticValidationRule") && Viewpoint.name(rule).equals("Text") ? line : cap;
			boolean isBroken = !(Boolean) value(text(list(rule, "audits").getFirst(), "auditExpression"), broken);
			assertEquals(isBroken, !((String) value(text(rule, "message"), broken)).isEmpty(), Viewpoint.name(rule));
			assertFalse(isBroken && !Viewpoint.name(rule).equals("Errors") && !Viewpoint.name(rule).equals("Warnings"), Viewpoint.name(rule));
		}
	}
}
