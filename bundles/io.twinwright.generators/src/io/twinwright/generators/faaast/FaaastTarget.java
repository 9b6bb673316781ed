package io.twinwright.generators.faaast;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Runtime;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder for FA³ST Service: {@code faaast/config.json} and {@code faaast/model.json}, the names that it looks for. A
 * project without signals at an OPC UA server has no file.
 */
public final class FaaastTarget implements DeployedTarget<Service> {
	private static final String CONFIG = "config.json";
	private static final String MODEL = "model.json";
	private static final String MOUNTED = "/service/";
	private static final ObjectWriter JSON = new ObjectMapper()
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer(new DefaultPrettyPrinter()
					.withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

	@Override
	public String id() {
		return "faaast";
	}

	@Override
	public String description() {
		return "FA³ST Service: operational data with connections to OPC UA servers";
	}

	@Override
	public Outcome<Service> map(TwinModel twin) {
		Set<String> withLogin = new LinkedHashSet<>();
		Set<String> leftOut = new LinkedHashSet<>();
		Service service = new OperationalData(twin, withLogin, leftOut).build();
		List<Diagnostic> findings = new ArrayList<>();
		leftOut.forEach(name -> findings.add(finding(name,
				"The signals of endpoint '%s' have no asset connection. FA³ST gets them for OPC UA only.".formatted(name))));
		withLogin.forEach(name -> findings.add(finding(name,
				"User and password of endpoint '%s' are not written. Give them to FA³ST when it starts.".formatted(name))));
		return new Outcome.Done<>(service, findings);
	}

	private static Diagnostic finding(String element, String message) {
		return new Diagnostic(Rule.NO_CONNECTION.severity(), Rule.NO_CONNECTION.code(), message, element, null, List.of());
	}

	/**
	 * Without a certificate, since it is published on the loopback interface only. It gets no secrets, because it takes logins
	 * as parts of its configuration only.
	 */
	@Override
	public Optional<Runtime> runtime(Service mapped) {
		return isEmpty(mapped) ? Optional.empty()
				: Optional.of(new Runtime("fraunhoferiosb/faaast-service:1.3.0", List.of("endpoints[0].port=8080", "endpoints[0].sslEnabled=false"),
						Map.of("faaast_config", MOUNTED + CONFIG, "faaast_model", MOUNTED + MODEL), "/service", 8080, 8091, false));
	}

	private static boolean isEmpty(Service service) {
		return service.config().get("assetConnections").isEmpty();
	}

	@Override
	public void write(Service mapped, ArtifactSink sink) throws IOException {
		if (!isEmpty(mapped)) {
			write(mapped.config(), CONFIG, sink);
			write(mapped.model(), MODEL, sink);
		}
	}

	private static void write(ObjectNode content, String name, ArtifactSink sink) throws IOException {
		try (OutputStream stream = sink.open("faaast/" + name)) {
			JSON.writeValue(stream, content);
			stream.write('\n');
		}
	}
}
