package io.twinwright.generators.flink;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Findings;
import io.twinwright.generators.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Scripts for Apache Flink SQL: {@code flink/insights.sql}, and with it one of {@code flink/kafka.sql} and
 * {@code flink/recording.sql}, which say where lines come from and where they go. A project with neither insights, alarms nor
 * feedbacks has no file.
 */
public final class FlinkTarget implements Target<Scripts> {
	private static final String FOLDER = "flink/";
	private static final String INSIGHTS = "insights.sql";
	private static final List<String> CONNECTORS = List.of("kafka.sql", "recording.sql");

	@Override
	public String id() {
		return "flink";
	}

	@Override
	public String description() {
		return "Flink SQL for insights, alarms and feedbacks";
	}

	@Override
	public Outcome<Scripts> map(TwinModel twin) {
		Findings findings = new Findings();
		Scripts scripts = new Scripts(new Statements(twin, findings).build());
		return findings.outcome(scripts);
	}

	@Override
	public void write(Scripts mapped, ArtifactSink sink) throws IOException {
		if (mapped.statements().isEmpty()) {
			return;
		}
		for (String connector : CONNECTORS) {
			try (InputStream source = FlinkTarget.class.getResourceAsStream(connector); OutputStream stream = sink.open(FOLDER + connector)) {
				source.transferTo(stream);
			}
		}
		try (OutputStream stream = sink.open(FOLDER + INSIGHTS)) {
			stream.write((String.join(";\n\n", mapped.statements()) + ";\n").getBytes(StandardCharsets.UTF_8));
		}
	}
}
