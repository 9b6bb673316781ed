package io.twinwright.diagram.server;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Checks the texts of a project portion by portion, between what users do with them, until all is checked. */
public final class LaterCheck {
	/** How long nobody is to do anything before checking goes on. */
	private static final long AFTER_MS = 300;
	private static final long BETWEEN_MS = 2;

	private final ParsedTexts parsed;
	private final Object lock;
	private final ScheduledExecutorService thread;
	private final Runnable news;
	private final Consumer<Throwable> log;
	/** How many wait for what users do. */
	private final AtomicInteger waiting = new AtomicInteger();
	private boolean isPlanned;

	/** What may be done with the texts. */
	public interface Task<T, E extends Exception> {
		T run() throws E;
	}

	/**
	 * @param lock held by whoever works with the texts
	 * @param thread on which it checks; nothing is checked any more once it is shut down
	 * @param news is run, without the lock, when other things were found than before
	 * @param log gets what should not happen
	 */
	public LaterCheck(ParsedTexts parsed, Object lock, ScheduledExecutorService thread, Runnable news, Consumer<Throwable> log) {
		this.parsed = parsed;
		this.lock = lock;
		this.thread = thread;
		this.news = news;
		this.log = log;
	}

	/** Does something with the texts as soon as nobody else does something; checking gives way. */
	public <T, E extends Exception> T before(Task<T, E> task) throws E {
		waiting.incrementAndGet();
		synchronized (lock) {
			waiting.decrementAndGet();
			return task.run();
		}
	}

	/** Has all checked that is not. The caller holds the lock. */
	public void plan() {
		plan(0);
	}

	private void plan(long wait) {
		if (!isPlanned && !thread.isShutdown()) {
			isPlanned = true;
			thread.schedule(this::check, wait, TimeUnit.MILLISECONDS);
		}
	}

	private void check() {
		boolean isNews;
		synchronized (lock) {
			isPlanned = false;
			try {
				if (!parsed.check(() -> waiting.get() > 0)) {
					plan(waiting.get() > 0 ? AFTER_MS : BETWEEN_MS);
				}
			} catch (RuntimeException e) {
				log.accept(e);
			}
			isNews = parsed.takeNews();
		}
		if (isNews) {
			news.run();
		}
	}
}
