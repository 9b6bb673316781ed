package io.twinwright.core.topology;

import io.twinwright.model.Port;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers which ports clash, for the ports of a type are joined again and again. */
public final class Clashes {
	private final Map<Pair, Optional<PortFit.Clash>> known = new HashMap<>();

	private record Pair(Port giving, Port taking) {
	}

	/** @return the first parameter on which two ports cannot agree, empty if they can on all that both state */
	public synchronized Optional<PortFit.Clash> between(Port giving, Port taking) {
		if (giving.getArguments().isEmpty() || taking.getArguments().isEmpty()) {
			return Optional.empty();
		}
		return known.computeIfAbsent(new Pair(giving, taking), pair -> Optional.ofNullable(PortFit.clash(giving, taking)));
	}
}
