package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LiveValue.Quality;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/**
 * A link between a twin model and an OPC UA server: it finds the node of each signal, compares model and server, and
 * subscribes the signals, in batches within the server's operation limits. After the server was away it subscribes anew by
 * itself. Whoever opens a link closes it.
 */
public final class LiveLink implements AutoCloseable {
	/** How many values a server keeps between two messages. */
	static final int QUEUE = 10;
	private static final double SLOWEST = 1000;
	private static final double FASTEST = 50;
	private static final long CLOSING_SECONDS = 10;

	private final LinkSettings settings;
	private final LinkListener listener;
	private final OpcUaClient client;
	private final ExecutorService worker;
	private final Map<Double, OpcUaSubscription> subscriptions = new TreeMap<>();
	private final Map<Point, Wire> wires = new HashMap<>();
	private final Resolution resolution;
	private volatile boolean closed;

	private LiveLink(LinkSettings settings, LinkListener listener, OpcUaClient client, ExecutorService worker,
			Resolution resolution) {
		this.settings = settings;
		this.listener = listener;
		this.client = client;
		this.worker = worker;
		this.resolution = resolution;
		resolution.nodes().keySet().forEach(point -> wires.put(point, Wire.of(point, resolution.twin())));
	}

	/**
	 * Opens a link on a thread of its own and subscribes the signals that the server has.
	 *
	 * @param points the signals of interest
	 * @return the open link; fails with {@link LinkFailure}, with nothing left open
	 */
	public static CompletableFuture<LiveLink> open(LinkSettings settings, TwinModel twin, Collection<Point> points,
			LinkListener listener) {
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("live link").factory());
		return CompletableFuture.supplyAsync(() -> {
			try {
				return open(settings, twin, List.copyOf(points), listener, worker);
			} catch (LinkFailure e) {
				throw new CompletionException(e);
			}
		}, worker).whenComplete((link, failure) -> {
			if (failure != null) {
				worker.shutdown();
			}
		});
	}

	private static LiveLink open(LinkSettings settings, TwinModel twin, List<Point> points, LinkListener listener,
			ExecutorService worker) throws LinkFailure {
		listener.state(new LinkState.Connecting(settings.url()));
		ServerTrust trust = new ServerTrust(settings.pki(), settings.trust());
		OpcUaClient client = null;
		try {
			ClientIdentity identity = ClientIdentity.of(settings.pki());
			client = Connector.connect(settings, identity, trust);
			NodeResolver resolver = new NodeResolver(client, twin);
			Resolution resolution = resolver.resolve(points);
			LiveLink link = new LiveLink(settings, listener, client, worker, resolution);
			client.addSessionActivityListener(link.new Sessions());
			link.subscribe();
			listener.state(new LinkState.Online(settings.url()));
			return link;
		} catch (UaException e) {
			disconnect(client);
			throw Failures.translate(e, settings, trust);
		} catch (IOException e) {
			disconnect(client);
			throw new LinkFailure("The certificates in '%s' cannot be read or written: %s.".formatted(settings.pki(),
					e.getMessage()), e);
		} catch (RuntimeException e) {
			disconnect(client);
			throw e;
		}
	}

	private static void disconnect(OpcUaClient client) {
		if (client != null) {
			client.disconnectAsync();
		}
	}

	/** @return which signals the server has, and where */
	public Resolution resolution() {
		return resolution;
	}

	/** @return the client below, for tasks on the same session; it belongs to this link */
	OpcUaClient client() {
		return client;
	}

	/** Compares model and server on the link's thread. */
	public CompletableFuture<List<Drift>> drift() {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return new DriftCheck(client, resolution).run();
			} catch (UaException e) {
				throw new CompletionException(Failures.translate(e, settings,
						new ServerTrust(settings.pki(), settings.trust())));
			}
		}, worker);
	}

	private void subscribe() throws UaException {
		Map<Double, List<OpcUaMonitoredItem>> items = new TreeMap<>();
		resolution.nodes().forEach((point, node) -> {
			double interval = interval(point, resolution.twin());
			OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
			item.setSamplingInterval(interval);
			item.setQueueSize(Unsigned.uint(QUEUE));
			item.setUserObject(point);
			items.computeIfAbsent(interval, key -> new ArrayList<>()).add(item);
		});
		for (Map.Entry<Double, List<OpcUaMonitoredItem>> group : items.entrySet()) {
			OpcUaSubscription subscription = new OpcUaSubscription(client, group.getKey());
			subscription.setSubscriptionListener(new Values());
			subscription.addMonitoredItems(group.getValue());
			subscriptions.put(group.getKey(), subscription);
			create(subscription);
		}
	}

	/** @return the sampling and publishing interval of a signal in milliseconds */
	static double interval(Point point, TwinModel twin) {
		return Math.clamp(Intervals.milliseconds(point, twin).orElse(SLOWEST), FASTEST, SLOWEST);
	}

	private void create(OpcUaSubscription subscription) throws UaException {
		subscription.create();
		for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
			StatusCode status = result.operationResult().orElse(result.serviceResult());
			if (!status.isGood() && result.monitoredItem().getUserObject().orElse(null) instanceof Point point) {
				listener.value(new LiveValue(point, null, Quality.BAD, name(status), Instant.now()));
			}
		}
	}

	/** Ends the subscriptions, then the session; bounded, and never fails. */
	@Override
	public void close() {
		if (closed) {
			return;
		}
		closed = true;
		CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> subscriptions.values().forEach(subscription -> {
			try {
				subscription.delete();
			} catch (UaException gone) {
				// the server ended it already
			}
		}), worker).handle((done, failure) -> null).thenCompose(done -> client.disconnectAsync()).thenAccept(done -> {
		}).orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS);
		ended.handle((done, failure) -> {
			worker.shutdown();
			listener.state(new LinkState.Closed(settings.url()));
			return null;
		});
	}

	private final class Values implements OpcUaSubscription.SubscriptionListener {
		@Override
		public void onDataReceived(OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
			for (int i = 0; i < items.size(); i++) {
				if (items.get(i).getUserObject().orElse(null) instanceof Point point) {
					listener.value(read(point, values.get(i)));
				}
			}
		}

		@Override
		public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
			again(subscription);
		}

		@Override
		public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
			if (status.getValue() == StatusCodes.Bad_Timeout) {
				subscription.reset();
				again(subscription);
			}
		}

		/** The server forgot the subscription: make it anew. */
		private void again(OpcUaSubscription subscription) {
			if (!closed) {
				worker.execute(() -> {
					try {
						create(subscription);
					} catch (UaException e) {
						listener.state(new LinkState.Lost(settings.url(), Instant.now()));
					}
				});
			}
		}
	}

	private final class Sessions implements SessionActivityListener {
		@Override
		public void onSessionActive(UaSession session) {
			listener.state(new LinkState.Online(settings.url()));
		}

		@Override
		public void onSessionInactive(UaSession session) {
			if (!closed) {
				listener.state(new LinkState.Lost(settings.url(), Instant.now()));
			}
		}
	}

	private LiveValue read(Point point, DataValue data) {
		StatusCode status = data.statusCode() == null ? StatusCode.GOOD : data.statusCode();
		DateTime time = data.sourceTime() != null ? data.sourceTime() : data.serverTime();
		Quality quality = status.isGood() ? Quality.GOOD : status.isUncertain() ? Quality.UNCERTAIN : Quality.BAD;
		Object raw = plain(data.value() == null ? null : data.value().value());
		return new LiveValue(point, wires.get(point).apply(raw), quality, name(status),
				time == null ? Instant.now() : time.getJavaInstant());
	}

	private static Object plain(Object value) {
		return switch (value) {
			case null -> null;
			case UInteger number -> number.longValue();
			case Number number -> number;
			case Boolean truth -> truth;
			case DateTime time -> time.getJavaInstant();
			case LocalizedText text -> text.text();
			default -> value.toString();
		};
	}

	private static String name(StatusCode status) {
		return status.isGood() ? "Good" : StatusCodes.lookup(status.getValue()).map(names -> names[0])
				.orElse("0x%08X".formatted(status.getValue()));
	}
}
