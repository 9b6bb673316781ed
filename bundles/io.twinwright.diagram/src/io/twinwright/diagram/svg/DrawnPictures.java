package io.twinwright.diagram.svg;

import io.twinwright.core.picture.Picture;
import io.twinwright.core.picture.Pictures;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.Given;
import io.twinwright.diagram.layout.LayoutFiles;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.model.NamedElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The diagrams of a project, with what people placed where they placed it, and without findings. */
public final class DrawnPictures implements Pictures {
	@Override
	public List<Picture> of(TwinModel twin) {
		Diagrams diagrams = new Diagrams(twin, element -> List.of());
		LayoutFiles layouts = new LayoutFiles();
		List<Picture> pictures = new ArrayList<>();
		try {
			for (DiagramKind kind : DiagramKind.values()) {
				for (NamedElement subject : diagrams.subjects(kind)) {
					Diagram diagram = diagrams.of(kind, subject);
					Given given = layouts.of(subject).given(diagram);
					pictures.add(new Picture(kind.id(), subject, () -> drawn(diagram, given)));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return pictures;
	}

	private static String drawn(Diagram diagram, Given given) {
		ByteArrayOutputStream svg = new ByteArrayOutputStream();
		try {
			SvgPicture.write(diagram, Layouts.of(diagram, given), svg);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return svg.toString(StandardCharsets.UTF_8);
	}
}
