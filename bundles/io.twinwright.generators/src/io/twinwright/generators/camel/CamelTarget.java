package io.twinwright.generators.camel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Runtime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Routes of Apache Camel: {@code camel/plant.camel.yaml}, the beans that it names as sources, and {@code camel/signals.json} with what
 * these know of the signals. A project without signals at an OPC UA server has no file.
 */
public final class CamelTarget implements DeployedTarget<Routes> {
	private static final String FOLDER = "camel/";
	private static final List<String> SOURCES = List.of("Samples.java", "SecureConnections.java", "SparkplugCommands.java", "SparkplugDevices.java",
			"SparkplugMetric.java", "SparkplugNode.java", "pom.xml");
	/** Camel has images for some of its versions only; Maven takes those libraries with which the routes were proven. */
	private static final String IMAGE = "maven:3.9.11-eclipse-temurin-21";
	private static final String START = String.join(" && ", "cd /routes",
			"mvn -B -ntp -q -Dmaven.repo.local=/tmp/repository org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=/tmp/lib",
			"exec java -cp '/tmp/lib/*' -Dcamel.main.routesIncludePattern=file:*.java,file:*.camel.yaml org.apache.camel.main.Main");
	private static final ObjectWriter JSON = new ObjectMapper()
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer(new DefaultPrettyPrinter()
					.withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));
	private static final ObjectWriter YAML = new YAMLMapper(YAMLFactory.builder()
			.disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).disable(YAMLGenerator.Feature.SPLIT_LINES).build())
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer();

	@Override
	public String id() {
		return "camel";
	}

	@Override
	public String description() {
		return "Apache Camel routes from OPC UA to MQTT with Sparkplug B, HTTP and files";
	}

	@Override
	public Outcome<Routes> map(TwinModel twin) {
		Set<String> leftOut = new LinkedHashSet<>();
		Set<String> withSecrets = new LinkedHashSet<>();
		Routes routes = new RouteList(twin, leftOut, withSecrets).build();
		List<Diagnostic> findings = new ArrayList<>();
		leftOut.forEach(name -> findings.add(finding(name, "The signals of endpoint '%s' have no route. Routes read from OPC UA servers only.".formatted(name))));
		withSecrets.forEach(name -> findings.add(finding(name,
				"Secrets of endpoint '%s' are not written. Give Camel its login by the environment and its certificate by a key store.".formatted(name))));
		return new Outcome.Done<>(routes, findings);
	}

	private static Diagnostic finding(String element, String message) {
		return new Diagnostic(Rule.NO_ROUTE.severity(), Rule.NO_ROUTE.code(), message, element, null, List.of());
	}

	/** The broker is told by the variable {@code TWIN_MQTT_URL}; nobody writes to the plant by it until {@code TWIN_SPARKPLUG_COMMANDS} is true. */
	@Override
	public Optional<Runtime> runtime(Routes mapped) {
		Map<String, String> environment = new TreeMap<>(Map.of("TWIN_MQTT_URL", "${TWIN_MQTT_URL:?is the address of the broker and has no value}",
				"TWIN_MQTT_USER", "${TWIN_MQTT_USER:-}", "TWIN_MQTT_PASSWORD", "${TWIN_MQTT_PASSWORD:-}",
				"TWIN_KEYSTORE_PASSWORD", "${TWIN_KEYSTORE_PASSWORD:-}", "TWIN_SPARKPLUG_COMMANDS", "${TWIN_SPARKPLUG_COMMANDS:-false}"));
		return mapped.routes().isEmpty() ? Optional.empty() : Optional.of(new Runtime(IMAGE, List.of("sh", "-c", START), environment, "/routes", 0, 0, true));
	}

	@Override
	public void write(Routes mapped, ArtifactSink sink) throws IOException {
		if (mapped.routes().isEmpty()) {
			return;
		}
		write(YAML, mapped.routes(), "plant.camel.yaml", sink);
		write(JSON, mapped.signals(), "signals.json", sink);
		for (String source : SOURCES) {
			try (InputStream text = CamelTarget.class.getResourceAsStream(source + ".txt"); OutputStream stream = sink.open(FOLDER + source)) {
				text.transferTo(stream);
			}
		}
	}

	private static void write(ObjectWriter writer, JsonNode content, String name, ArtifactSink sink) throws IOException {
		try (OutputStream stream = sink.open(FOLDER + name)) {
			writer.writeValue(stream, content);
			if (writer == JSON) {
				stream.write('\n');
			}
		}
	}
}
