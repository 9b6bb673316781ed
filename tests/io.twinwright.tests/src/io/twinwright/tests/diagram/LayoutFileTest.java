package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.Size;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
	void keepsSizesBesidePositions() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		file.resize("line plant.Row", "plant.Row.s1", new Size(200.4, 150));
		String sized = TEXT.replace("\"y\":-20}", "\"y\":-20,\"width\":200,\"height\":150}");
		assertEquals(sized, file.text(List.of(row())));
		LayoutFile again = LayoutFile.read(sized);
		assertEquals(Map.of("plant.Row.s1", new Size(200, 150)), again.sizes(row()));
		assertEquals(file.of(row()), again.of(row()));
		again.resize("line plant.Row", "plant.Row.s1", null);
		assertEquals(TEXT, again.text(List.of(row())));
	}

	@Test
	void keepsSizesWithoutPositions() throws ParseException {
		LayoutFile file = LayoutFile.read(TEXT);
		file.resize("line plant.Row", "plant.Row.s1", new Size(200, 150));
		file.clear("line plant.Row");
		assertEquals(Map.of(), file.of(row()));
		String sized = "{\n  \"line plant.Row\": {\n    \"plant.Row.s1\": {\"width\":200,\"height\":150}\n  }\n}\n";
		assertEquals(sized, file.text(List.of(row())));
		assertEquals(Map.of(), LayoutFile.read(sized).of(row()));
		assertEquals(file.sizes(row()), LayoutFile.read(sized).sizes(row()));
		file.resize("line plant.Row", "plant.Row.s1", null);
		assertEquals(Set.of(), file.diagrams());
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
}
