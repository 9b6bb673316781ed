package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Point;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that keeps the positions. */
class LayoutFileTest {
	private static final String TEXT = """
			{
			  "line plant.Row": {
			    "plant.Row.s1": {"x":10,"y":-20},
			    "plant.Row.s2": {"x":201,"y":0}
			  }
			}
			""";

	@TempDir
	private Path folder;

	private Diagram row() {
		return Drawn.of(Drawn.text(folder, Drawn.stations(2, "")), DiagramKind.LINE, "Row");
	}

	@Test
	void isSortedRoundedAndHasANodeOnALine() {
		LayoutFile file = new LayoutFile();
		file.put("line plant.Row", "plant.Row.s2", new Point(200.6, -0.2));
		file.put("line plant.Row", "plant.Row.s1", new Point(10.2, -20));
		assertEquals(TEXT, file.text(List.of(row())));
	}

	@Test
	void isReadAsItWasWritten() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		assertEquals(Map.of("plant.Row.s1", new Point(10, -20), "plant.Row.s2", new Point(201, 0)), file.of(row()));
		assertEquals(TEXT, file.text(List.of(row())));
	}

	@Test
	void dropsWhatIsGone() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		file.put("line plant.Row", "plant.Row.gone", new Point(1, 1));
		file.put("line plant.Gone", "plant.Gone.s1", new Point(1, 1));
		assertEquals(TEXT, file.text(List.of(row())));
	}

	@Test
	void isEmptyWhereNothingIsPlaced() {
		assertEquals("{}\n", new LayoutFile().text(List.of(row())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "<<<<<<< ours", "{\"line a\": 3}", "{\"line a\": {\"b\": {\"x\": \"far\"}}}" })
	void refusesWhatIsNoListOfPositions(String text) {
		assertThrows(ParseException.class, () -> LayoutFile.read(text));
	}

	@Test
	void onlyTheWholeNameIsAnother() {
		LayoutFile file = new LayoutFile();
		for (String node : List.of("n.라인", "n.라인.세척", "n.라인2", "n.라인가", "m.n.라인", "n.라인 standby n.라인")) {
			file.put("line n.라인", node, new Point(1, 2));
		}
		file.rename("n.라인", "n.줄");
		assertEquals(List.of("line n.줄", "m.n.라인", "n.라인2", "n.라인가", "n.줄", "n.줄 standby n.줄", "n.줄.세척"),
				file.text().lines().filter(line -> line.contains(".")).map(line -> line.split("\"")[1]).toList());
	}
}
