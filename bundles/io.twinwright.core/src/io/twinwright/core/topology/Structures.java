package io.twinwright.core.topology;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Element;
import io.twinwright.model.Model;
import io.twinwright.model.Structure;
import io.twinwright.model.TopElement;
import java.util.function.Consumer;

/** Visits everything that has braces with elements: types, assets, sites, and the parts and connections in them. */
final class Structures {
	private Structures() {
	}

	static void visit(TwinModel twin, Consumer<Structure> visitor) {
		for (Model file : twin.files()) {
			for (TopElement element : file.getElements()) {
				if (element instanceof Structure structure) {
					visit(structure, visitor);
				}
			}
		}
	}

	private static void visit(Structure structure, Consumer<Structure> visitor) {
		visitor.accept(structure);
		for (Element element : structure.getElements()) {
			if (element instanceof Structure inner) {
				visit(inner, visitor);
			}
		}
	}
}
