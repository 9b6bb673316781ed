package io.twinwright.workbench.plant;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.plant.EvaluatedInsights;
import io.twinwright.opcua.plant.PlantBuilder;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** The simulated plants that run, one for a project at most. Thread-safe; starting and stopping take their time. */
public final class SimulatedPlants {
	private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".twinwright", "plant");
	private static final Map<IProject, SimulatedPlant> RUNNING = new ConcurrentHashMap<>();
	/** Where the plants listened the last time, so that who was attached finds them again. */
	private static final Map<IProject, Integer> PORTS = new ConcurrentHashMap<>();

	private SimulatedPlants() {
	}

	/** @return the plant of a project, empty if none runs */
	public static Optional<SimulatedPlant> of(IProject project) {
		return Optional.ofNullable(RUNNING.get(project));
	}

	/** @return the URL of the plant of a project, empty if none runs */
	public static Optional<String> url(IProject project) {
		return of(project).map(SimulatedPlant::url);
	}

	/**
	 * Starts the plant of a project on a free port of this machine, the same one for each start, in place of one that runs.
	 *
	 * @param faults what goes wrong, and when, such as {@code fill.wear@60s}
	 * @param log is told whole sentences, from any thread
	 * @throws CoreException with a sentence if the model has errors, a fault names nothing, or the plant cannot listen
	 */
	public static synchronized void start(IProject project, double speed, List<String> faults, Consumer<String> log) throws CoreException {
		stop(project);
		TwinModel twin = Models.load(project).twin();
		List<NodeSetFile> files = switch (new OpcUaTarget().map(twin)) {
			case Outcome.Done<List<NodeSetFile>> done -> done.value();
			case Outcome.Refused<List<NodeSetFile>> refused -> throw Models.failure(refused.diagnostics().getFirst().message(), null);
		};
		try {
			PlantBuilder builder = SimulatedPlant.of(twin, files.stream().map(NodeSetFile::nodeSet).toList())
					.port(PORTS.getOrDefault(project, 0)).speed(speed).log(log).insights(start -> new EvaluatedInsights(twin, start));
			faults.forEach(fault -> builder.fault(Fault.parse(fault)));
			SimulatedPlant plant = started(builder);
			RUNNING.put(project, plant);
			PORTS.put(project, URI.create(plant.url()).getPort());
			if (!project.isAccessible()) {
				stop(project);
				throw Models.failure(NLS.bind(Messages.projectGone, project.getName()), null);
			}
		} catch (IllegalArgumentException e) {
			throw Models.failure(e.getMessage(), e);
		} catch (ExecutionException e) {
			Optional<IOException> failure = SimulatedPlant.failure(e.getCause());
			throw Models.failure(failure.map(IOException::getMessage).orElse(e.getCause().getMessage()), e.getCause());
		}
	}

	/** Waits for a plant; one that runs after nobody waits any more is stopped. */
	private static SimulatedPlant started(PlantBuilder builder) throws ExecutionException, CoreException {
		CompletableFuture<SimulatedPlant> starting = builder.start(FOLDER);
		try {
			return Work.await(starting, Messages.late);
		} catch (CoreException e) {
			starting.thenAccept(SimulatedPlant::close);
			throw e;
		}
	}

	/** Gives the plant of a project, if one runs, to another one: the same under its new name. */
	public static synchronized void rename(IProject project, IProject renamed) {
		SimulatedPlant plant = RUNNING.remove(project);
		if (plant != null) {
			RUNNING.put(renamed, plant);
			PORTS.put(renamed, PORTS.remove(project));
		}
	}

	/** @return whether a plant ran, which is stopped now */
	public static synchronized boolean stop(IProject project) {
		SimulatedPlant plant = RUNNING.remove(project);
		if (plant != null) {
			plant.close();
		}
		return plant != null;
	}
}
