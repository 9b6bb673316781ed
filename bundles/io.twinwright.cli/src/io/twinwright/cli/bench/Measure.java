package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.inject.Injector;
import io.twinwright.cli.Targets;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.Generation;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/**
 * One measurement in a process of its own. The first argument says which, the second how many assets, the third the folder
 * for files. Prints one line of JSON with figures by name.
 */
public final class Measure {
	private static final int WARM = 500;
	private static final int ROUNDS = 3;

	private final Path folder;

	private Measure(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] arguments) throws IOException {
		Measure measure = new Measure(Path.of(arguments[2]));
		int assets = Integer.parseInt(arguments[1]);
		Map<String, Double> figures = switch (arguments[0]) {
			case "check" -> measure.check(assets);
			case "xmi" -> measure.xmi(assets);
			case "generate" -> measure.generate(assets);
			default -> throw new IllegalArgumentException(arguments[0]);
		};
		System.out.println(new Gson().toJson(figures));
	}

	private Path text(int assets) throws IOException {
		Path file = folder.resolve("plant-" + assets + ".twin");
		if (!Files.exists(file)) {
			Files.writeString(file, PlantText.of(assets));
		}
		return file;
	}

	private static Project load(Path file) throws IOException {
		Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
		return Project.load(injector, List.of(file));
	}

	/** Loads, links and checks the text, as the command does. */
	private Map<String, Double> check(int assets) throws IOException {
		for (int i = 0; i < ROUNDS; i++) {
			load(text(WARM)).check();
		}
		Path file = text(assets);
		long before = used();
		long start = System.nanoTime();
		Project project = load(file);
		int findings = project.check().size();
		double seconds = (System.nanoTime() - start) / 1e9;
		double megabytes = (used() - before) / 1e6;
		return new TreeMap<>(Map.of("seconds", seconds, "megabytes", megabytes, "findings", (double) findings, "files",
				(double) project.files().size()));
	}

	/** Loads the same model, with the library that it refers to, from XMI by EMF alone. */
	private Map<String, Double> xmi(int assets) throws IOException {
		Path small = save(WARM);
		Path file = save(assets);
		for (int i = 0; i < ROUNDS; i++) {
			read(small);
		}
		long before = used();
		long start = System.nanoTime();
		Resource resource = read(file);
		double seconds = (System.nanoTime() - start) / 1e9;
		double megabytes = (used() - before) / 1e6;
		return new TreeMap<>(Map.of("seconds", seconds, "megabytes", megabytes, "roots", (double) resource.getContents().size()));
	}

	private Path save(int assets) throws IOException {
		Path file = folder.resolve("plant-" + assets + ".xmi");
		ResourceSet set = load(text(assets)).files().getFirst().getResourceSet();
		EcoreUtil.resolveAll(set);
		List<EObject> roots = new ArrayList<>();
		set.getResources().forEach(resource -> roots.addAll(resource.getContents()));
		Resource xmi = new XMIResourceImpl(URI.createFileURI(file.toString()));
		xmi.getContents().addAll(EcoreUtil.copyAll(roots));
		xmi.save(Map.of());
		return file;
	}

	private static Resource read(Path file) throws IOException {
		Resource resource = new XMIResourceImpl(URI.createFileURI(file.toString()));
		new ResourceSetImpl().getResources().add(resource);
		resource.load(Map.of());
		return resource;
	}

	/** Generates with all targets into nothing. */
	private Map<String, Double> generate(int assets) throws IOException {
		Project warm = load(text(WARM));
		for (int i = 0; i < ROUNDS; i++) {
			run(warm, new AtomicLong());
		}
		Project project = load(text(assets));
		AtomicLong bytes = new AtomicLong();
		long start = System.nanoTime();
		run(project, bytes);
		double seconds = (System.nanoTime() - start) / 1e9;
		return new TreeMap<>(Map.of("seconds", seconds, "megabytes", bytes.get() / 1e6));
	}

	private static void run(Project project, AtomicLong bytes) throws IOException {
		Outcome<Void> outcome = new Generation(Targets.all(Comments::of)).run(project.twin(), path -> new OutputStream() {
			@Override
			public void write(int value) {
				bytes.incrementAndGet();
			}

			@Override
			public void write(byte[] buffer, int offset, int length) {
				bytes.addAndGet(length);
			}
		}, what -> {
		});
		if (outcome instanceof Outcome.Refused<Void> refused) {
			throw new IllegalStateException(refused.diagnostics().toString());
		}
	}

	/** @return the bytes in use after a collection */
	private static long used() {
		for (int i = 0; i < 2; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}
}
