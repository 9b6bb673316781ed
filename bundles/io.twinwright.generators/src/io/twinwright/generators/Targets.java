package io.twinwright.generators;

import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.faaast.FaaastTarget;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.generators.prometheus.PrometheusTarget;
import io.twinwright.generators.wot.WotTarget;
import io.twinwright.model.NamedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All targets. */
public final class Targets {
	private Targets() {
	}

	/**
	 * @param comments gives the comment that stands before an element, as text without its stars
	 * @return all targets, sorted by name
	 */
	public static List<Target<?>> all(Function<NamedElement, Optional<String>> comments) {
		return List.of(new AasTarget(comments::apply), new FaaastTarget(), new OpcUaTarget(comments),
				new PrometheusTarget(), new WotTarget(comments));
	}

	/** @return all targets, without comments; to list them */
	public static List<Target<?>> all() {
		return all(element -> Optional.empty());
	}
}
