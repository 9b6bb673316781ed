package io.twinwright.opcua.swap;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Waits until the machine that takes a position is there: the same as was found, attached, and with good values. */
final class ComingUp {
	private static final int MOST_REFERENCES = 50_000;
	private static final Set<String> WHO = Set.of("ManufacturerName", "ManufacturerProductDesignation", "SerialNumber", "globalAssetId");

	private final Machine machine;
	private final LinkSettings server;
	private final String position;
	private final SwapPlant plant;
	private final Duration patience;
	private SwapFailure last;

	ComingUp(Machine machine, LinkSettings server, String position, SwapPlant plant, Duration patience) {
		this.machine = machine;
		this.server = server;
		this.position = position;
		this.plant = plant;
		this.patience = patience;
	}

	/**
	 * @param twin what the text says now
	 * @param good the paths of the signals that must have good values; none if any signal of the position will do
	 * @return the session with the machine; on failure nothing is left open
	 */
	SwapSession await(TwinModel twin, Set<String> good) throws SwapFailure, InterruptedException {
		if (!Waiting.<SwapFailure>until(patience, this::isSame)) {
			throw new SwapFailure("'%s' did not come up at '%s' within %d s. %s".formatted(machine.title(), position, patience.toSeconds(), last.getMessage()), last);
		}
		SwapSession session = plant.attach(twin);
		boolean up = false;
		try {
			Set<String> missing = new TreeSet<>();
			up = Waiting.<SwapFailure>until(patience, () -> areGood(session, good, missing));
			if (!up) {
				throw new SwapFailure("'%s' has no good value at '%s' within %d s: '%s'. Check the machine, then swap again.".formatted(machine.title(), position,
						patience.toSeconds(), String.join("', '", missing)));
			}
			return session;
		} finally {
			if (!up) {
				session.close();
			}
		}
	}

	private boolean areGood(SwapSession session, Set<String> good, Set<String> missing) throws SwapFailure {
		Waiting.requireWanted(plant, position);
		Set<String> now = session.twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(at -> at.points().stream())
				.filter(point -> session.value(point).isPresent()).map(Point::path).collect(Collectors.toSet());
		missing.clear();
		missing.addAll(good.isEmpty() ? Set.of(position) : good);
		missing.removeIf(path -> now.contains(path) || good.isEmpty() && now.stream().anyMatch(one -> one.startsWith(position + ".")));
		return missing.isEmpty();
	}

	/**
	 * @return whether the server answers
	 * @throws SwapFailure if it has another machine
	 */
	private boolean isSame() throws SwapFailure, InterruptedException {
		Waiting.requireWanted(plant, position);
		CompletableFuture<ServedSpace> reading = AddressSpace.read(server, MOST_REFERENCES, patience);
		try {
			ServedSpace space = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			Optional<Machine> found = Machine.of(space, new TwinModel(List.of())).stream().filter(one -> one.object().address().equals(machine.object().address()))
					.findFirst();
			if (found.isPresent() && who(found.get()).equals(who(machine))) {
				return true;
			}
			throw new SwapFailure("The server at '%s' does not have '%s' any more. Discover its machines again.".formatted(server.url(), machine.title()));
		} catch (ExecutionException e) {
			if (!(e.getCause() instanceof LinkFailure failure)) {
				throw new IllegalStateException(e.getCause());
			}
			last = new SwapFailure(failure.getMessage(), failure);
		} catch (TimeoutException e) {
			last = new SwapFailure("The server at '%s' did not answer in time. Check that it runs and is an OPC UA server.".formatted(server.url()), e);
		}
		return false;
	}

	private static Map<String, String> who(Machine machine) {
		Map<String, String> entries = new HashMap<>(machine.identity());
		entries.keySet().retainAll(WHO);
		return entries;
	}
}
