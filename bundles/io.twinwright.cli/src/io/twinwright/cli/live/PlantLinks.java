package io.twinwright.cli.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.live.Reading;
import io.twinwright.diagram.server.LiveValues.Connection;
import io.twinwright.diagram.server.LiveValues.Link;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The servers of a plant, as one state of the model has them. A server that is not there is tried again, until this is closed. */
final class PlantLinks implements AutoCloseable {
	private static final long RETRY_SECONDS = 3;
	private static final long CLOSING_SECONDS = 30;
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	private final TwinModel twin;
	private final Map<LinkSettings, List<Point>> servers;
	private final ScheduledExecutorService retries;
	private final Consumer<Throwable> log;
	private final PlantValues values;
	private final Watch watch;
	private final List<LiveLink> links = new ArrayList<>();
	private final Map<String, Standing> standings = new LinkedHashMap<>();
	private boolean isClosed;

	/** How the link to a server stands; the sentence says why it is not online. */
	private record Standing(Link link, String sentence) {
	}

	/**
	 * @param changed is run after values or the connection have changed
	 * @param retries runs what is tried again
	 */
	PlantLinks(TwinModel twin, Map<LinkSettings, List<Point>> servers, Runnable changed, ScheduledExecutorService retries, Consumer<Throwable> log) {
		this.twin = twin;
		this.servers = servers;
		this.retries = retries;
		this.log = log;
		servers.keySet().forEach(server -> standings.put(server.url(), new Standing(Link.CONNECTING, "Connecting to %s.".formatted(server.url()))));
		values = new PlantValues(this::carried, this::stand, changed);
		watch = new Watch(twin, servers.values().stream().flatMap(Collection::stream).toList(), List.of(values));
	}

	/** @return completed when each server has been reached, or has been tried once */
	CompletableFuture<Void> open() {
		return CompletableFuture.allOf(servers.keySet().stream().map(this::open).toArray(CompletableFuture[]::new));
	}

	private CompletableFuture<Void> open(LinkSettings server) {
		List<Point> points = servers.get(server);
		return LiveLink.open(server, twin, points, watch.listener(points)).handle((link, failure) -> {
			if (failure == null) {
				keep(link);
			} else {
				retry(server, failure.getCause() == null ? failure : failure.getCause());
			}
			return null;
		});
	}

	private synchronized void keep(LiveLink link) {
		if (isClosed) {
			link.end();
		} else {
			links.add(link);
		}
	}

	private void retry(LinkSettings server, Throwable failure) {
		synchronized (this) {
			if (isClosed) {
				return;
			}
			standings.put(server.url(), new Standing(Link.LOST, "%s It is tried again.".formatted(failure.getMessage())));
			if (failure instanceof LinkFailure) {
				retries.schedule(() -> again(server), RETRY_SECONDS, TimeUnit.SECONDS);
			} else {
				log.accept(failure);
			}
		}
		watch.run(values::told);
	}

	private void again(LinkSettings server) {
		synchronized (this) {
			if (isClosed) {
				return;
			}
		}
		open(server);
	}

	private List<Point> carried(String url) {
		return servers.entrySet().stream().filter(server -> server.getKey().url().equals(url)).map(Map.Entry::getValue).flatMap(List::stream).toList();
	}

	/** Why a server could not be reached stands until it is. */
	private synchronized void stand(LinkState state, Instant since) {
		switch (state) {
			case LinkState.Online online -> standings.put(online.url(), new Standing(Link.ONLINE, ""));
			case LinkState.Lost lost -> standings.put(lost.url(), new Standing(Link.LOST,
					"%s is not heard since %s. It is tried again.".formatted(lost.url(), CLOCK.format(since))));
			case LinkState.Connecting connecting -> {
				// it was said at first
			}
			case LinkState.Closed closed -> {
				// this is closed too
			}
		}
	}

	/** @return how the servers stand together: as the one with which it stands worst */
	synchronized Connection connection() {
		List<String> sentences = standings.values().stream().map(Standing::sentence).filter(sentence -> !sentence.isEmpty()).toList();
		for (Link link : List.of(Link.LOST, Link.CONNECTING)) {
			if (standings.values().stream().anyMatch(standing -> standing.link() == link)) {
				return new Connection(link, String.join(" ", sentences));
			}
		}
		return new Connection(Link.ONLINE, "Connected to %s.".formatted(String.join(", ", standings.keySet())));
	}

	Map<String, Reading> readings(Set<String> paths) {
		return values.readings(paths);
	}

	/** Closes what is open now and what opens later. */
	@Override
	public void close() {
		List<CompletableFuture<Void>> closing;
		synchronized (this) {
			isClosed = true;
			closing = links.stream().map(LiveLink::end).toList();
		}
		try {
			CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new)).get(CLOSING_SECONDS, TimeUnit.SECONDS);
			watch.close();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException | TimeoutException | IllegalStateException e) {
			log.accept(e);
		}
	}
}
