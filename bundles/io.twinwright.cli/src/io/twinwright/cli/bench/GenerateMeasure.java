package io.twinwright.cli.bench;

import com.google.inject.Injector;
import io.twinwright.cli.Presentations;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * Generates with each target in turn, in a process of its own, into nothing. The first argument is the folder of the plant, the
 * second that of a smaller one to warm up with, the third the processor seconds of that for each target. Prints for each target
 * the processor seconds of mapping and those of writing, and the megabytes written, as {@link Measured} reads them. What is
 * written are the results of mapping, of the library that serializes them: what {@link Target#write} does.
 */
public final class GenerateMeasure {
	/** Runs of which the median counts, unless one takes long. */
	static final int RUNS = 3;
	/** Seconds after which there is no other run. */
	private static final int LONG = 10;

	private GenerateMeasure() {
	}

	/** What generating once took. */
	private record Taken(double map, double write, double megabytes) {
	}

	public static void main(String[] arguments) throws IOException {
		Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
		TwinModel twin = twin(injector, Path.of(arguments[0]));
		TwinModel warm = twin(injector, Path.of(arguments[1]));
		int warmSeconds = Integer.parseInt(arguments[2]);
		for (Target<?> target : Targets.all(Presentations.ofTexts())) {
			double start = Measure.processor();
			do {
				generate(target, warm);
			} while (Measure.processor() - start < warmSeconds);
			List<Taken> runs = new ArrayList<>();
			do {
				runs.add(generate(target, twin));
			} while (runs.size() < RUNS && runs.getLast().map() + runs.getLast().write() < LONG);
			print(target.id() + ".map", median(runs, Taken::map));
			print(target.id() + ".write", median(runs, Taken::write));
			print(target.id() + ".megabytes", runs.getFirst().megabytes());
		}
	}

	private static double median(List<Taken> runs, ToDoubleFunction<Taken> figure) {
		return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
	}

	private static void print(String name, double figure) {
		System.out.printf(Locale.ROOT, "bench %s %.6f%n", name, figure);
	}

	private static TwinModel twin(Injector injector, Path plant) throws IOException {
		Project project = Project.load(injector, List.of(plant));
		if (!project.check().isEmpty()) {
			throw new IllegalStateException("The generated plant has findings: " + project.check().getFirst());
		}
		return project.twin();
	}

	private static <M> Taken generate(Target<M> target, TwinModel twin) throws IOException {
		System.gc();
		double start = Measure.processor();
		if (!(target.map(twin) instanceof Outcome.Done<M> done)) {
			throw new IllegalStateException("The target '%s' refuses the generated plant.".formatted(target.id()));
		}
		double mapped = Measure.processor();
		AtomicLong bytes = new AtomicLong();
		target.write(done.value(), path -> new OutputStream() {
			@Override
			public void write(int value) {
				bytes.incrementAndGet();
			}

			@Override
			public void write(byte[] buffer, int offset, int length) {
				bytes.addAndGet(length);
			}
		});
		return new Taken(mapped - start, Measure.processor() - mapped, bytes.get() / 1e6);
	}
}
