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
		assertEquals(TEXT, file.text());
	}

	@Test
	void isReadAsItWasWritten() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		assertEquals(Map.of("plant.Row.s1", new Point(10, -20), "plant.Row.s2", new Point(201, 0)), file.of(row()));
		assertEquals(TEXT, file.text());
	}

	@Test
	void dropsWhatIsGone() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		file.put("line plant.Row", "plant.Row.gone", new Point(1, 1));
		file.put("line plant.Gone", "plant.Gone.s1", new Point(1, 1));
		file.retain(List.of("line plant.Row"));
		file.tidy(row());
		assertEquals(TEXT, file.text());
	}

	@Test
	void isEmptyWhereNothingIsPlaced() {
		assertEquals("{}\n", new LayoutFile().text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "<<<<<<< ours", "{\"line a\": 3}", "{\"line a\": {\"b\": {\"x\": \"far\"}}}" })
	void refusesWhatIsNoListOfPositions(String text) {
		assertThrows(ParseException.class, () -> LayoutFile.read(text));
	}
}
