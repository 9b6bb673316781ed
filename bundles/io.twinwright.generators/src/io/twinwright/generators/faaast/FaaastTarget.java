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
import io.twinwright.generators.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder for FA³ST Service: {@code faaast/config.json} and {@code faaast/model.json}, the names that it looks for. A
 * project without signals at an OPC UA server has no file.
 */
public final class FaaastTarget implements Target<Service> {
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

	@Override
	public void write(Service mapped, ArtifactSink sink) throws IOException {
		if (!mapped.config().get("assetConnections").isEmpty()) {
			write(mapped.config(), "config.json", sink);
			write(mapped.model(), "model.json", sink);
		}
	}

	private static void write(ObjectNode content, String name, ArtifactSink sink) throws IOException {
		try (OutputStream stream = sink.open("faaast/" + name)) {
			JSON.writeValue(stream, content);
			stream.write('\n');
		}
	}
}
