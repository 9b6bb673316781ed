package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.live.Overlay;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.NamedElement;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Some pictures equal those in the folder {@code pictures} of the tests. With {@code -Dgolden.update=true} they are rewritten; then
 * the test fails, so that somebody looks at them before they are committed.
 */
class GoldenPicturesTest {
	private static final Path PICTURES = Checkout.root().resolve("tests/io.twinwright.tests/pictures");

	@ParameterizedTest
	@CsvSource({ "bottling,LINE,Juice1", "bottling,SITE,Gwangyang", "bottling,RECIPE,Juice05Bottle", "bottling,PARTNERS,FX17" })
	void drawsWhatIsExpected(String example, DiagramKind kind, String subject) throws IOException {
		compare(Drawn.of(Drawn.example(example), kind, subject));
	}

	@Test
	void drawsExpandedPartsInPlace() throws IOException {
		Diagrams diagrams = Drawn.diagrams(Drawn.example("concepts"));
		NamedElement kiln = diagrams.find(DiagramKind.LINE, "concepts.repeatedParts.TunnelKiln").orElseThrow();
		compare(diagrams.of(DiagramKind.LINE, kiln, View.PLAIN.expanding("concepts.repeatedParts.TunnelKiln.zone", true)));
	}

	@Test
	void drawsTheValuesOfAnAttachedPlant() throws IOException {
		Project bottling = Drawn.example("bottling");
		Diagram diagram = Drawn.of(bottling, DiagramKind.LINE, "Juice1");
		compare("Juice1.live.svg", Drawn.svg(diagram, Layouts.of(diagram, Map.of()), Overlay.of(diagram, OverlayTest.running(bottling))));
	}

	private static void compare(Diagram diagram) throws IOException {
		compare("%s.%s.svg".formatted(diagram.subject().substring(diagram.subject().lastIndexOf('.') + 1), diagram.kind().id()),
				Drawn.svg(diagram, Layouts.of(diagram, Map.of())));
	}

	private static void compare(String name, String made) throws IOException {
		Path expected = PICTURES.resolve(name);
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(PICTURES);
			Files.writeString(expected, made);
			fail("'%s' is rewritten. Look at it and run again without -Dgolden.update.".formatted(expected.getFileName()));
		}
		assertEquals(Files.readString(expected), made);
	}
}
