package io.twinwright.generators;

import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.camel.CamelTarget;
import io.twinwright.generators.compose.ComposeTarget;
import io.twinwright.generators.ditto.DittoTarget;
import io.twinwright.generators.docs.DocsTarget;
import io.twinwright.generators.edc.EdcTarget;
import io.twinwright.generators.faaast.FaaastTarget;
import io.twinwright.generators.flink.FlinkTarget;
import io.twinwright.generators.mtp.MtpTarget;
import io.twinwright.generators.nodered.NodeRedTarget;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.generators.prometheus.PrometheusTarget;
import io.twinwright.generators.wot.WotTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All targets. */
public final class Targets {
	private Targets() {
	}

	/** @return all targets, sorted by name */
	public static List<Target<?>> all(Presentation presentation) {
		return all(presentation, Options.USUAL);
	}

	/** @return all targets, sorted by name */
	public static List<Target<?>> all(Presentation presentation, Options options) {
		List<Target<?>> all = new ArrayList<>(List.of(new AasTarget(presentation.comments()::apply).in(options.shells()), new CamelTarget(),
				new DittoTarget(presentation.comments()), new DocsTarget(presentation), new EdcTarget(presentation), new FaaastTarget(), new FlinkTarget(),
				new MtpTarget(presentation.comments(), options.packages()), new NodeRedTarget(), new OpcUaTarget(presentation.comments()), new PrometheusTarget(),
				new WotTarget(presentation.comments())));
		all.add(new ComposeTarget(all));
		all.sort(Comparator.comparing(Target::id));
		return List.copyOf(all);
	}

	/** @return all targets, without presentation; to list them */
	public static List<Target<?>> all() {
		return all(Presentation.NONE);
	}
}
