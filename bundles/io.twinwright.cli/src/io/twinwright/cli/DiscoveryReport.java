package io.twinwright.cli;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.discovery.Positions;
import io.twinwright.core.discovery.StandIn;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.insert.MachineText;
import io.twinwright.dsl.insert.Server;
import io.twinwright.model.Asset;
import io.twinwright.model.Model;
import io.twinwright.opcua.live.LinkSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Prints what was found on servers: who each machine is, which type of the project, where it fits, and the text that adds it. */
final class DiscoveryReport {
	private static final int MOST_MISFITS = 8;

	private final PrintWriter out;
	private final TwinModel twin;
	private final MachineText text;
	private final Matching matching;
	private final Positions positions;

	/** @param twin the project, null for none */
	DiscoveryReport(PrintWriter out, TwinModel twin, MachineText text) {
		this.out = out;
		this.twin = twin;
		this.text = text;
		this.matching = twin == null ? null : new Matching(twin);
		this.positions = twin == null ? null : new Positions(twin);
	}

	void server(LinkSettings settings, ServedSpace space) {
		List<Machine> machines = Machine.of(space, twin == null ? new TwinModel(List.of()) : twin);
		out.println(settings.url());
		space.remarks().forEach(remark -> say(1, remark));
		if (machines.isEmpty()) {
			say(1, "It has no machine: no object with a nameplate, a known type or variables.");
		}
		machines.forEach(machine -> machine(settings, machine));
		out.flush();
	}

	private void say(int depth, String sentence) {
		out.println("  ".repeat(depth) + Shown.sentence(sentence));
	}

	private void machine(LinkSettings settings, Machine machine) {
		out.println("  " + machine.title() + "  " + machine.object().address());
		if (!machine.identity().isEmpty()) {
			out.println("    " + machine.identity().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
		}
		if (twin == null) {
			return;
		}
		List<Match> matches = matching.match(machine);
		if (matches.isEmpty()) {
			say(2, "The project has no types that it could be of.");
		} else if (!matches.getFirst().isLikely()) {
			say(2, "This is of no type of the project; the nearest is '%s' (match %s).".formatted(matches.getFirst().type().getName(), matches.getFirst().shown()));
		} else {
			matched(settings, machine, matches.getFirst());
		}
	}

	private void matched(LinkSettings settings, Machine machine, Match match) {
		say(2, "This is a '%s' (match %s).".formatted(match.type().getName(), match.shown()));
		if (!match.fits().isEmpty()) {
			say(3, "What fits: %s.".formatted(String.join(", ", match.fits())));
		}
		match.misfits().stream().limit(MOST_MISFITS).forEach(misfit -> say(3, misfit));
		if (match.misfits().size() > MOST_MISFITS) {
			say(3, "%d more signals do not fit.".formatted(match.misfits().size() - MOST_MISFITS));
		}
		Optional<Asset> known = matching.known(machine);
		Optional<Position> own = known.isPresent() ? Optional.empty() : matching.at(machine);
		List<StandIn> places = positions.of(match).stream().filter(place -> own.isEmpty() || place.position() != own.get()).toList();
		places.forEach(place -> place(place, known));
		if (known.isPresent()) {
			say(2, "The project has it already: it is '%s'.".formatted(known.get().getName()));
		} else if (own.isPresent()) {
			say(2, "The project has it already: its node is that of '%s'.".formatted(own.get().path()));
		} else {
			addition(settings, machine, match, places);
		}
	}

	private void place(StandIn place, Optional<Asset> known) {
		String path = place.position().path();
		if (known.isPresent() && place.position().piece() == known.get()) {
			say(2, "It fills '%s'.".formatted(path));
		} else if (known.isPresent() && place.position().standby().contains(known.get())) {
			say(2, "It stands by for '%s'.".formatted(path));
		} else {
			say(2, place.obstacle().map(reason -> "It cannot stand in for '%s': %s".formatted(path, reason)).orElse("It can stand in for '%s'.".formatted(path)));
		}
	}

	private void addition(LinkSettings settings, Machine machine, Match match, List<StandIn> places) {
		Optional<StandIn> place = places.stream().filter(one -> one.obstacle().isEmpty()).findFirst();
		Model file = place.map(one -> EcoreUtil.getRootContainer(one.position().element())).or(() -> Optional.of(EcoreUtil.getRootContainer(match.type())))
				.filter(Model.class::isInstance).map(Model.class::cast).orElse(twin.files().getLast());
		Server server = new Server(settings.url(), settings.security(), settings.mode(), settings.user() != null, false);
		MachineText.Addition addition = text.of(machine, match, server, file, twin);
		say(2, "This text adds it to '%s':".formatted(file.eResource().getURI().lastSegment()));
		addition.lines().forEach(line -> out.println("      " + line));
		place.ifPresent(one -> say(2, "With 'standby %s' at '%s' it stands by there.".formatted(addition.name(), one.position().path())));
	}
}
