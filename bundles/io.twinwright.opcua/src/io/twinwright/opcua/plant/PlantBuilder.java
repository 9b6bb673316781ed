package io.twinwright.opcua.plant;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.opcua.behaviour.Fault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says how a simulated plant shall run, and starts it. */
public final class PlantBuilder {
	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
	private static final int PASSWORD_LENGTH = 12;

	private final TwinModel twin;
	private final List<UANodeSet> nodeSets;
	private final List<Fault> faults = new ArrayList<>();
	private int port;
	private double speed = 1;
	private long seed = 1;
	private Instant start;
	private String user = "operator";
	private String password;
	private Consumer<String> log = sentence -> {
		// Nobody listens.
	};
	private Function<Instant, Insights> insights;

	PlantBuilder(TwinModel twin, List<UANodeSet> nodeSets) {
		this.twin = twin;
		this.nodeSets = List.copyOf(nodeSets);
	}

	/** @param number where it listens; any free port if this is not called or 0 */
	public PlantBuilder port(int number) {
		port = number;
		return this;
	}

	/**
	 * @param factor simulated seconds in one second, 1 if this is not called; the source times of values go with it
	 * @throws IllegalArgumentException if it is not positive
	 */
	public PlantBuilder speed(double factor) {
		if (!(factor > 0) || Double.isInfinite(factor)) {
			throw new IllegalArgumentException("The speed '%s' is not positive.".formatted(factor));
		}
		speed = factor;
		return this;
	}

	/** @param number makes the trajectory; 1 if this is not called */
	public PlantBuilder seed(long number) {
		seed = number;
		return this;
	}

	/** @param time the simulated time of the first step; the time of the start if this is not called */
	public PlantBuilder begin(Instant time) {
		start = time;
		return this;
	}

	/** Adds something that goes wrong. Where it names nothing, {@link #start} fails with IllegalArgumentException. */
	public PlantBuilder fault(Fault fault) {
		faults.add(fault);
		return this;
	}

	/** Sets who may use the secure endpoint: the user operator with a new password if this is not called. */
	public PlantBuilder user(String name, String word) {
		user = name;
		password = word;
		return this;
	}

	/** @param sentences takes whole sentences, from any thread; nobody if this is not called */
	public PlantBuilder log(Consumer<String> sentences) {
		log = sentences;
		return this;
	}

	/**
	 * @param evaluator makes from the simulated start time what computes the insights, for example
	 *        {@code start -> new EvaluatedInsights(twin, start)}; if this is not called, insights wait for their first data
	 */
	public PlantBuilder insights(Function<Instant, Insights> evaluator) {
		insights = evaluator;
		return this;
	}

	/**
	 * Starts the plant.
	 *
	 * @param folder where the plant keeps its certificate; it is made if it does not exist
	 * @return the plant when it can be connected to; fails with UncheckedIOException if it cannot listen or keep its
	 *         certificate, and with IllegalArgumentException for a fault that names nothing
	 */
	public CompletableFuture<SimulatedPlant> start(Path folder) {
		return SimulatedPlant.start(new SimulatedPlant.Options(twin, nodeSets, port, speed, seed,
				start, List.copyOf(faults), folder, user,
				password == null ? newPassword() : password, log, insights));
	}

	private static String newPassword() {
		SecureRandom random = new SecureRandom();
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < PASSWORD_LENGTH; i++) {
			word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return word.toString();
	}
}
