package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** What a link is measured against: the client library alone, with the same nodes, intervals, deadbands and queues. */
public final class BareClient implements AutoCloseable {
	private final OpcUaClient client;

	private BareClient(OpcUaClient client) {
		this.client = client;
	}

	/**
	 * Subscribes at a server on this machine without security.
	 *
	 * @param update is called for each value
	 * @throws UaException if the server does not answer
	 */
	public static BareClient open(String url, TwinModel twin, Collection<Point> points, Runnable update) throws UaException {
		OpcUaClient client = OpcUaClient.create(url);
		client.connect();
		Map<Double, List<OpcUaMonitoredItem>> groups = new TreeMap<>();
		new NodeResolver(client, twin).resolve(List.copyOf(points)).nodes().forEach((point, node) -> {
			OpcUaMonitoredItem item = MonitoredSignal.item(point, node, twin);
			groups.computeIfAbsent(Intervals.publishing(item.getSamplingInterval()), key -> new ArrayList<>()).add(item);
		});
		for (Map.Entry<Double, List<OpcUaMonitoredItem>> group : groups.entrySet()) {
			OpcUaSubscription subscription = new OpcUaSubscription(client, group.getKey());
			subscription.setSubscriptionListener(new OpcUaSubscription.SubscriptionListener() {
				@Override
				public void onDataReceived(OpcUaSubscription from, List<OpcUaMonitoredItem> items, List<DataValue> values) {
					values.forEach(value -> update.run());
				}
			});
			subscription.addMonitoredItems(group.getValue());
			subscription.create();
			subscription.createMonitoredItems();
		}
		return new BareClient(client);
	}

	@Override
	public void close() {
		client.disconnectAsync().orTimeout(LinkSettings.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
	}
}
