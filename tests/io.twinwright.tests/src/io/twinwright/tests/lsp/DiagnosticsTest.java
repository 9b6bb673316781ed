package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings: in open and closed files, and kept right across files. */
class DiagnosticsTest {
	private static final String MACHINES = """
			namespace acme.machines
			type Pump {
			  sensor flow : [l/min] range 0..100
			}
			""";
	private static final String PLANT = """
			namespace acme.plant
			import acme.machines.*
			asset P1 : Pump {
			  insight doubled : [l/min] = 2 * flow
			}
			""";

	@TempDir
	Path folder;

	@Test
	void tellsCodeSourceAndSeverity() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			String text = "namespace a\ntype T {\n  sensor s : [kWh]\n}\n";
			Diagnostic unit = only(editor.open("a.twin", text), "TW201");
			assertEquals("twinwright", unit.getSource());
			assertEquals(DiagnosticSeverity.Error, unit.getSeverity());
			assertEquals("[kWh]", new Marked(text).at(unit.getRange()));
			assertNull(unit.getCodeDescription());
		}
	}

	@Test
	void checksClosedFilesOfTheFolder() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.write("deep/er/machines.twin", MACHINES.replace("[l/min]", "[furlong]"));
			editor.write(".hidden/other.twin", "namespace");
			editor.startOnFolder();
			editor.inbox().await(editor.uri("deep/er/machines.twin"), found -> has(found, "TW201"));
			editor.open("plant.twin", PLANT);
			assertFalse(editor.inbox().findings().containsKey(editor.uri(".hidden/other.twin")));
		}
	}

	@Test
	void seesOtherFilesAndTheLibrary() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.write("machines.twin", MACHINES);
			editor.startOnFolder();
			assertEquals(List.of(), errors(editor.open("plant.twin", PLANT)));
			assertTrue(editor.inbox().findings().keySet().stream().noneMatch(uri -> uri.contains("library")));
		}
	}

	@Test
	void findsWhatAChangeBreaksInAnotherFile() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.write("plant.twin", PLANT);
			editor.write("machines.twin", MACHINES);
			editor.startOnFolder();
			editor.open("machines.twin", MACHINES);
			editor.change("machines.twin", new Marked(MACHINES).range("flow"), "stream");
			editor.inbox().await(editor.uri("plant.twin"), found -> has(found, "TW101"));
			editor.change("machines.twin", MACHINES);
			editor.inbox().await(editor.uri("plant.twin"), found -> !has(found, "TW101"));
		}
	}

	@Test
	void looksAtTheWholeProjectAgainAfterAChange() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			editor.open("machines.twin", MACHINES);
			assertEquals(List.of(), errors(editor.open("plant.twin", PLANT)));
			editor.change("machines.twin", MACHINES.replace("[l/min]", "[kW]"));
			editor.inbox().await(editor.uri("plant.twin"), found -> errors(found).size() == 1);
			editor.change("machines.twin", MACHINES);
			editor.inbox().await(editor.uri("plant.twin"), found -> errors(found).isEmpty());
		}
	}

	@Test
	void findsTheSameNameInTwoFilesInBoth() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			editor.open("one.twin", "namespace a\ntype T { }\n");
			editor.open("two.twin", "namespace a\ntype U { }\n");
			editor.change("two.twin", "namespace a\ntype T { }\n");
			editor.inbox().await(editor.uri("one.twin"), found -> has(found, "TW103"));
			editor.inbox().await(editor.uri("two.twin"), found -> has(found, "TW103"));
			editor.change("one.twin", "namespace b\ntype T { }\n");
			editor.inbox().await(editor.uri("two.twin"), found -> !has(found, "TW103"));
		}
	}

	@Test
	void refersToPlacesInUtf16Units() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			String text = "namespace a\n/* 🙂 */ type 충전기 { sensor 부하 : [kWh] }\n";
			Diagnostic unit = only(editor.open("a.twin", text), "TW201");
			assertEquals("[kWh]", new Marked(text).at(unit.getRange()));
		}
	}

	static boolean has(List<Diagnostic> found, String code) {
		return found.stream().anyMatch(diagnostic -> code.equals(diagnostic.getCode().getLeft()));
	}

	static List<Diagnostic> errors(List<Diagnostic> found) {
		return found.stream().filter(diagnostic -> diagnostic.getSeverity() == DiagnosticSeverity.Error).toList();
	}

	static Diagnostic only(List<Diagnostic> found, String code) {
		List<Diagnostic> matching = found.stream().filter(diagnostic -> code.equals(diagnostic.getCode().getLeft())).toList();
		assertEquals(1, matching.size(), () -> code + " in " + found);
		return matching.getFirst();
	}
}
