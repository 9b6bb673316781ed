package io.twinwright.cli;

import io.twinwright.diagram.svg.DrawnPictures;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.project.Wording;
import io.twinwright.generators.Presentation;

/** What targets say besides the model, from the bundles that know it. */
public final class Presentations {
	private Presentations() {
	}

	/** @return comments and words of the text, and drawn diagrams */
	public static Presentation ofTexts() {
		return new Presentation(Comments::of, Wording::of, new DrawnPictures());
	}
}
