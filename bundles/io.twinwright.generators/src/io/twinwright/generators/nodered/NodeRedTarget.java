package io.twinwright.generators.nodered;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Findings;
import io.twinwright.generators.Runtime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder for Node-RED: {@code nodered/flows.json}, the packages that it needs, its settings, and from which secrets it logs
 * in. {@code npm install} and {@code npm start} run it. A project without signals at an OPC UA server has no file.
 */
public final class NodeRedTarget implements DeployedTarget<FlowFolder> {
	private static final String FOLDER = "nodered/";
	private static final ObjectWriter JSON = new ObjectMapper()
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer(new DefaultPrettyPrinter()
					.withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));
	/** Node-RED writes into its folder, so it gets a copy. It listens beyond the container, whose port is published on the loopback interface. */
	private static final String START = String.join(" && ", "mkdir -p /tmp/flow", "cp -r /flow/. /tmp/flow", "cd /tmp/flow",
			"npm install --omit=dev --no-audit --no-fund", "exec npm start -- -D uiHost=0.0.0.0");

	@Override
	public String id() {
		return "nodered";
	}

	@Override
	public String description() {
		return "Node-RED: a flow with values, limits and set points of OPC UA servers";
	}

	@Override
	public Outcome<FlowFolder> map(TwinModel twin) {
		Findings findings = new Findings();
		FlowFolder folder = new Flow(twin, findings).build();
		return new Outcome.Done<>(folder, findings.all());
	}

	@Override
	public Optional<Runtime> runtime(FlowFolder mapped) {
		return mapped.flows().isEmpty() ? Optional.empty()
				: Optional.of(new Runtime("node:20.20.2-bookworm-slim", List.of("sh", "-c", START), Map.of(), "/flow", 1880, 1880, true));
	}

	@Override
	public void write(FlowFolder mapped, ArtifactSink sink) throws IOException {
		if (mapped.flows().isEmpty()) {
			return;
		}
		write(mapped.flows(), "flows.json", sink);
		write(mapped.credentials(), "flows_cred.json", sink);
		write(mapped.logins(), "logins.json", sink);
		write(packages(), "package.json", sink);
		try (InputStream settings = NodeRedTarget.class.getResourceAsStream("flow/settings.js"); OutputStream stream = sink.open(FOLDER + "settings.js")) {
			settings.transferTo(stream);
		}
	}

	/** The versions that were seen to run the flow. */
	private static ObjectNode packages() {
		ObjectNode packages = JsonNodeFactory.instance.objectNode().put("name", "twin-flow").put("version", "1.0.0").put("private", true);
		packages.putObject("scripts").put("start", "node-red --userDir . --settings settings.js");
		packages.putObject("dependencies").put("node-red", "4.1.15").put("node-red-contrib-opcua", "0.2.354");
		return packages;
	}

	private static void write(JsonNode content, String name, ArtifactSink sink) throws IOException {
		try (OutputStream stream = sink.open(FOLDER + name)) {
			JSON.writeValue(stream, content);
			stream.write('\n');
		}
	}
}
