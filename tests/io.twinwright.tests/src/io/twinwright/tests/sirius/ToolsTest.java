package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Asset;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each tool does to the text: the tool's operations are run on a drawn diagram, then the files are saved and read again. */
class ToolsTest {
	private static final Language LANGUAGE = new Language();

	@TempDir
	private Path folder;
	private final Viewpoint viewpoint = new Viewpoint(new SiriusMetamodels(), Viewpoint.shipped());
	private Session session;
	private Map<Path, List<String>> before;

	@BeforeEach
	void copyExample() throws IOException {
		for (Path file : Project.find(List.of(Checkout.root().resolve("examples/bottling")))) {
			Files.copy(file, folder.resolve(file.getFileName()));
		}
		session = new Session(viewpoint, folder);
		before = texts();
	}

	private Map<Path, List<String>> texts() {
		Map<Path, List<String>> texts = new TreeMap<>();
		try {
			for (Path file : Project.find(List.of(folder))) {
				texts.put(file, Files.readAllLines(file));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return texts;
	}

	private EObject line() {
		return session.draw("LINE", session.declaration("Juice1"));
	}

	private EObject recipe() {
		return session.draw("RECIPE", session.declaration("Juice05Bottle"));
	}

	private EObject site() {
		return session.draw("SITE", session.declaration("Pohang"));
	}

	private EObject tool(String diagram, String name) {
		return viewpoint.named(diagram, "AbstractToolDescription", name);
	}

	/** @return the view of something by its name in a diagram, with the name of the part around a port before it */
	private static EObject view(EObject diagram, String name) {
		return SiriusMetamodels.all(diagram).stream().filter(view -> name.equals(place(view))).findFirst().orElseThrow(() -> new AssertionError(name));
	}

	private static String place(EObject view) {
		String name = get(view, "target") instanceof NamedElement named ? named.getName() : null;
		return get(view, "target") instanceof Port && get(view.eContainer(), "target") instanceof Part part ? part.getName() + "." + name : name;
	}

	private void wizard(EObject diagram, String kind, String name, EObject clicked, String choice) {
		EObject tool = tool(kind, name);
		Map<String, Object> variables = new HashMap<>(Map.of("container", get(clicked, "target"), "containerView", clicked, "diagram", diagram, "self",
				get(clicked, "target")));
		String precondition = Viewpoint.text(tool, "precondition");
		assertTrue(precondition.isEmpty() || Boolean.TRUE.equals(session.value(precondition, variables)), precondition);
		Collection<?> candidates = (Collection<?>) session.value(Viewpoint.text(tool, "candidatesExpression"), variables);
		variables.put("element", candidates.stream().filter(candidate -> choice.equals(((NamedElement) candidate).getName())).findFirst()
				.orElseThrow(() -> new AssertionError(choice + " is none of " + candidates.stream().map(one -> ((NamedElement) one).getName()).toList())));
		session.run(tool, (EObject) get(clicked, "target"), variables);
	}

	private void connect(EObject diagram, String from, String to) {
		EObject source = view(diagram, from);
		EObject target = view(diagram, to);
		session.run(tool("LINE", "Connect"), (EObject) get(source, "target"), Map.of("source", get(source, "target"), "target", get(target, "target"),
				"sourceView", source, "targetView", target));
	}

	private void edit(String kind, String name, EObject view, String text) {
		session.run(tool(kind, name), (EObject) get(view, "target"), Map.of("arg0", text, "view", view));
	}

	private void delete(String kind, String tool, EObject view) {
		session.run(tool(kind, tool), (EObject) get(view, "target"), Map.of("element", get(view, "target"), "elementView", view));
	}

	/** Saves what has changed, as Sirius does; the new text has no finding of the language that the old one had not. */
	private void assertChange(String... lines) throws IOException {
		assertEquals(List.of(), session.said);
		Set<String> old = findings(Checkout.root().resolve("examples/bottling"));
		for (XtextResource file : session.files()) {
			file.save(null);
		}
		List<String> changes = new ArrayList<>();
		texts().forEach((file, now) -> {
			before.get(file).stream().filter(line -> !now.contains(line)).forEach(line -> changes.add("- " + line));
			now.stream().filter(line -> !before.get(file).contains(line)).forEach(line -> changes.add("+ " + line));
		});
		assertEquals(List.of(lines), changes);
		Set<String> found = findings(folder);
		found.removeIf(code -> !code.startsWith("TW00") && !code.startsWith("TW1"));
		found.removeAll(old);
		assertEquals(Set.of(), found);
	}

	private static Set<String> findings(Path folder) throws IOException {
		Set<String> findings = new HashSet<>();
		for (Diagnostic finding : LANGUAGE.load(folder).check()) {
			findings.add(finding.code() + " " + finding.message());
		}
		return findings;
	}

	@Test
	void addsAPartOfAType() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		assertChange("+   part capper : Capper");
	}

	@Test
	void addsPartsOfTheLibrary() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Unit");
		wizard(line, "LINE", "AddPart", view(line, "fill"), "Unit");
		assertChange("+   part unit   : Unit", "+   part unit2  : Unit");
	}

	@Test
	void addsOwnPorts() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPortIn", line, "Juice");
		wizard(line, "LINE", "AddPortOut", line, "Water");
		assertChange("+   port in  juice2 : Juice", "+   port out water  : Water");
	}

	@Test
	void connectsPortsOfNewParts() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		EObject drawn = line();
		connect(drawn, "capper.bottles", "rinse.rinsed");
		assertChange("+   part capper : Capper", "+   connect rinse.rinsed -> capper.bottles");
	}

	@Test
	void saysWhyPortsAreNotConnected() {
		EObject line = line();
		connect(line, "juice", "rinse.dirty");
		assertEquals(List.of("'juice' carries 'Juice' and 'rinse.dirty' carries 'Bottle'. One must be a kind of the other."), session.said);
		session.said.clear();
		connect(line, "rinse.dirty", "fill.bottles");
		assertEquals(1, session.said.size());
		assertEquals(line().eContents().size(), line.eContents().size());
	}

	@Test
	void reconnects() throws IOException {
		EObject line = line();
		EObject connection = Session.views(line, "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		EObject there = view(line, "cap.bottles");
		session.run(tool("LINE", "End"), (EObject) get(connection, "target"), Map.of("element", get(connection, "target"), "target", get(there, "target"),
				"targetView", there));
		assertChange("-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect belt : rinse.rinsed -> cap.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void saysWhyAConnectionCannotEndElsewhere() {
		EObject line = line();
		EObject connection = Session.views(line, "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		EObject there = view(line, "juice");
		session.run(tool("LINE", "Begin"), (EObject) get(connection, "target"), Map.of("element", get(connection, "target"), "target", get(there, "target"),
				"targetView", there));
		assertEquals(List.of("'juice' carries 'Juice' and 'fill.bottles' carries 'Bottle'. One must be a kind of the other."), session.said);
	}

	@Test
	void renamesWhereverItIsUsed() throws IOException {
		edit("LINE", "Rename", view(line(), "cap"), "closer");
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "-   connect fill.filled -> cap.bottles buffer 60", "-   connect cap.capped  -> done",
				"+   part closer    : Capper in A3 uses CP04 standby CP09", "+   connect fill.filled -> closer.bottles buffer 60", "+   connect closer.capped  -> done");
	}

	@Test
	void saysWhyANameIsRefused() {
		edit("LINE", "Rename", view(line(), "cap"), "2 caps");
		edit("LINE", "Rename", view(line(), "cap"), "fill");
		assertEquals(List.of("'2 caps' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores.",
				"'cap' cannot be renamed to 'fill': the part 'acme.bottling.Juice1.fill' has that name. Choose another one."), session.said);
	}

	@Test
	void setsBuffers() throws IOException {
		List<EObject> connections = Session.views(line(), "Connection");
		edit("LINE", "Buffer", connections.stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow(), "80");
		edit("LINE", "Buffer", connections.getFirst(), "2 [m3]");
		assertChange("-   connect empty -> rinse.dirty",
				"-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect empty -> rinse.dirty buffer 2 [m3]",
				"+   connect belt : rinse.rinsed -> fill.bottles buffer 80 { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void takesBuffersAwayAndRefusesWhatIsNone() throws IOException {
		EObject belt = Session.views(line(), "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		edit("LINE", "Buffer", belt, "many");
		assertEquals(List.of("'many' is no amount. Write a number and, if it is not of pieces, its unit, as in 3 [m3]."), session.said);
		session.said.clear();
		edit("LINE", "Buffer", belt, " ");
		assertChange("-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect belt : rinse.rinsed -> fill.bottles { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void addsStandby() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Filler");
		EObject drawn = line();
		wizard(drawn, "LINE", "AddStandby", view(drawn, "filler"), "FX17");
		wizard(drawn, "LINE", "AddStandby", view(drawn, "filler"), "FX33");
		assertChange("+   part filler : Filler standby FX17, FX33");
	}

	@Test
	void saysWhyAPieceCannotTakeAPlace() {
		EObject line = line();
		wizard(line, "LINE", "AddStandby", view(line, "cap"), "FX17");
		assertEquals(1, session.said.size());
		assertTrue(session.said.getFirst().startsWith("Standby 'FX17' cannot take position 'cap': "), session.said::getFirst);
	}

	@Test
	void makesAReserve() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		EObject drawn = line();
		wizard(drawn, "LINE", "SetCover", view(drawn, "capper"), "cap");
		assertChange("+   part capper : Capper covers cap");
	}

	@Test
	void saysWhyAPartCannotBeAReserve() {
		EObject line = line();
		wizard(line, "LINE", "SetCover", view(line, "cap"), "fill");
		assertEquals(1, session.said.size());
		assertTrue(session.said.getFirst().startsWith("'cap' cannot cover 'fill': port 'juice', "), session.said::getFirst);
	}

	@Test
	void deletesWhatDependsOnAPart() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Rinser");
		EObject drawn = line();
		connect(drawn, "rinser.rinsed", "fill.bottles");
		wizard(drawn, "LINE", "SetCover", view(drawn, "rinse2"), "rinser");
		delete("LINE", "Delete", view(line(), "rinser"));
		assertChange("-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser in A4");
	}

	@Test
	void saysWhatKeepsAPart() {
		delete("LINE", "Delete", view(line(), "fill"));
		assertEquals(List.of("'fill' cannot be deleted: it is used by share 'acme.bottling.FillerEnergy.specific'. Change that first."), session.said);
	}

	@Test
	void opensWhatIsInside() {
		EObject diagram = session.draw("PARTNERS", session.declaration("FX17"));
		EObject around = SiriusMetamodels.all(diagram).stream().filter(view -> get(view, "target") instanceof Asset asset && asset.getName().equals("Juice1"))
				.findFirst().orElseThrow();
		session.run(tool("PARTNERS", "Open"), (EObject) get(around, "target"), Map.of("element", get(around, "target"), "elementView", around));
		assertEquals(List.of(session.declaration("Juice1")), session.opened);
	}

	@Test
	void addsBays() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddBay", site, "ISO_1CC");
		assertChange("+   bay bay footprint ISO_1CC");
	}

	@Test
	void deletesABayWithWhereItIsNamed() throws IOException {
		delete("SITE", "Delete", view(site(), "A4"));
		assertChange("-   bay A4 footprint ISO_1CC floor 1.5 [t/m2]", "-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser covers rinse");
		Path file = folder.resolve("plant.twin");
		assertEquals(before.get(file).stream().filter(String::isBlank).count(), texts().get(file).stream().filter(String::isBlank).count());
	}

	@Test
	void addsAPortForWhatFlowsBothWays() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPortBoth", line, "Electricity");
		assertChange("+   port inout electricity : Electricity");
	}

	@Test
	void takesPiecesOutOfStandby() throws IOException {
		EObject line = line();
		delete("LINE", "Dismiss", view(line, "CP09"));
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   part cap    : Capper in A3 uses CP04");
	}

	@Test
	void takesAPieceOutOfOnePosition() throws IOException {
		EObject line = line();
		EObject tie = Session.views(line, "Takes").stream().filter(view -> "CP09".equals(place(view))).findFirst().orElseThrow();
		delete("LINE", "Dismiss", tie);
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   part cap    : Capper in A3 uses CP04");
	}

	@Test
	void makesNoReserve() throws IOException {
		EObject line = line();
		delete("LINE", "Uncover", Session.views(line, "Covers").getFirst());
		assertChange("-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser in A4");
	}

	@Test
	void addsModulesAndUtilitiesToASite() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddModule", site, "Capper");
		wizard(site, "SITE", "AddUtility", site, "Steam");
		assertChange("+   port out steam : Steam", "+ asset Capper1 : Capper at Pohang");
	}

	/** A part that is dragged into another bay stands there, and out of all bays nowhere. */
	@Test
	void movesPartsBetweenBays() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddBay", site, "ISO_1CC");
		drop(view(site, "cap"), view(site(), "bay"));
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   bay bay footprint ISO_1CC", "+   part cap    : Capper in bay uses CP04 standby CP09");
		before = texts();
		EObject drawn = site();
		drop(view(drawn, "cap"), drawn);
		assertChange("-   part cap    : Capper in bay uses CP04 standby CP09", "+   part cap    : Capper uses CP04 standby CP09");
	}

	@Test
	void saysWhyAPartCannotStandInABay() {
		EObject site = site();
		drop(view(site, "cap"), view(site, "A2"));
		assertEquals(List.of("Bay 'A2' holds 'fill' already, so 'cap' cannot stand there. Choose a free bay."), session.said);
	}

	private void drop(EObject part, EObject place) {
		session.run(tool("SITE", "Move"), (EObject) get(part, "target"), Map.of("element", get(part, "target"), "newSemanticContainer", get(place, "target"),
				"newContainerView", place));
	}

	@Test
	void deletesAnAssetThatNobodyUses() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddModule", site, "Capper");
		delete("SITE", "Delete", view(site(), "Capper1"));
		assertChange();
	}

	@Test
	void saysWhatKeepsAnAsset() {
		delete("SITE", "Delete", view(session.draw("SITE", session.declaration("Gwangyang")), "CP09"));
		assertEquals(List.of("'CP09' cannot be deleted: it is used by 'plant.twin'. Change that first."), session.said);
	}

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
