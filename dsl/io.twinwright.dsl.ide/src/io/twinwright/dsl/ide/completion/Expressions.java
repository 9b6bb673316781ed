package io.twinwright.dsl.ide.completion;

import io.twinwright.model.Path;
import io.twinwright.model.Segment;
import io.twinwright.model.ValueOf;

/** Where a formula goes on with a name. */
final class Expressions {
	private Expressions() {
	}

	/** @return whether a function could be called where a path begins */
	static boolean canCall(Segment segment) {
		return segment.eContainer() instanceof Path path && path.getSegments().getFirst() == segment
				&& path.eContainer() instanceof ValueOf;
	}
}
