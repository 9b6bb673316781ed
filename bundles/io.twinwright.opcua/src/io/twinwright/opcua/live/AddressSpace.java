package io.twinwright.opcua.live;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.opcua.nodes.Addressed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * The nodes of a server, fetched level by level as somebody asks for them, on a thread of its own. Each request is bounded
 * in count and time. Whoever opens one closes it.
 */
public final class AddressSpace implements AutoCloseable {
	/** How many nodes of one level are fetched at most. */
	public static final int MOST = 20_000;
	/** How many references of a whole server are followed where nothing else is said. */
	public static final int MOST_OF_ALL = 200_000;
	/** How long a whole server is read where nothing else is said. */
	public static final Duration LONGEST = Duration.ofSeconds(60);

	/**
	 * The nodes below another one.
	 *
	 * @param complete whether they are all, and not only the first
	 */
	public record Level(List<ServedNode> nodes, boolean complete) {
	}

	/** Asks the server. */
	private interface Question<T> {
		T ask() throws UaException;
	}

	private final OpcUaClient client;
	private final LinkSettings settings;
	private final ServerTrust trust;
	private final Supplier<Map<NodeId, String>> signals;
	private final boolean own;
	private final ExecutorService worker;
	private final Set<CompletableFuture<?>> unanswered = ConcurrentHashMap.newKeySet();
	private DetailReader details;

	private AddressSpace(OpcUaClient client, LinkSettings settings, ServerTrust trust, Supplier<Map<NodeId, String>> signals,
			boolean own, ExecutorService worker) {
		this.client = client;
		this.settings = settings;
		this.trust = trust;
		this.signals = signals;
		this.own = own;
		this.worker = worker;
	}

	/**
	 * Opens a session for browsing.
	 *
	 * @return the nodes; fails with {@link LinkFailure}, with nothing left open
	 */
	public static CompletableFuture<AddressSpace> open(LinkSettings settings) {
		ExecutorService worker = worker();
		ServerTrust trust = new ServerTrust(settings);
		return CompletableFuture.supplyAsync(() -> {
			try {
				OpcUaClient client = Connector.connect(settings, ClientIdentity.of(settings.pki()), trust);
				return new AddressSpace(client, settings, trust, Map::of, true, worker);
			} catch (UaException e) {
				throw new CompletionException(Failures.translate(e, settings, trust));
			} catch (LinkFailure e) {
				throw new CompletionException(e);
			} catch (IOException e) {
				throw new CompletionException(Failures.certificates(e, settings));
			}
		}, worker).whenComplete((opened, failure) -> {
			if (failure != null) {
				worker.shutdown();
			}
		});
	}

	/**
	 * Reads a server as {@link #all} does, in a session of its own that is ended after that.
	 *
	 * @return what there is; fails with {@link LinkFailure}
	 */
	public static CompletableFuture<ServedSpace> read(LinkSettings settings, int most, Duration time) {
		return open(settings).thenCompose(nodes -> nodes.all(most, time).whenComplete((space, failure) -> nodes.close()));
	}

	/** @param ways to one server, at least one: the next is tried where one leads nowhere */
	public static CompletableFuture<ServedSpace> read(List<LinkSettings> ways, int most, Duration time) {
		CompletableFuture<ServedSpace> first = read(ways.getFirst(), most, time);
		return ways.size() == 1 ? first : first.handle((space, failure) -> failure == null ? CompletableFuture.completedFuture(space)
				: read(ways.subList(1, ways.size()), most, time)).thenCompose(next -> next);
	}

	/** @param signals the paths of the signals that the link reads */
	static AddressSpace of(OpcUaClient client, LinkSettings settings, ServerTrust trust, Supplier<Map<NodeId, String>> signals) {
		return new AddressSpace(client, settings, trust, signals, false, worker());
	}

	private static ExecutorService worker() {
		return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("address space").factory());
	}

	/** @return how the server is reached */
	public LinkSettings settings() {
		return settings;
	}

	/**
	 * @param parent null for the folder of all objects
	 * @return what stands below a node, in the order of the server; fails with {@link LinkFailure}
	 */
	public CompletableFuture<Level> children(ServedNode parent) {
		return ask(() -> new Children(client, settings, signals.get()).of(parent == null ? NodeIds.ObjectsFolder : id(parent), parent));
	}

	/** @return what the server says of variables, in their order; fails with {@link LinkFailure} */
	public CompletableFuture<List<NodeDetails>> details(List<ServedNode> variables) {
		return ask(() -> {
			if (details == null) {
				details = new DetailReader(client);
			}
			return details.read(variables, variables.stream().map(this::id).toList());
		});
	}

	/**
	 * Reads all objects with their types, in bounds; what the bounds cut off is remarked.
	 *
	 * @param most how many references are followed
	 * @param time how long nodes are looked for
	 * @return what there is; fails with {@link LinkFailure}
	 */
	public CompletableFuture<ServedSpace> all(int most, Duration time) {
		return ask(() -> new SpaceReader(client, settings.url()).read(most, time));
	}

	private NodeId id(ServedNode node) {
		return Addressed.id(node.address(), client.getNamespaceTable()).orElse(NodeId.NULL_VALUE);
	}

	private <T> CompletableFuture<T> ask(Question<T> question) {
		CompletableFuture<T> answer = new CompletableFuture<>();
		unanswered.add(answer);
		answer.whenComplete((given, failure) -> unanswered.remove(answer));
		try {
			worker.execute(() -> {
				try {
					answer.complete(question.ask());
				} catch (UaException e) {
					answer.completeExceptionally(worker.isShutdown() ? closed() : Failures.translate(e, settings, trust));
				} catch (RuntimeException e) {
					answer.completeExceptionally(worker.isShutdown() ? closed() : e);
				}
			});
		} catch (RejectedExecutionException over) {
			answer.completeExceptionally(closed());
		}
		return answer;
	}

	private LinkFailure closed() {
		return new LinkFailure("The link to '%s' was closed.".formatted(settings.url()), null);
	}

	/** Ends the session, unless it belongs to a link. What was asked and is not answered yet fails. */
	@Override
	public void close() {
		worker.shutdownNow();
		unanswered.forEach(answer -> answer.completeExceptionally(closed()));
		if (own) {
			Connector.disconnect(client, settings);
		}
	}
}
