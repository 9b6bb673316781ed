package io.twinwright.tests.opcua.swap;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.swap.SwapFailure;
import io.twinwright.opcua.swap.SwapSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A twin with its links and the last values. */
final class AttachedTwin implements SwapSession {
	private static final int SECONDS = 60;

	private final TwinModel twin;
	private final Map<LinkSettings, List<Point>> servers;
	private final Map<Point, LiveValue> values = new ConcurrentHashMap<>();
	private final Map<Point, LiveLink> links = new ConcurrentHashMap<>();
	private final Map<Point, LinkState> states = new ConcurrentHashMap<>();
	private volatile boolean closed;

	private AttachedTwin(TwinModel twin, Map<LinkSettings, List<Point>> servers) {
		this.twin = twin;
		this.servers = servers;
	}

	/** @throws SwapFailure if a server does not answer; then nothing is left open */
	static AttachedTwin open(TwinModel twin, Map<LinkSettings, List<Point>> servers) throws SwapFailure {
		AttachedTwin attached = new AttachedTwin(twin, servers);
		boolean open = false;
		try {
			for (Map.Entry<LinkSettings, List<Point>> server : servers.entrySet()) {
				LiveLink link = await(LiveLink.open(server.getKey(), twin, server.getValue(), attached.listener(server.getValue())));
				server.getValue().forEach(point -> attached.links.put(point, link));
			}
			open = true;
			return attached;
		} finally {
			if (!open) {
				attached.close();
			}
		}
	}

	private LinkListener listener(List<Point> points) {
		return new LinkListener() {
			@Override
			public void state(LinkState state) {
				points.forEach(point -> states.put(point, state));
			}

			@Override
			public void values(List<LiveValue> arrived) {
				arrived.forEach(value -> values.put(value.point(), value));
			}
		};
	}

	private static <T> T await(CompletableFuture<T> answer) throws SwapFailure {
		try {
			return answer.get(SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkFailure) {
				throw new SwapFailure(e.getCause().getMessage(), e.getCause());
			}
			throw new AssertionError(e);
		} catch (InterruptedException | TimeoutException e) {
			throw new AssertionError(e);
		}
	}

	Map<LinkSettings, List<Point>> servers() {
		return servers;
	}

	boolean isClosed() {
		return closed;
	}

	@Override
	public TwinModel twin() {
		return twin;
	}

	@Override
	public Optional<Value> value(Point point) {
		LiveValue value = values.get(point);
		boolean good = value != null && value.quality() == LiveValue.Quality.GOOD && states.get(point) instanceof LinkState.Online;
		return good ? Value.of(point.signal().getType(), value.value()) : Optional.empty();
	}

	@Override
	public void write(Point point, Value value) throws SwapFailure {
		await(links.get(point).write(point, value));
	}

	@Override
	public void close() {
		closed = true;
		new ArrayList<>(links.values()).stream().distinct().forEach(link -> link.end().orTimeout(SECONDS, TimeUnit.SECONDS).join());
	}
}
