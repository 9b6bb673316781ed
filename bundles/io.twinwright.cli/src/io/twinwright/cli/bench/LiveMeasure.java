package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.sun.management.OperatingSystemMXBean;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.BareClient;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.record.RecordWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * One part of the measurement of live values, in a process of its own: the plant, the link of the product, the product with
 * its evaluation, or a bare client that subscribes the same nodes. Prints lines of JSON: the plant its URL, the others an empty
 * one when they are settled, then for each line that comes in what they have received and used until then.
 */
public final class LiveMeasure {
	private static final long SETTLE_SECONDS = 5;
	/** At the rate of a plant it takes that long until what is called once for many values is compiled. */
	private static final int FEWEST_SETTLES = 18;
	private static final int MOST_SETTLES = 24;
	/** The share of the time in which the compiler may still be at work. */
	private static final double COMPILING = 0.005;
	private static final long OPENING_SECONDS = 60;

	private LiveMeasure() {
	}

	public static void main(String[] arguments) throws Exception {
		TwinModel twin = Project.load(new TwinStandaloneSetup().createInjectorAndDoEMFRegistration(), List.of(Path.of(arguments[1])))
				.twin();
		Path folder = Files.createDirectories(Path.of(arguments[1]).resolveSibling(arguments[0]));
		if ("plant".equals(arguments[0])) {
			plant(twin, folder, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
			return;
		}
		LongAdder updates = new LongAdder();
		String url = arguments[2];
		List<Point> points = twin.roots().stream().map(Position::points).flatMap(List::stream)
				.filter(point -> point.kind() != SignalKind.INSIGHT && point.kind() != SignalKind.PROPERTY).toList();
		switch (arguments[0]) {
			case "bare" -> {
				try (BareClient client = BareClient.open(url, twin, points, updates::increment)) {
					measure(updates);
				}
			}
			case "link" -> link(url, folder, twin, points, new Counting(updates, values -> {
			}), updates);
			case "live" -> {
				Watch watch = new Watch(twin, points, List.of(new RecordWriter(new PrintWriter(OutputStream.nullOutputStream()), false)));
				link(url, folder, twin, points, new Counting(updates, watch.listener(points)::values), updates);
			}
			default -> throw new IllegalArgumentException(arguments[0]);
		}
		System.exit(0);
	}

	/** @param port 0 for any free one */
	private static void plant(TwinModel twin, Path folder, int port) throws Exception {
		if (!(new OpcUaTarget().map(twin) instanceof Outcome.Done<List<NodeSetFile>> done)) {
			throw new IllegalStateException("The node sets were refused.");
		}
		try (SimulatedPlant plant = SimulatedPlant.of(twin, done.value().stream().map(NodeSetFile::nodeSet).toList()).port(port).start(folder)
				.get(OPENING_SECONDS, TimeUnit.SECONDS)) {
			System.out.println(new Gson().toJson(Map.of("url", plant.url())));
			// runs until the parent closes our input
			System.in.read();
		}
	}

	private static void link(String url, Path folder, TwinModel twin, List<Point> points, LinkListener listener, LongAdder updates)
			throws Exception {
		try (LiveLink link = LiveLink.open(LinkSettings.local(url, folder.resolve("pki")), twin, points, listener)
				.get(OPENING_SECONDS, TimeUnit.SECONDS)) {
			measure(updates);
		}
	}

	private static void measure(LongAdder updates) throws InterruptedException, IOException {
		OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		settle();
		System.out.println("{}");
		BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (asked.readLine() != null) {
			System.out.println(new Gson().toJson(Map.of("updates", updates.sum(), "cpu", process.getProcessCpuTime())));
		}
	}

	/** A plant is watched for hours: waits until the compiler has little left to do. */
	private static void settle() throws InterruptedException {
		CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
		long compiled = 0;
		boolean busy = true;
		for (int i = 0; i < FEWEST_SETTLES || busy && i < MOST_SETTLES; i++) {
			TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
			busy = compiler.getTotalCompilationTime() - compiled > COMPILING * SETTLE_SECONDS * 1000;
			compiled = compiler.getTotalCompilationTime();
		}
	}

	/** Counts values and hands them on. */
	private record Counting(LongAdder updates, Consumer<List<LiveValue>> next) implements LinkListener {
		@Override
		public void state(LinkState state) {
			// the measurement fails by itself where no values come
		}

		@Override
		public void values(List<LiveValue> values) {
			updates.add(values.size());
			next.accept(values);
		}
	}
}
