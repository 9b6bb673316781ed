package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** What each tool of the recipe diagram and of the tables does to the text. */
class RecipeAndTableToolsTest extends ToolTests {
	@Test
	void changesNothingOfTheLibrary() {
		EObject line = line();
		EObject unit = ((Collection<?>) session.value("aql:self.types()", Map.of("self", get(line, "target")))).stream().map(EObject.class::cast)
				.filter(type -> "Unit".equals(((NamedElement) type).getName())).findFirst().orElseThrow();
		edit("LINE", "Rename", line, "Juice2");
		session.run(tool("LINE", "Rename"), unit, Map.of("arg0", "Thing"));
		assertEquals(List.of("'Unit' belongs to the library and stays as it is. Extend it by a type of your own."), session.said);
		assertEquals("Unit", ((NamedElement) unit).getName());
	}

	@Test
	void addsAndDeletesSignalsInTables() throws IOException {
		Declaration filler = session.declaration("Filler");
		EObject create = viewpoint.named("SIGNALS", "CreateLineTool", "AddSensor");
		session.run(create, filler, Map.of("root", filler, "element", filler, "container", filler));
		EObject insight = viewpoint.named("INSIGHTS", "CreateLineTool", "AddInsight");
		session.run(insight, filler, Map.of("root", filler, "element", filler, "container", filler));
		assertEquals(List.of(), session.said);
		Collection<?> signals = (Collection<?>) session.value("aql:self.signals()", Map.of("self", filler));
		EObject sensor = signals.stream().map(EObject.class::cast).filter(signal -> "sensor".equals(((NamedElement) signal).getName())).findFirst().orElseThrow();
		EObject delete = viewpoint.named("SIGNALS", "DeleteLineTool", "Delete");
		session.run(delete, sensor, Map.of("element", sensor, "root", filler));
		EObject load = signals.stream().map(EObject.class::cast).filter(signal -> "vibration".equals(((NamedElement) signal).getName())).findFirst().orElseThrow();
		session.run(delete, load, Map.of("element", load, "root", filler));
		assertEquals(List.of("'vibration' cannot be deleted: it is used by insight 'acme.machines.Filler.wear'. Change that first."), session.said);
		session.said.clear();
		assertChange("+   insight insight : real");
	}

	@Test
	void addsStepsAndPutsThemInOrder() throws IOException {
		EObject recipe = recipe();
		wizard(recipe, "RECIPE", "AddStep", recipe, "Labelling");
		EObject drawn = recipe();
		EObject cap = view(drawn, "cap");
		EObject label = view(drawn, "labelling");
		session.run(tool("RECIPE", "Precede"), (EObject) get(cap, "target"), Map.of("source", get(cap, "target"), "target", get(label, "target")));
		assertChange("+   step labelling needs Labelling after cap");
	}

	@Test
	void refusesCirclesOfSteps() {
		EObject recipe = recipe();
		EObject cap = view(recipe, "cap");
		EObject rinse = view(recipe, "rinse");
		session.run(tool("RECIPE", "Precede"), (EObject) get(cap, "target"), Map.of("source", get(cap, "target"), "target", get(rinse, "target")));
		assertEquals(List.of("Step 'rinse' cannot come after 'cap', which comes after it itself. Take the other order away first."), session.said);
	}

	@Test
	void takesStepsOutOfOrder() throws IOException {
		EObject recipe = recipe();
		EObject edge = Session.views(recipe, "Sequence").stream().filter(view -> "fill".equals(place(view))).findFirst().orElseThrow();
		delete("RECIPE", "Unprecede", edge);
		assertChange("-   step cap   needs Capping(torque = 1.2 [N.m]) after fill", "+   step cap   needs Capping(torque = 1.2 [N.m])");
	}

	@Test
	void changesNothingWhileTheTextIsNotUnderstood() throws IOException {
		Path file = folder.resolve("plant.twin");
		Files.writeString(file, Files.readString(file) + "\nasset Broken : {\n");
		session = new Session(viewpoint, folder);
		Declaration line = session.declaration("Juice1");
		EObject drawn = session.draw("LINE", line);
		assertEquals(1, Session.views(drawn, "NotUnderstood").size());
		wizard(drawn, "LINE", "AddPart", drawn, "Capper");
		assertEquals(List.of("'plant.twin' has syntax errors, so the diagram shows only a part of it and cannot be edited. Correct the text first."),
				session.said);
	}
}
