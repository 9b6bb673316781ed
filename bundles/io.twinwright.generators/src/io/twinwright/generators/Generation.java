package io.twinwright.generators;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs targets: nothing is written unless every one of them mapped. */
public final class Generation {
	private final List<Target<?>> targets;

	public Generation(List<Target<?>> targets) {
		this.targets = List.copyOf(targets);
	}

	/**
	 * Maps with all targets, then writes with all.
	 *
	 * @param progress is told what is being done, in a few words
	 * @return what the targets said, each finding once; refused if one of them was, with nothing written
	 * @throws IOException if the sink fails
	 */
	public Outcome<Void> run(TwinModel twin, ArtifactSink sink, Consumer<String> progress) throws IOException {
		Set<Diagnostic> diagnostics = new LinkedHashSet<>();
		List<Mapped<?>> mapped = new ArrayList<>();
		boolean refused = false;
		for (Target<?> target : targets) {
			progress.accept("mapping " + target.id());
			refused |= !map(target, twin, mapped, diagnostics);
		}
		if (refused) {
			return new Outcome.Refused<>(List.copyOf(diagnostics));
		}
		for (Mapped<?> result : mapped) {
			progress.accept("writing " + result.target().id());
			result.write(sink);
		}
		return new Outcome.Done<>(null, List.copyOf(diagnostics));
	}

	private static <M> boolean map(Target<M> target, TwinModel twin, List<Mapped<?>> mapped, Set<Diagnostic> diagnostics) {
		Outcome<M> outcome = target.map(twin);
		diagnostics.addAll(outcome.diagnostics());
		return switch (outcome) {
			case Outcome.Done<M> done -> mapped.add(new Mapped<>(target, done.value()));
			case Outcome.Refused<M> refused -> false;
		};
	}

	private record Mapped<M>(Target<M> target, M value) {
		void write(ArtifactSink sink) throws IOException {
			target.write(value, sink);
		}
	}
}
