package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.topology.PortFit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Direction;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import java.util.ArrayList;
import java.util.List;

/** The ports to which a forgotten connection could lead. */
final class FreePorts {
	/** With more ports than this, a single one that fits is not what was forgotten. */
	private static final int MOST = 200;

	private record Free(Part part, Port port) {
		String text() {
			return part == null ? port.getName() : part.getName() + "." + port.getName();
		}
	}

	private final Wiring wiring;
	private List<Free> givers;
	private List<Free> takers;

	FreePorts(Wiring wiring) {
		this.wiring = wiring;
	}

	/** @return the fix that connects a port that takes, if exactly one free port gives what it needs */
	List<Fix> connectTaker(Part part, Port port) {
		read();
		Free taker = new Free(part, port);
		return wiring.isFree(part, port) ? connect(givers, taker, true) : List.of();
	}

	/** @return the fix that connects a port that gives, if exactly one free port takes it */
	List<Fix> connectGiver(Part part, Port port) {
		read();
		return wiring.isFree(part, port) ? connect(takers, new Free(part, port), false) : List.of();
	}

	private List<Fix> connect(List<Free> others, Free one, boolean taking) {
		List<Free> fits = others.size() > MOST ? List.of() : others.stream().filter(other -> other.part() != one.part()
				&& (taking ? PortFit.join(other.port(), one.port())
						: PortFit.join(one.port(), other.port()))).limit(2).toList();
		if (fits.size() != 1) {
			return List.of();
		}
		Free other = fits.getFirst();
		String line = "connect " + (taking ? other : one).text() + " -> " + (taking ? one : other).text();
		return Edits.fix("Connect it with '%s'".formatted(other.text()), Edits.insideBraces(wiring.structure(), line));
	}

	private void read() {
		if (givers != null) {
			return;
		}
		givers = new ArrayList<>();
		takers = new ArrayList<>();
		wiring.ports().forEach(port -> add(null, port, port.getDirection() != Direction.OUT,
				port.getDirection() != Direction.IN));
		for (Part part : wiring.parts()) {
			if (givers.size() > MOST && takers.size() > MOST) {
				return;
			}
			wiring.ports(part).forEach(port -> add(part, port, port.getDirection() != Direction.IN,
					port.getDirection() != Direction.OUT));
		}
	}

	private void add(Part part, Port port, boolean gives, boolean takes) {
		if (wiring.isFree(part, port)) {
			if (gives) {
				givers.add(new Free(part, port));
			}
			if (takes) {
				takers.add(new Free(part, port));
			}
		}
	}
}
