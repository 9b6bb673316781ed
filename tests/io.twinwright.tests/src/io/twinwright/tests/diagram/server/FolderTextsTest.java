package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.server.FolderTexts;
import io.twinwright.diagram.server.ProjectState;
import io.twinwright.dsl.ide.edit.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of a folder, which others change too. */
class FolderTextsTest {
	private static final String TYPES = "namespace t\ntype Pump { port out o : Water }\n";
	private static final String PLANT = "namespace p\nimport t.*\nasset House : Line {\n  part one : Pump\n}\n";

	@TempDir
	private Path folder;
	private Path types;
	private Path plant;
	private FolderTexts texts;
	private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
	private volatile long told;

	@BeforeEach
	void open() throws IOException {
		types = Files.writeString(folder.resolve("types.twin"), TYPES);
		plant = Files.writeString(folder.resolve("plant.twin"), PLANT);
		texts = FolderTexts.open(Served.LANGUAGE, folder, faults::add);
		texts.listen(() -> told = version());
	}

	@AfterEach
	void close() {
		texts.close();
		assertEquals(List.of(), faults);
	}

	private long version() {
		return texts.read(ProjectState::version);
	}

	private synchronized void await(String what, BooleanSupplier is) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!is.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, what);
			wait(20);
		}
	}

	/** Puts something at the begin of each of some files, as one step. */
	private void insert(String text, Path... files) throws IOException {
		List<FileChange> changes = new ArrayList<>();
		for (Path file : files) {
			changes.add(new FileChange(URI.createFileURI(file.toString()), List.of(new Edit(0, 0, text))));
		}
		assertTrue(texts.change(plant, version(), changes));
	}

	@Test
	void tellsOfWhatOthersChangedWhoeverComesUponIt() throws Exception {
		for (int i = 0; i < 10; i++) {
			String part = "part more" + i;
			Files.writeString(plant, PLANT.replace("part one", part));
			// comes upon it, unless the look that is taken several times a second has been there before
			texts.undo(plant, false);
			assertTrue(texts.<Boolean>read(state -> state.files().getFirst().getParseResult().getRootNode().getText().contains(part)).booleanValue());
			long now = version();
			await("nobody was told of " + part, () -> told >= now);
		}
	}

	@Test
	void takesNoStepBackThatIsCountedInATextThatIsGone() throws Exception {
		insert("// one\n", plant);
		insert("// two\n", plant, types);
		Files.writeString(types, TYPES + "// by somebody else\n");
		assertEquals("There is nothing to undo.", texts.undo(plant, false));
		assertEquals("// two\n// one\n" + PLANT, Files.readString(plant));
		insert("// three\n", plant);
		assertEquals("", texts.undo(plant, false));
		assertEquals("// two\n// one\n" + PLANT, Files.readString(plant));
	}

	@Test
	void doesNoStepAgainThatIsCountedInATextThatIsGone() throws Exception {
		insert("// one\n", plant, types);
		insert("// two\n", types);
		assertEquals("", texts.undo(types, false));
		assertEquals("", texts.undo(types, false));
		insert("// three\n", plant);
		assertEquals("There is nothing to redo.", texts.undo(types, true));
		assertEquals(TYPES, Files.readString(types));
	}

	@Test
	void keepsTheModelWhileATextIsBrokenAndTakesAllOverAfterwards() throws Exception {
		Files.writeString(plant, PLANT.replace("part one", "part part one"));
		await("it is broken", () -> texts.read(state -> !state.fault().isEmpty()));
		Files.writeString(types, TYPES.replace("Pump", "Fan"));
		assertEquals(List.of("p.House.one"), drawn());
		Files.writeString(plant, PLANT.replace("part one : Pump", "part other : Fan"));
		await("it is mended", () -> texts.read(state -> state.fault().isEmpty()));
		await("the new part", () -> drawn().equals(List.of("p.House.other")));
		assertEquals(List.of(), texts.read(state -> state.files().stream().flatMap(file -> file.getErrors().stream()).toList()));
	}

	@Test
	void isThereAgainWhenItsFolderIs() throws Exception {
		Path away = folder.resolveSibling(folder.getFileName() + " away");
		Files.move(folder, away);
		await("it is lost", () -> texts.read(state -> !state.fault().isEmpty()));
		Files.move(away, folder);
		await("it is there again", () -> texts.read(state -> state.fault().isEmpty()));
		insert("// one\n", plant);
	}

	@Test
	void findsByAndBy() throws Exception {
		Files.writeString(plant, PLANT.replace("part one : Pump", "part one : Pmp"));
		await("what is wrong with it", () -> !badges().isEmpty());
		Files.writeString(plant, PLANT.replace("part one : Pump", "/** Moved. */\n  part one : Pump"));
		await("that it is well again", () -> badges().isEmpty());
	}

	private List<String> badges() {
		return texts.read(state -> state.diagrams().of(DiagramKind.LINE, state.diagrams().find(DiagramKind.LINE, "p.House").orElseThrow()).nodes().stream()
				.flatMap(node -> node.badges().stream()).map(badge -> badge.message()).filter(message -> message.contains("'Pmp'")).toList());
	}

	private List<String> drawn() {
		return texts.read(state -> state.diagrams().of(DiagramKind.LINE, state.diagrams().find(DiagramKind.LINE, "p.House").orElseThrow()).nodes().stream()
				.map(node -> node.id()).filter(id -> !id.equals("p.House")).toList());
	}
}
