package io.twinwright.workbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the thread of the user interface for a sign of life, again and again, and notes how long each one took and where the
 * thread was when it computed longest. Times are in milliseconds.
 */
final class Watchdog {
	private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);
	private static final long LATE_NS = TimeUnit.MILLISECONDS.toNanos(50);
	private static final int FRAMES = 40;
	/** How long the thread answers all the time when it is called calm. */
	private static final long CALM_NS = TimeUnit.MILLISECONDS.toNanos(500);

	private final Display display = Display.getDefault();
	private final Thread thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::watch);
	private final NotificationListener collections = (notification, handback) -> collected((CompositeData) notification.getUserData());
	private final List<Long> waits = new ArrayList<>();
	private List<String> stack = List.of();
	private long longest;
	private long busiest;
	private volatile long longestCollection;
	private volatile boolean ends;

	private Watchdog() {
	}

	/** Work that may fail. */
	interface Work {
		void run() throws Exception;
	}

	/** @return what was noted during some work in the thread of the caller */
	static Watchdog during(Work work) throws Exception {
		Watchdog watchdog = new Watchdog();
		List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream().map(NotificationEmitter.class::cast).toList();
		collectors.forEach(collector -> collector.addNotificationListener(watchdog.collections, null, null));
		watchdog.thread.start();
		try {
			work.run();
		} finally {
			watchdog.ends = true;
			watchdog.thread.join();
			for (NotificationEmitter collector : collectors) {
				collector.removeNotificationListener(watchdog.collections);
			}
		}
		return watchdog;
	}

	/** @return when the thread of the user interface began to answer all the time, in milliseconds since 1970 */
	static long calm() {
		Display display = Display.getDefault();
		long since = System.nanoTime();
		while (System.nanoTime() - since < CALM_NS) {
			long asked = System.nanoTime();
			display.syncExec(() -> {
			});
			if (System.nanoTime() - asked > LATE_NS) {
				since = System.nanoTime();
			}
			LockSupport.parkNanos(STEP_NS);
		}
		return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
	}

	private void watch() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long user = display.getThread().threadId();
		while (!ends) {
			long asked = System.nanoTime();
			long before = threads.getThreadCpuTime(user);
			long[] answered = new long[1];
			display.asyncExec(() -> {
				synchronized (answered) {
					answered[0] = System.nanoTime();
					answered.notifyAll();
				}
			});
			List<StackTraceElement[]> seen = await(answered, asked);
			long wait = answered[0] - asked;
			waits.add(wait);
			longest = Math.max(longest, wait);
			long busy = Math.min(wait, threads.getThreadCpuTime(user) - before);
			if (busy > busiest) {
				busiest = busy;
				stack = seen.isEmpty() ? List.of() : Arrays.stream(seen.get(seen.size() / 2)).limit(FRAMES).map(String::valueOf).toList();
			}
			LockSupport.parkNanos(STEP_NS);
		}
	}

	/** @return where the thread of the user interface was, every few milliseconds until it answered */
	private List<StackTraceElement[]> await(long[] answered, long asked) {
		List<StackTraceElement[]> seen = new ArrayList<>();
		while (true) {
			synchronized (answered) {
				if (answered[0] == 0) {
					try {
						answered.wait(TimeUnit.NANOSECONDS.toMillis(STEP_NS));
					} catch (InterruptedException e) {
						Thread.currentThread().interrupt();
						throw new IllegalStateException(e);
					}
				}
				if (answered[0] != 0) {
					return seen;
				}
			}
			if (System.nanoTime() - asked > 2 * STEP_NS) {
				seen.add(display.getThread().getStackTrace());
			}
		}
	}

	private void collected(CompositeData data) {
		CompositeData collection = (CompositeData) data.get("gcInfo");
		// what runs beside the program holds up nobody
		String collector = String.valueOf(data.get("gcName"));
		if (!collector.contains("Concurrent") && !collector.contains("Cycles")) {
			longestCollection = Math.max(longestCollection, (Long) collection.get("duration"));
		}
	}

	/** @return the longest wait */
	double longest() {
		return longest / 1e6;
	}

	/** @return the most that the thread computed during one wait; the rest of a wait it had no processor, or was stopped */
	double busiest() {
		return busiest / 1e6;
	}

	/** @return the wait that a share of all waits do not exceed */
	double share(double share) {
		return waits.stream().sorted().toList().get((int) (share * (waits.size() - 1))) / 1e6;
	}

	/** @return how many waits were too long */
	long late() {
		return waits.stream().filter(wait -> wait > LATE_NS).count();
	}

	/** @return the longest time that the collector stopped everything */
	long longestCollection() {
		return longestCollection;
	}

	/** @return where the thread was in the middle of the wait in which it computed most, innermost first */
	List<String> stack() {
		return stack;
	}
}
