package io.twinwright.cli;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.plant.EvaluatedInsights;
import io.twinwright.opcua.plant.PlantBuilder;
import io.twinwright.opcua.plant.SimulatedPlant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes a simulated plant from a model: its node sets are those that are generated. */
final class Plants {
	private static final long STARTING_SECONDS = 60;

	private Plants() {
	}

	/**
	 * @param faults as on the command line
	 * @throws CommandFailure where the model cannot be served, a fault names nothing or the port cannot be used
	 */
	static SimulatedPlant start(TwinModel twin, int port, double speed, long seed, List<String> faults, Path folder,
			Consumer<String> log) throws InterruptedException {
		List<NodeSetFile> files = switch (new OpcUaTarget().map(twin)) {
			case Outcome.Done<List<NodeSetFile>> done -> done.value();
			case Outcome.Refused<List<NodeSetFile>> refused -> throw new CommandFailure(Main.FINDINGS, refused.diagnostics().stream()
					.map(Diagnostic::message).collect(Collectors.joining("\n")), null);
		};
		try {
			PlantBuilder builder = SimulatedPlant.of(twin, files.stream().map(NodeSetFile::nodeSet).toList()).port(port).speed(speed)
					.seed(seed).log(log).insights(start -> new EvaluatedInsights(twin, start));
			faults.forEach(fault -> builder.fault(Fault.parse(fault)));
			return builder.start(folder).get(STARTING_SECONDS, TimeUnit.SECONDS);
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		} catch (ExecutionException e) {
			throw failed(e.getCause());
		} catch (TimeoutException e) {
			throw new CommandFailure(Main.OUTSIDE, "The plant did not start within %d s.".formatted(STARTING_SECONDS), e);
		}
	}

	private static CommandFailure failed(Throwable cause) {
		if (cause instanceof IllegalArgumentException usage) {
			return new CommandFailure(Main.USAGE, usage.getMessage(), usage);
		}
		return SimulatedPlant.failure(cause).map((IOException failure) -> new CommandFailure(Main.OUTSIDE,
				failure.getMessage() + " Choose another port with --port, or 0 for any free one.", failure)).orElseThrow(() -> new IllegalStateException(cause));
	}
}
