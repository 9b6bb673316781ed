package io.twinwright.diagram;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Wiring;
import io.twinwright.diagram.Connections.Place;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of a diagram of a line by their ids, for each level: what stands in the subject, or in a node that is expanded. */
final class Ends {
	private final Map<String, Map<String, Place>> levels = new LinkedHashMap<>();
	private final View view;

	private Ends(View view) {
		this.view = view;
	}

	/** @return the levels by the ids of what is around them, the subject first */
	static Map<String, Map<String, Place>> of(TwinModel twin, NamedElement subject, View view) {
		Ends ends = new Ends(view);
		ends.read((Structure) subject, TwinModel.qualifiedName(subject), Insides.place(twin, subject, view.place()));
		return ends.levels;
	}

	private void read(Structure structure, String id, Position place) {
		Wiring wiring = new Wiring(structure);
		Map<String, Place> level = new LinkedHashMap<>();
		levels.put(id, level);
		for (Port port : wiring.ports()) {
			level.put(id + "." + port.getName(), new Place(null, port));
		}
		for (Part part : wiring.parts()) {
			for (Port port : wiring.ports(part)) {
				level.put(id + "." + part.getName() + "." + port.getName(), new Place(part, port));
			}
			Position inner = place == null ? null : place.parts().stream().filter(found -> found.element() == part).findFirst().orElse(null);
			NamedElement inside = Insides.of(part, inner);
			if (inside != null && view.expanded().contains(id + "." + part.getName())) {
				read((Structure) inside, id + "." + part.getName(), inner);
			}
		}
	}
}
