package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.LiveValue.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/**
 * The subscriptions of one resolution: one for each publishing interval, their items made in batches within the server's
 * limit. Made once and thrown away when the server has lost one of them.
 */
final class Subscriptions {
	private static final double KEEP_ALIVES_IN_SILENCE = 3;

	/** Is told what the subscriptions do, on threads of the client. */
	interface Listener {
		void values(List<LiveValue> values);

		/** The server spoke. */
		void alive();

		/** The server has lost a subscription, or does not serve it any more; told once. */
		void gone();
	}

	private final OpcUaClient client;
	private final LinkSettings settings;
	private final Listener listener;
	private final List<OpcUaSubscription> all = new ArrayList<>();
	private final Set<OpcUaSubscription> silent = ConcurrentHashMap.newKeySet();
	private final AtomicBoolean over = new AtomicBoolean();
	private volatile boolean complete;

	Subscriptions(OpcUaClient client, LinkSettings settings, Listener listener) {
		this.client = client;
		this.settings = settings;
		this.listener = listener;
	}

	/** @throws UaException if the server makes no subscription; a single signal that cannot be watched is a bad value */
	void create(Resolution resolution) throws UaException {
		List<LiveValue> unserved = new ArrayList<>();
		resolution.missing().forEach(point -> unserved.add(bad(point, new StatusCode(StatusCodes.Bad_NodeIdUnknown))));
		Map<Double, List<OpcUaMonitoredItem>> groups = new TreeMap<>();
		resolution.varying().forEach((point, node) -> {
			OpcUaMonitoredItem item = MonitoredSignal.item(point, node, resolution.twin());
			item.setUserObject(Reader.of(point, resolution.twin()));
			groups.computeIfAbsent(Intervals.publishing(item.getSamplingInterval()), key -> new ArrayList<>()).add(item);
		});
		for (Map.Entry<Double, List<OpcUaMonitoredItem>> group : groups.entrySet()) {
			create(group.getKey(), group.getValue(), unserved);
		}
		complete = true;
		if (!unserved.isEmpty()) {
			listener.values(unserved);
		}
	}

	private void create(double interval, List<OpcUaMonitoredItem> items, List<LiveValue> unserved) throws UaException {
		OpcUaSubscription subscription = new OpcUaSubscription(client, interval);
		subscription.setTargetKeepAliveInterval(settings.keepAlive().toMillis() / KEEP_ALIVES_IN_SILENCE);
		subscription.setWatchdogMultiplier(KEEP_ALIVES_IN_SILENCE);
		subscription.setSubscriptionListener(new Told());
		subscription.addMonitoredItems(items);
		all.add(subscription);
		subscription.create();
		List<MonitoredItemServiceOperationResult> results = subscription.createMonitoredItems();
		boolean changed = false;
		for (MonitoredItemServiceOperationResult result : results) {
			changed |= MonitoredSignal.dropsDeadband(result.monitoredItem(), status(result));
		}
		if (changed) {
			// those that failed, once more
			results = subscription.createMonitoredItems();
		}
		for (MonitoredItemServiceOperationResult result : results) {
			StatusCode status = status(result);
			if (!status.isGood() && result.monitoredItem().getUserObject().orElse(null) instanceof Reader reader) {
				unserved.add(bad(reader.point(), status));
			}
		}
	}

	/** @throws UaException if the whole request has failed */
	private static StatusCode status(MonitoredItemServiceOperationResult result) throws UaException {
		if (result.serviceResult().isBad()) {
			throw new UaException(result.serviceResult());
		}
		return result.operationResult().orElse(StatusCode.GOOD);
	}

	private static LiveValue bad(Point point, StatusCode status) {
		return new LiveValue(point, null, Quality.BAD, Reader.name(status), Instant.now(), false);
	}

	/** The session was lost: nothing is known until each subscription has spoken again. */
	void doubt() {
		silent.addAll(all);
	}

	/** @return whether the server has all of them, and each has spoken since the session was lost */
	boolean areHeard() {
		return complete && silent.isEmpty() && !over.get();
	}

	boolean isEmpty() {
		return all.isEmpty();
	}

	/** Ends all on the server, as far as it answers. */
	void delete() {
		over.set(true);
		for (OpcUaSubscription subscription : all) {
			subscription.setSubscriptionListener(null);
			try {
				subscription.delete();
			} catch (UaException gone) {
				subscription.reset();
			}
		}
	}

	private final class Told implements OpcUaSubscription.SubscriptionListener {
		@Override
		public void onDataReceived(OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
			List<LiveValue> read = new ArrayList<>(items.size());
			for (int i = 0; i < items.size(); i++) {
				if (items.get(i).getUserObject().orElse(null) instanceof Reader reader) {
					read.add(reader.read(values.get(i)));
				}
			}
			listener.values(read);
			heard(subscription);
		}

		@Override
		public void onKeepAliveReceived(OpcUaSubscription subscription) {
			heard(subscription);
		}

		private void heard(OpcUaSubscription subscription) {
			silent.remove(subscription);
			listener.alive();
		}

		private void gone() {
			if (over.compareAndSet(false, true)) {
				listener.gone();
			}
		}

		@Override
		public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
			gone();
		}

		@Override
		public void onWatchdogTimerElapsed(OpcUaSubscription subscription) {
			gone();
		}

		@Override
		public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
			if (status.isBad()) {
				gone();
			}
		}
	}
}
