package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.project.Project;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions go from the file that all drawings share into a diagram of Sirius, and back. The notation is one with the features of GMF's. */
class PlacesTest {
	@TempDir
	private Path folder;
	private final Viewpoint viewpoint = new Viewpoint(new SiriusMetamodels(), Viewpoint.shipped());
	private Session session;
	private EObject line;
	private EObject notation;

	private final EClass bounds = type("Bounds", "x", "y");
	private final EClass node = type("Node");
	private final EClass drawing = type("Diagram");

	private static EClass type(String name, String... numbers) {
		EClass type = EcoreFactory.eINSTANCE.createEClass();
		type.setName(name);
		for (String number : numbers) {
			EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
			attribute.setName(number);
			attribute.setEType(EcorePackage.Literals.EINT);
			type.getEStructuralFeatures().add(attribute);
		}
		return type;
	}

	private static void addReference(EClass owner, String name, EClass type, boolean isContainment, int upper) {
		EReference reference = EcoreFactory.eINSTANCE.createEReference();
		reference.setName(name);
		reference.setEType(type);
		reference.setContainment(isContainment);
		reference.setUpperBound(upper);
		owner.getEStructuralFeatures().add(reference);
	}

	@BeforeEach
	void draw() throws IOException {
		addReference(node, "element", EcorePackage.Literals.EOBJECT, false, 1);
		addReference(node, "layoutConstraint", bounds, true, 1);
		addReference(drawing, "persistedChildren", node, true, -1);
		var metamodel = EcoreFactory.eINSTANCE.createEPackage();
		metamodel.setName("notation");
		metamodel.getEClassifiers().addAll(List.of(bounds, node, drawing));
		for (Path file : Project.find(List.of(Checkout.root().resolve("examples/bottling")))) {
			Files.copy(file, folder.resolve(file.getFileName()));
		}
		session = new Session(viewpoint, folder);
		line = session.draw("LINE", session.declaration("Juice1"));
		notation = EcoreUtil.create(drawing);
		EObject entry = viewpoint.metamodels().create("description/1.1.0", "AnnotationEntry");
		set(entry, "source", "GMF_DIAGRAMS");
		set(entry, "data", notation);
		Viewpoint.list(line, "ownedAnnotationEntries").add(entry);
		int x = 0;
		for (EObject view : Viewpoint.list(line, "ownedDiagramElements")) {
			if (view.eClass().getName().equals("DNodeContainer")) {
				EObject shape = EcoreUtil.create(node);
				EObject place = EcoreUtil.create(bounds);
				set(shape, "element", view);
				set(shape, "layoutConstraint", place);
				set(place, "x", x += 10);
				Viewpoint.list(notation, "persistedChildren").add(shape);
			}
		}
	}

	private static void set(EObject object, String feature, Object value) {
		object.eSet(object.eClass().getEStructuralFeature(feature), value);
	}

	private void use(String tool) {
		session.run(viewpoint.named("LINE", "ToolDescription", tool), (EObject) get(line, "target"), Map.of("element", get(line, "target"), "elementView", line));
	}

	private String place(String part) {
		return Viewpoint.list(notation, "persistedChildren").stream().filter(shape -> part.equals(Viewpoint.name((EObject) get((EObject) get(shape, "element"),
				"target")))).map(shape -> (EObject) get(shape, "layoutConstraint")).map(at -> get(at, "x") + "," + get(at, "y")).findFirst().orElseThrow();
	}

	@Test
	void placesWhatHasAPositionAndNothingElse() throws IOException {
		String before = place("rinse");
		Files.writeString(folder.resolve("plant.layout.json"), "{\"line acme.bottling.Juice1\": {\"acme.bottling.Juice1.fill\": {\"x\": 400, \"y\": 120}, "
				+ "\"acme.bottling.Juice1.gone\": {\"x\": 1, \"y\": 1}}}");
		use("Place");
		assertEquals(List.of(), session.said);
		assertEquals("400,120", place("fill"));
		assertEquals(before, place("rinse"));
	}

	@Test
	void keepsPositionsForAllDrawings() throws IOException {
		use("KeepPlaces");
		assertEquals(List.of(), session.said);
		String kept = Files.readString(folder.resolve("plant.layout.json"));
		String fill = place("fill");
		set((EObject) get(Viewpoint.list(notation, "persistedChildren").getFirst(), "layoutConstraint"), "x", 999);
		use("Place");
		assertEquals(fill, place("fill"));
		use("KeepPlaces");
		assertEquals(kept, Files.readString(folder.resolve("plant.layout.json")));
	}

	@Test
	void saysThatAFileIsNoListOfPositions() throws IOException {
		Files.writeString(folder.resolve("plant.layout.json"), "{ conflict");
		use("Place");
		use("KeepPlaces");
		String sentence = "'plant.layout.json' is no list of positions. Correct it, or delete it to have all placed anew.";
		assertEquals(List.of(sentence, sentence), session.said);
		assertEquals("{ conflict", Files.readString(folder.resolve("plant.layout.json")));
	}
}
