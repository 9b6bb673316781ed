package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.dsl.project.Formatting;
import io.twinwright.model.Feedback;
import io.twinwright.model.Literal;
import io.twinwright.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is written from a model reads back as the same model. */
class RoundTripTest {
	private static final Language LANGUAGE = new Language();
	private static final int SEEDS = 40;

	@TempDir
	Path folder;

	private static Map<String, XtextResource> read(Map<String, String> texts) {
		ResourceSet set = LANGUAGE.files();
		Map<String, XtextResource> files = new LinkedHashMap<>();
		texts.forEach((name, text) -> files.put(name, LANGUAGE.read(set, name, text)));
		files.values().forEach(file -> assertEquals(List.of(), Language.faults(file)));
		return files;
	}

	/** Writes models that have no text and reads what was written. */
	private static void returns(Map<String, String> texts) {
		Map<String, XtextResource> files = read(texts);
		ResourceSet copies = LANGUAGE.files();
		List<Model> models = new ArrayList<>();
		files.values().forEach(file -> models.add((Model) file.getContents().getFirst()));
		List<EObject> copied = new ArrayList<>(EcoreUtil.copyAll(models));
		List<String> names = List.copyOf(files.keySet());
		for (int i = 0; i < names.size(); i++) {
			Resource resource = copies.createResource(files.get(names.get(i)).getURI());
			resource.getContents().add(copied.get(i));
		}
		Map<String, String> written = new LinkedHashMap<>();
		for (int i = 0; i < names.size(); i++) {
			written.put(names.get(i), LANGUAGE.get(ISerializer.class).serialize(copied.get(i)));
		}
		read(written).forEach((name, file) -> {
			assertEquals(Shape.of(files.get(name).getContents().getFirst()), Shape.of(file.getContents().getFirst()));
			assertEquals(Formatting.format(file), written.get(name), "What is written is laid out.");
		});
	}

	@TestFactory
	Stream<DynamicTest> everyExampleReturns() {
		return Texts.examples().entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> returns(set.getValue())));
	}

	@TestFactory
	Stream<DynamicTest> randomModelsReturn() {
		return LongStream.range(0, SEEDS).mapToObj(seed -> dynamicTest("seed " + seed,
				() -> returns(Map.of("plant.twin", RandomPlant.text(seed)))));
	}

	@TestFactory
	Stream<DynamicTest> randomModelsAreRight() {
		return LongStream.range(0, SEEDS).mapToObj(seed -> dynamicTest("seed " + seed, () -> assertEquals(List.of(),
				LANGUAGE.project(Files.createDirectory(folder.resolve("seed" + seed)), Map.of("plant.twin", RandomPlant.text(seed)))
						.check().stream().filter(finding -> finding.severity() == Severity.ERROR).toList())));
	}

	@Test
	void whatIsNotSaidIsNotWritten() {
		Feedback silent = (Feedback) Language.named(LANGUAGE.model(
				"namespace a type T { actuator s : [1] feedback f { set s to 1 } }")).get("f");
		assertFalse(silent.isSetAuthority());
		Feedback said = (Feedback) Language.named(LANGUAGE.model(
				"namespace a type T { actuator s : [1] feedback f advise { set s to 1 } }")).get("f");
		assertTrue(said.isSetAuthority());
		Literal zero = (Literal) Language.named(LANGUAGE.model("namespace a enum E { a = 0 b }")).get("a");
		assertTrue(zero.isSetValue());
		returns(Map.of("x.twin", "namespace a\nenum E { a = 0 b }\ntype T {\n  actuator s : [1]\n"
				+ "  feedback f advise { set s to 1 }\n  feedback g { set s to 1 }\n}\n"));
	}

	@Test
	void defaultsThatAreSaidReturn() {
		returns(Map.of("x.twin", """
				namespace a
				type T {
				  property p : real = 0
				  sensor s : [kW] range 0..0 every 0 [s]
				  insight day : [kW] = mean(s) over shift
				  insight not1 : boolean = not false and true
				  part t 1..1 : U
				  insight one : [kW] = t#1.x
				}
				type U { sensor x : [kW] }
				site S location 0, 0 { shift early 00:00..24:00 on Mon..Sun }
				endpoint e { url "opc.tcp://localhost" }
				asset A : T at S
				bind A to e by name
				"""));
	}

	@Test
	void namesThatAreReservedAreWrittenWithACaret() {
		returns(Map.of("x.twin", "namespace ^real.^if\ntype ^each { sensor ^true : [kW] insight x : [kW] = ^true }\n"
				+ "asset ^private : ^each\n"));
	}
}
