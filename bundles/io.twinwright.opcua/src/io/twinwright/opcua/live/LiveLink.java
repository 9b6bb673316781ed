package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * A link between a twin model and an OPC UA server: it finds the node of each signal, compares model and server, reads
 * properties once and subscribes all else, in batches within the server's operation limits. After the server was away it
 * finds the nodes, reads and subscribes anew by itself. Whoever opens a link closes it.
 */
public final class LiveLink implements AutoCloseable {
	private static final long RETRY_SECONDS = 2;

	private final LinkSettings settings;
	private final TwinModel twin;
	private final List<Point> points;
	private final LinkListener listener;
	private final ScheduledExecutorService worker;
	private final ServerTrust trust;
	private final CompletableFuture<Void> ended = new CompletableFuture<>();
	private OpcUaClient client;
	private volatile Subscriptions subscriptions;
	private volatile Resolution resolution;
	private volatile Instant heard = Instant.now();
	/** Guarded by this, as are the calls that tell it. */
	private LinkState state;
	private volatile boolean active = true;
	private volatile boolean closing;

	private LiveLink(LinkSettings settings, TwinModel twin, List<Point> points, LinkListener listener,
			ScheduledExecutorService worker) {
		this.settings = settings;
		this.twin = twin;
		this.points = points;
		this.listener = listener;
		this.worker = worker;
		this.trust = new ServerTrust(settings);
	}

	/**
	 * Opens a link on a thread of its own and subscribes the signals that the server has.
	 *
	 * @param points the signals of interest
	 * @return the open link; fails with {@link LinkFailure}, with nothing left open
	 */
	public static CompletableFuture<LiveLink> open(LinkSettings settings, TwinModel twin, Collection<Point> points,
			LinkListener listener) {
		ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
				Thread.ofPlatform().daemon().name("live link").factory());
		LiveLink link = new LiveLink(settings, twin, List.copyOf(points), listener, worker);
		return CompletableFuture.supplyAsync(() -> {
			try {
				link.open();
				return link;
			} catch (LinkFailure e) {
				throw new CompletionException(e);
			}
		}, worker).whenComplete((opened, failure) -> {
			if (failure != null) {
				worker.shutdown();
			}
		});
	}

	private void open() throws LinkFailure {
		tell(new LinkState.Connecting(settings.url()));
		boolean open = false;
		try {
			client = Connector.connect(settings, ClientIdentity.of(settings.pki()), trust);
			subscribe();
			client.addSessionActivityListener(new Sessions());
			open = true;
			tell(new LinkState.Online(settings.url()));
		} catch (UaException e) {
			throw Failures.translate(e, settings, trust);
		} catch (IOException e) {
			throw Failures.certificates(e, settings);
		} finally {
			if (!open) {
				closing = true;
				if (client != null) {
					Connector.close(client, settings);
				}
			}
		}
	}

	private void subscribe() throws UaException {
		resolution = new NodeResolver(client, twin).resolve(points);
		readFixed();
		Subscriptions made = new Subscriptions(client, settings, new Told());
		subscriptions = made;
		made.create(resolution);
		heard = Instant.now();
	}

	/** Properties do not change while a server runs. */
	private void readFixed() throws UaException {
		Map<Point, NodeId> fixed = resolution.fixed();
		List<DataValue> read = new Batches(client).read(List.copyOf(fixed.values()), AttributeId.Value);
		List<LiveValue> values = new ArrayList<>();
		fixed.keySet().forEach(point -> values.add(Reader.of(point, twin).read(read.get(values.size()))));
		if (!values.isEmpty()) {
			listener.values(values);
		}
	}

	/** @return which signals the server has, and where; another one after the server was away */
	public Resolution resolution() {
		return resolution;
	}

	/** @return the nodes of the server, over the session of this link, for as long as it is open */
	public AddressSpace addressSpace() {
		return AddressSpace.of(client, settings, trust, () -> {
			Map<NodeId, String> signals = new HashMap<>();
			resolution.nodes().forEach((point, node) -> signals.putIfAbsent(node, point.path()));
			return signals;
		});
	}

	/** Compares model and server on the link's thread. */
	public CompletableFuture<List<Drift>> drift() {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return new DriftCheck(client, resolution).run();
			} catch (UaException e) {
				throw new CompletionException(Failures.translate(e, settings, trust));
			}
		}, worker);
	}

	/**
	 * Writes a value in the signal's unit to its node, on the link's thread.
	 *
	 * @return completes when the server has taken it; fails with {@link LinkFailure}
	 */
	public CompletableFuture<Void> write(Point point, Value value) {
		return CompletableFuture.runAsync(() -> {
			NodeId node = resolution.nodes().get(point);
			try {
				if (node == null) {
					throw new LinkFailure("The server at '%s' has no node for '%s'.".formatted(settings.url(), point.path()), null);
				}
				new SetPoint(client, twin, point, node).write(value, settings);
			} catch (UaException e) {
				throw new CompletionException(Failures.translate(e, settings, trust));
			} catch (LinkFailure e) {
				throw new CompletionException(e);
			}
		}, worker);
	}

	private synchronized void tell(LinkState now) {
		if (state == null || !closing && state.getClass() != now.getClass() || now instanceof LinkState.Closed) {
			state = now;
			listener.state(now);
		}
	}

	private void lost() {
		tell(new LinkState.Lost(settings.url(), heard));
	}

	/** Subscribes anew on the link's thread, until it succeeds or the session is lost again. */
	private void renew() {
		if (closing || subscriptions.areHeard() && !subscriptions.isEmpty()) {
			return;
		}
		try {
			subscriptions.delete();
			subscribe();
			tell(new LinkState.Online(settings.url()));
		} catch (UaException | RuntimeException e) {
			later(RETRY_SECONDS);
		}
	}

	private void later(long seconds) {
		try {
			worker.schedule(this::renew, seconds, TimeUnit.SECONDS);
		} catch (RejectedExecutionException ended) {
			// the link was closed meanwhile
		}
	}

	/** Ends the subscriptions, then the session. */
	@Override
	public void close() {
		end();
	}

	/**
	 * Ends the subscriptions, then the session.
	 *
	 * @return completes when nothing is left open; within some requests' time, and never fails
	 */
	public CompletableFuture<Void> end() {
		boolean online;
		synchronized (this) {
			if (closing) {
				return ended.copy();
			}
			closing = true;
			online = state instanceof LinkState.Online;
		}
		CompletableFuture<Void> unsubscribed = online ? CompletableFuture.runAsync(subscriptions::delete, worker)
				.orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS) : CompletableFuture.completedFuture(null);
		unsubscribed.handle((done, unanswered) -> Connector.disconnect(client, settings)).thenCompose(leaving -> leaving)
				.whenComplete((done, failure) -> {
					worker.shutdownNow();
					tell(new LinkState.Closed(settings.url()));
					ended.complete(null);
				});
		return ended.copy();
	}

	private final class Told implements Subscriptions.Listener {
		@Override
		public void values(List<LiveValue> values) {
			listener.values(values);
		}

		@Override
		public void alive() {
			heard = Instant.now();
			if (active && subscriptions.areHeard()) {
				tell(new LinkState.Online(settings.url()));
			}
		}

		@Override
		public void gone() {
			lost();
			later(0);
		}
	}

	private final class Sessions implements SessionActivityListener {
		@Override
		public void onSessionInactive(UaSession session) {
			active = false;
			subscriptions.doubt();
			lost();
		}

		@Override
		public void onSessionActive(UaSession session) {
			active = true;
			if (subscriptions.isEmpty()) {
				later(0);
			}
		}
	}
}
