package io.twinwright.workbench.discover;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.StandIn;
import io.twinwright.opcua.live.LinkSettings;
import java.util.List;
import org.eclipse.core.resources.IProject;

/** A row of the list of what was discovered. */
public sealed interface Row {
	/** @return the server */
	String url();

	/**
	 * A machine.
	 *
	 * @param server how its server is reached
	 * @param fit what it is to the project to which it is most
	 */
	record Found(LinkSettings server, Machine machine, Fit fit) implements Row {
		@Override
		public String url() {
			return server.url();
		}

		/** @return whether it is of a type of a project */
		boolean isLikely() {
			return fit != null && fit.match().isLikely();
		}
	}

	/**
	 * What a machine is to a project.
	 *
	 * @param places the positions that ask for it, each with what stands against it
	 * @param known the name of the asset or position that it is already, empty for none
	 */
	record Fit(IProject project, Match match, List<StandIn> places, String known) {
		List<String> free() {
			return places.stream().filter(place -> place.obstacle().isEmpty()).map(place -> place.position().path()).toList();
		}
	}

	/**
	 * A server or host that gives no machines.
	 *
	 * @param sentence why
	 */
	record Silent(String url, String sentence) implements Row {
	}
}
