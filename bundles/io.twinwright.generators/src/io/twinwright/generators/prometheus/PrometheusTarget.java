package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Findings;
import io.twinwright.generators.Target;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Rules of Prometheus: {@code prometheus/rules.yml}, and {@code prometheus/tests.yml} with what {@code promtool test rules}
 * expects of the alerts. A project with neither insights, alarms nor meters has no file.
 */
public final class PrometheusTarget implements Target<Rules> {
	static final String RULES = "rules.yml";
	private static final String FOLDER = "prometheus/";
	private static final ObjectWriter YAML = new YAMLMapper(YAMLFactory.builder()
			.disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).disable(YAMLGenerator.Feature.SPLIT_LINES)
			.enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).build())
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer();

	@Override
	public String id() {
		return "prometheus";
	}

	@Override
	public String description() {
		return "Prometheus rules for alarms, insights and meters, with their tests";
	}

	@Override
	public Outcome<Rules> map(TwinModel twin) {
		Findings findings = new Findings();
		Rules rules = new RuleGroups(twin, findings).build();
		return new Outcome.Done<>(rules, findings.all());
	}

	@Override
	public void write(Rules mapped, ArtifactSink sink) throws IOException {
		if (!mapped.rules().get("groups").isEmpty()) {
			write(mapped.rules(), RULES, sink);
		}
		if (mapped.tests() != null) {
			write(mapped.tests(), "tests.yml", sink);
		}
	}

	private static void write(ObjectNode content, String name, ArtifactSink sink) throws IOException {
		try (OutputStream stream = sink.open(FOLDER + name)) {
			YAML.writeValue(stream, content);
		}
	}
}
