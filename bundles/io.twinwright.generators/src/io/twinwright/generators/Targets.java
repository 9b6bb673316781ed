package io.twinwright.generators;

import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.docs.DocsTarget;
import io.twinwright.generators.opcua.OpcUaTarget;
import java.util.List;

/** All targets. */
public final class Targets {
	private Targets() {
	}

	/** @return all targets, sorted by name */
	public static List<Target<?>> all(Presentation presentation) {
		return List.of(new AasTarget(presentation.comments()::apply), new DocsTarget(presentation), new OpcUaTarget(presentation.comments()));
	}

	/** @return all targets, without presentation; to list them */
	public static List<Target<?>> all() {
		return all(Presentation.NONE);
	}
}
