package io.twinwright.generators.compose;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Runtime;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * What a target made, and the program that uses it.
 *
 * @param target that made it
 * @param mapped what it made
 * @param runtime that does its job with it
 */
public record Part<M>(DeployedTarget<M> target, M mapped, Runtime runtime) {
	/**
	 * @param found gets what the target says
	 * @return what the target makes of a model; empty if it refuses or has no runtime for it
	 */
	static <M> Optional<Part<M>> of(DeployedTarget<M> target, TwinModel twin, Collection<Diagnostic> found) {
		Outcome<M> outcome = target.map(twin);
		found.addAll(outcome.diagnostics());
		return switch (outcome) {
			case Outcome.Done<M> done -> target.runtime(done.value()).map(runtime -> new Part<>(target, done.value(), runtime));
			case Outcome.Refused<M> refused -> Optional.empty();
		};
	}

	void write(ArtifactSink sink) throws IOException {
		target.write(mapped, sink);
	}
}
