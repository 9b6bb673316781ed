package io.twinwright.runtimes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of another program with all that it says. Ends with its children when it is closed. */
final class Running implements AutoCloseable {
	private final List<String> command;
	private final Process process;
	private final Thread reader;
	private final List<String> lines = new ArrayList<>();
	private boolean silent;

	/**
	 * Starts a program.
	 *
	 * @param folder in which it runs
	 * @throws IOException if there is no such program
	 */
	Running(Path folder, List<String> command) throws IOException {
		this(folder, command, Map.of());
	}

	/**
	 * Starts a program.
	 *
	 * @param folder in which it runs
	 * @param environment variables that it gets besides those of this process
	 * @throws IOException if there is no such program
	 */
	Running(Path folder, List<String> command, Map<String, String> environment) throws IOException {
		this.command = command;
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().putAll(environment);
		this.process = builder.start();
		this.reader = Thread.ofPlatform().daemon().name("output of " + command.getFirst()).start(this::read);
	}

	private void read() {
		try (BufferedReader output = process.inputReader()) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				synchronized (lines) {
					lines.add(line);
					lines.notifyAll();
				}
			}
		} catch (IOException e) {
			synchronized (lines) {
				lines.add("Its output cannot be read: " + e.getMessage());
			}
		} finally {
			synchronized (lines) {
				silent = true;
				lines.notifyAll();
			}
		}
	}

	/** Runs a program to its end. Fails if that takes longer. */
	static Running toItsEnd(Path folder, List<String> command, Duration limit) throws IOException {
		Running running = new Running(folder, command);
		try (running) {
			running.end(limit);
			return running;
		}
	}

	/** @return the exit code. Fails if it goes on for longer. */
	int end(Duration limit) {
		try {
			if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || !reader.join(limit)) {
				throw new AssertionError("It did not end within " + limit.toSeconds() + " s: " + this);
			}
			return process.exitValue();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("It was interrupted: " + this, e);
		}
	}

	/** @return the exit code of a program that has ended */
	int code() {
		return process.exitValue();
	}

	/** @return the first line of a kind. Fails if none comes within the limit or before the end. */
	String line(Predicate<String> kind, Duration limit) {
		return lines(kind, 1, limit).getFirst();
	}

	/** @return the first lines of a kind. Fails if not so many come within the limit or before the end. */
	List<String> lines(Predicate<String> kind, int many, Duration limit) {
		long until = System.nanoTime() + limit.toNanos();
		List<String> found = new ArrayList<>();
		synchronized (lines) {
			for (int next = 0;;) {
				for (; next < lines.size() && found.size() < many; next++) {
					if (kind.test(lines.get(next))) {
						found.add(lines.get(next));
					}
				}
				if (found.size() == many) {
					return found;
				}
				long left = until - System.nanoTime();
				if (silent || left <= 0) {
					throw new AssertionError("It did not say what was awaited: " + this);
				}
				waitFor(left);
			}
		}
	}

	private void waitFor(long nanos) {
		try {
			TimeUnit.NANOSECONDS.timedWait(lines, nanos);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("It was interrupted: " + this, e);
		}
	}

	/** @return what it has said */
	List<String> lines() {
		synchronized (lines) {
			return List.copyOf(lines);
		}
	}

	/** @return the first line of a kind, if it has been said */
	Optional<String> said(Predicate<String> kind) {
		return lines().stream().filter(kind).findFirst();
	}

	boolean isAlive() {
		return process.isAlive();
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		try {
			process.waitFor(10, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return String.join(" ", command) + "\n" + String.join("\n", lines());
	}
}

