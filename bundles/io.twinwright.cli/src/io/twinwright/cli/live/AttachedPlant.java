package io.twinwright.cli.live;

import io.twinwright.cli.CommandFailure;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.live.Reading;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import io.twinwright.opcua.live.LinkSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The plant of a model that is being edited: attaches to its servers, and attaches anew when the model has changed. Until that is
 * done the values of before are shown. All that takes time is done on a thread of its own.
 */
public final class AttachedPlant implements LiveValues, AutoCloseable {
	/** So long nobody changes the model before it is attached anew. */
	private static final long QUIET_MS = 1000;
	private static final long CLOSING_SECONDS = 30;

	private final Supplier<TwinModel> model;
	private final Function<TwinModel, Map<LinkSettings, List<Point>>> servers;
	private final Consumer<Throwable> log;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
			task -> Thread.ofPlatform().daemon().name("diagrams plant").unstarted(task));
	private Future<?> planned;
	private boolean isClosed;
	private PlantLinks shown;
	private PlantLinks opening;
	private volatile Connection trouble = new Connection(Link.CONNECTING, "The model is being read.");
	private volatile PlantLinks current;

	/**
	 * @param model reads the model as it is now; fails with {@link CommandFailure} where it has errors
	 * @param servers what each server carries of a model; fails with {@link CommandFailure} where that is nothing
	 * @param log gets what should not happen
	 */
	public AttachedPlant(Supplier<TwinModel> model, Function<TwinModel, Map<LinkSettings, List<Point>>> servers, Consumer<Throwable> log) {
		this.model = model;
		this.servers = servers;
		this.log = log;
		plan(0);
	}

	/** Attaches anew soon: the model has changed. */
	public void changed() {
		plan(QUIET_MS);
	}

	private synchronized void plan(long wait) {
		if (!isClosed) {
			if (planned != null) {
				planned.cancel(false);
			}
			planned = thread.schedule(this::attach, wait, TimeUnit.MILLISECONDS);
		}
	}

	private void attach() {
		try {
			TwinModel twin = model.get();
			PlantLinks next = new PlantLinks(twin, servers.apply(twin), this::tell, thread, log);
			if (opening != null) {
				opening.close();
			}
			opening = next;
			next.open().thenRun(() -> later(() -> show(next)));
			if (shown == null) {
				show(next);
			}
		} catch (CommandFailure e) {
			// what was attached before stays, as it is still there
			trouble = new Connection(Link.LOST, e.getMessage());
			tell();
		} catch (RuntimeException e) {
			log.accept(e);
		}
	}

	private synchronized void later(Runnable task) {
		if (!isClosed) {
			thread.execute(task);
		}
	}

	private void show(PlantLinks next) {
		if (next == opening && next != shown) {
			PlantLinks before = shown;
			shown = next;
			current = next;
			tell();
			if (before != null) {
				before.close();
			}
		}
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}

	@Override
	public Connection connection() {
		PlantLinks links = current;
		return links == null ? trouble : links.connection();
	}

	@Override
	public Map<String, Reading> readings(Set<String> paths) {
		PlantLinks links = current;
		return links == null ? Map.of() : links.readings(paths);
	}

	@Override
	public Subscription listen(Runnable changed) {
		// as often as it listens, each subscription is one of its own
		Runnable own = changed::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	/** Ends all links; no plant is attached any more. */
	@Override
	public void close() {
		synchronized (this) {
			if (isClosed) {
				return;
			}
			isClosed = true;
		}
		try {
			thread.submit(this::detach).get(CLOSING_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException | TimeoutException e) {
			log.accept(e);
		} finally {
			thread.shutdownNow();
		}
	}

	private void detach() {
		trouble = Connection.NONE;
		current = null;
		tell();
		if (opening != null && opening != shown) {
			opening.close();
		}
		if (shown != null) {
			shown.close();
		}
	}
}
