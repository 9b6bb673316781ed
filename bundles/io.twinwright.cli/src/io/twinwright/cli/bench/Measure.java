package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.inject.Injector;
import com.sun.management.OperatingSystemMXBean;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * One measurement in a process of its own. The first argument says which, the second how many assets, the third the folder
 * for files. Prints one line of JSON with figures by name.
 */
public final class Measure {
	/** Assets of the plant that loads what is loaded once, so that it counts as no plant's memory. */
	private static final int TINY = 10;
	/** Assets and runs that let the Java runtime compile what is measured. */
	private static final int WARM = 1000;
	private static final int WARM_RUNS = 15;
	private static final int RUNS = 5;
	private static final int MOST_COLLECTIONS = 20;
	/** Bytes that do not matter. */
	private static final long SMALL = 100_000;

	private final Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
	private final Path folder;

	/** What is measured: it returns what holds all that it made. */
	private interface Work {
		Object run(int assets) throws IOException;
	}

	private Measure(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] arguments) throws IOException {
		Measure measure = new Measure(Path.of(arguments[2]));
		int assets = Integer.parseInt(arguments[1]);
		Map<String, Double> figures = switch (arguments[0]) {
			case "files" -> measure.files(assets);
			case "compare" -> measure.compare(assets);
			case "checkMegabytes" -> Map.of(arguments[0], measure.megabytes(measure::check, assets));
			default -> Map.of(arguments[0], measure.megabytes(measure::readXmi, assets));
		};
		System.out.println(new Gson().toJson(figures));
	}

	/** Compares checking the text with loading the XMI, in turn, so that both meet the same machine. */
	private Map<String, Double> compare(int assets) throws IOException {
		Map<String, Double> figures = new TreeMap<>();
		for (int i = 0; i < WARM_RUNS; i++) {
			check(WARM);
			readXmi(WARM);
		}
		List<Double> checks = new ArrayList<>();
		List<Double> xmis = new ArrayList<>();
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < RUNS; i++) {
			checks.add(seconds(this::check, assets));
			xmis.add(seconds(this::readXmi, assets));
			ratios.add(checks.getLast() / xmis.getLast());
		}
		figures.put("check", median(checks));
		figures.put("xmi", median(xmis));
		figures.put("ratio", median(ratios));
		return figures;
	}

	/** @return the memory that the result of some work takes, in a process that has done nothing else: some of it is remembered softly */
	private double megabytes(Work work, int assets) throws IOException {
		work.run(TINY);
		long before = used();
		Object made = work.run(assets);
		double megabytes = (used() - before) / 1e6;
		Reference.reachabilityFence(made);
		return megabytes;
	}

	private double seconds(Work work, int assets) throws IOException {
		System.gc();
		double start = processor();
		work.run(assets);
		return processor() - start;
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	/** Writes the plants as text and as XMI, for the measurements. */
	private Map<String, Double> files(int assets) throws IOException {
		for (int size : List.of(TINY, WARM, assets)) {
			PlantFiles.write(size, text(size));
			saveXmi(size);
		}
		return Map.of();
	}

	private Path text(int assets) {
		return folder.resolve("text-" + assets);
	}

	private Path xmi(int assets) {
		return folder.resolve("xmi-" + assets);
	}

	private Project load(int assets) throws IOException {
		return Project.load(injector, List.of(text(assets)));
	}

	/** Reads, links and checks the text with all rules, as the command does. */
	private Project check(int assets) throws IOException {
		Project project = load(assets);
		if (!project.check().isEmpty()) {
			throw new IllegalStateException("The generated plant has findings: " + project.check().getFirst());
		}
		return project;
	}

	/** Loads the same model, with the library that it refers to, file by file from XMI by EMF alone, and resolves all references. */
	private ResourceSet readXmi(int assets) throws IOException {
		ResourceSet set = new ResourceSetImpl();
		set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("xmi", new XMIResourceFactoryImpl());
		try (Stream<Path> files = Files.list(xmi(assets))) {
			for (Path file : files.sorted().toList()) {
				set.getResource(URI.createFileURI(file.toString()), true);
			}
		}
		EcoreUtil.resolveAll(set);
		return set;
	}

	private void saveXmi(int assets) throws IOException {
		Files.createDirectories(xmi(assets));
		ResourceSet source = load(assets).files().getFirst().getResourceSet();
		EcoreUtil.resolveAll(source);
		ResourceSet set = new ResourceSetImpl();
		set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("xmi", new XMIResourceFactoryImpl());
		EcoreUtil.Copier copier = new EcoreUtil.Copier();
		for (Resource resource : source.getResources()) {
			Path file = xmi(assets).resolve(resource.getURI().trimFileExtension().lastSegment() + ".xmi");
			set.createResource(URI.createFileURI(file.toString())).getContents().addAll(copier.copyAll(resource.getContents()));
		}
		copier.copyReferences();
		for (Resource resource : set.getResources()) {
			resource.save(Map.of());
		}
	}

	/** @return the seconds that this process has computed, its collector and compiler included */
	static double processor() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
	}

	/** @return the bytes in use after collections, until nothing goes any more: EMF lets go of some things in a thread of its own */
	private static long used() {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < MOST_COLLECTIONS; i++) {
			System.gc();
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
			long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
			if (now > used - SMALL) {
				return now;
			}
			used = now;
		}
		return used;
	}
}
