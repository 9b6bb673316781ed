package io.twinwright.opcua.plant;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NamespaceNumbers;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.opcua.behaviour.Behaviour;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
import io.twinwright.opcua.nodes.LoadedNodes;
import io.twinwright.opcua.nodes.NodeSetLoader;
import io.twinwright.opcua.nodes.Unread;
import io.twinwright.opcua.security.OwnCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * A running plant: an OPC UA server on the loopback interface that serves the generated documents and moves their
 * variables. It offers two endpoints at one URL: without security for anybody, and with Basic256Sha256, signed and
 * encrypted, for one user by name and password. It trusts every client certificate and logs its thumbprint. Its own
 * certificate is kept in {@code plant.p12} in a folder of the caller's. Thread-safe.
 */
public final class SimulatedPlant implements AutoCloseable {
	/** How often the plant goes on by a step, whatever the speed. */
	public static final Duration TICK = Duration.ofMillis(100);

	private final Options options;
	private final OwnCertificate certificate;
	private final PlantServer server;
	private final LoadedNodes loaded;
	private final PlantNodes nodes;
	private final Behaviour behaviour;
	private final Insights insights;
	private final PlantClock clock;
	private boolean closed;

	/**
	 * How a plant runs.
	 *
	 * @param twin the model
	 * @param nodeSets the generated documents of exactly that model
	 * @param port where it listens; 0 for any that is free
	 * @param speed simulated seconds in one second; positive
	 * @param seed the same seed and start give the same trajectory as long as nobody writes
	 * @param start the simulated time of the first step; null for the time when it listens
	 * @param faults what goes wrong
	 * @param folder where the certificate is kept
	 * @param user who may use the secure endpoint
	 * @param password of that user
	 * @param log takes whole sentences about who connects and what could not be served
	 * @param insights makes the evaluator of insights from the start time; null leaves them without values
	 */
	record Options(TwinModel twin, List<UANodeSet> nodeSets, int port, double speed, long seed, Instant start,
			List<Fault> faults, Path folder, String user, String password, Consumer<String> log,
			Function<Instant, Insights> insights) {
	}

	private SimulatedPlant(Options options) throws IOException {
		this.options = options;
		behaviour(Instant.EPOCH);
		List<UANodeSet> documents = new ArrayList<>(companions(options.nodeSets()));
		documents.addAll(options.nodeSets());
		this.certificate = OwnCertificate.in(options.folder(), "plant", "Twinwright simulated plant",
				PlantServer.APPLICATION_URI);
		this.server = new PlantServer(options, certificate);
		try {
			this.loaded = load(documents);
			this.nodes = new PlantNodes(options.twin(), loaded, server.server().getNamespaceTable(), this::write);
			Instant start = options.start() == null ? Instant.now() : options.start();
			this.behaviour = behaviour(start);
			this.insights = options.insights() == null ? (now, samples) -> List.of() : options.insights().apply(start);
			step();
			server.listen();
		} catch (IOException | RuntimeException e) {
			server.close();
			throw e;
		}
		this.clock = new PlantClock(TICK, this::step);
		clock.start();
	}

	/** Made once before the server, so that a fault that names nothing is told at once. */
	private Behaviour behaviour(Instant start) {
		Duration step = Duration.ofNanos(Math.max(1, Math.round(TICK.toNanos() * options.speed())));
		return new Behaviour(options.twin(), new Behaviour.Settings(options.seed(), step, start, options.faults()));
	}

	private LoadedNodes load(List<UANodeSet> documents) {
		NamespaceTable namespaces = server.server().getNamespaceTable();
		reserve(namespaces);
		LoadedNodes nodes = NodeSetLoader.load(server.server(), documents);
		fillGaps(namespaces);
		nodes.unread().forEach(unread -> options.log().accept(
				"Not served: %s %s %s".formatted(unread.model(), unread.node(), unread.what())));
		return nodes;
	}

	/**
	 * Prepares a plant.
	 *
	 * @param nodeSets the documents that the target {@code opcua} makes of exactly this model; companions are added
	 */
	public static PlantBuilder of(TwinModel twin, List<UANodeSet> nodeSets) {
		return new PlantBuilder(twin, nodeSets);
	}

	/** Starts on a thread of its own; takes some seconds. */
	static CompletableFuture<SimulatedPlant> start(Options options) {
		CompletableFuture<SimulatedPlant> started = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("plant-start").start(() -> {
			try {
				SimulatedPlant plant = new SimulatedPlant(options);
				if (!started.complete(plant)) {
					plant.close();
				}
			} catch (IOException e) {
				started.completeExceptionally(new UncheckedIOException(e));
			} catch (RuntimeException | Error e) {
				started.completeExceptionally(e);
			}
		});
		return started;
	}

	/** @return the shipped documents that some documents require, over any number of steps */
	private static List<UANodeSet> companions(List<UANodeSet> documents) throws IOException {
		Set<String> open = new LinkedHashSet<>();
		documents.forEach(document -> addRequired(document, open));
		List<UANodeSet> found = new ArrayList<>();
		Set<String> done = new LinkedHashSet<>(Set.of(NodeSets.BASE));
		while (!done.containsAll(open)) {
			String next = open.stream().filter(model -> !done.contains(model)).findFirst().orElseThrow();
			done.add(next);
			Optional<InputStream> shipped = NodeSets.open(next);
			if (shipped.isPresent()) {
				try (InputStream stream = shipped.get()) {
					UANodeSet companion = NodeSets.read(stream);
					found.add(companion);
					addRequired(companion, open);
				}
			}
		}
		return found;
	}

	private static void addRequired(UANodeSet document, Set<String> models) {
		if (document.getModels() != null) {
			for (ModelTableEntry model : document.getModels().getModel()) {
				model.getRequiredModel().forEach(required -> models.add(required.getModelUri()));
			}
		}
	}

	/** The namespaces of bound nodes get the numbers by which descriptions name them, so that the plant has the same NodeIds. */
	private void reserve(NamespaceTable namespaces) {
		NamespaceNumbers.of(options.twin()).all().forEach((uri, number) -> {
			if (namespaces.getIndex(uri) == null && namespaces.get(number) == null) {
				namespaces.set(number, uri);
			}
		});
		options.twin().all(Binding.class).stream().flatMap(binding -> Addresses.node(binding).stream())
				.filter(address -> !address.portable() && !isReserved(namespaces, address))
				.forEach(address -> options.log().accept(
						"The namespace number %d of '%s' is taken. The plant gives its nodes another one.".formatted(
								address.namespaceIndex(), address)));
	}

	private static boolean isReserved(NamespaceTable namespaces, NodeAddress address) {
		return address.namespaceUri().equals(namespaces.get(address.namespaceIndex()));
	}

	/** Clients count the namespaces in a list, which has no gaps. */
	private static void fillGaps(NamespaceTable namespaces) {
		for (int i = 0; i < highest(namespaces); i++) {
			if (namespaces.get(i) == null) {
				namespaces.set(i, Addresses.urn("unused:" + i));
			}
		}
	}

	private static int highest(NamespaceTable namespaces) {
		int[] highest = new int[1];
		namespaces.update(table -> highest[0] = table.keySet().stream().mapToInt(Number::intValue).max().orElse(0));
		return highest[0];
	}

	private void step() {
		synchronized (behaviour) {
			List<Observation> samples = behaviour.advance();
			samples.forEach(nodes::show);
			insights.after(behaviour.time(), samples).forEach(nodes::show);
		}
	}

	private Optional<Observation> write(Point point, Value value) {
		synchronized (behaviour) {
			return behaviour.write(point, value);
		}
	}

	/** @return where it listens, {@code opc.tcp://127.0.0.1:<port>/twin} */
	public String url() {
		return server.url();
	}

	/** @return who may use the secure endpoint */
	public String user() {
		return options.user();
	}

	/** @return the password of that user */
	public String password() {
		return options.password();
	}

	/** @return the SHA-1 thumbprint of the plant's certificate, by which a client's user can tell it */
	public String thumbprint() {
		return certificate.thumbprint();
	}

	/** @return what of the documents is not served, empty if all of it is */
	public List<Unread> unread() {
		return loaded.unread();
	}

	/** @return how many nodes are served besides those that every server has */
	public int size() {
		return loaded.size();
	}

	/** @return the NodeId of a position or signal on this server, empty if it has no node */
	public Optional<NodeId> id(Located located) {
		return nodes.id(located);
	}

	/** @return the simulated time */
	public Instant time() {
		synchronized (behaviour) {
			return behaviour.time();
		}
	}

	/** @return ends with the plant: normally when it is closed, with the failure if the simulation breaks */
	public CompletableFuture<Void> ended() {
		return clock.ended().copy();
	}

	/** Stops the plant and all its threads; waits for that, but not longer than half a minute. */
	@Override
	public synchronized void close() {
		if (!closed) {
			closed = true;
			try {
				clock.close();
				loaded.shutdown();
			} finally {
				server.close();
			}
		}
	}

	/**
	 * Unwraps what {@link PlantBuilder#start} failed with.
	 *
	 * @return the input or output failure, if it was one
	 */
	public static Optional<IOException> failure(Throwable thrown) {
		Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
		return cause instanceof UncheckedIOException failed ? Optional.of(failed.getCause()) : Optional.empty();
	}
}
