package io.twinwright.generators.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinwright.core.binding.SecretName;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.FileLog;
import io.twinwright.generators.Target;
import io.twinwright.model.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A deployment bundle: {@code compose/compose.yaml} with a service for each target that has a runtime, a folder with the
 * files of each, {@code compose/.env} with the names of secrets, and {@code compose/SHA256SUMS} with the digests of all files.
 */
public final class ComposeTarget implements Target<Bundle> {
	private static final String ID = "compose";
	private static final String FOLDER = ID + "/";
	private static final String HEAD = """
			# The images have the versions that are published. Twinwright has never pulled them: try 'docker compose pull' before you rely on them.
			# Ports are open on this machine only. In a container 'localhost' is the container, so an endpoint of the plant needs a name that
			# is known in the network.
			""";
	private static final String ENVIRONMENT = """
			# The secrets of the plant's endpoints by their names. Set the values in the environment of 'docker compose', or in a file
			# of your own that is named by --env-file and that nobody else can read. This file stays as it is: its digest is in %s.
			""".formatted(FileLog.SUMS);

	private final List<DeployedTarget<?>> others;

	/** @param targets of which those are bundled that say which runtime they need */
	public ComposeTarget(List<Target<?>> targets) {
		this.others = targets.stream().filter(DeployedTarget.class::isInstance).<DeployedTarget<?>>map(DeployedTarget.class::cast).toList();
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String description() {
		return "a deployment bundle: the runtimes of the other targets by Compose, with checksums";
	}

	@Override
	public Outcome<Bundle> map(TwinModel twin) {
		List<Diagnostic> found = new ArrayList<>();
		List<Part<?>> parts = new ArrayList<>();
		for (DeployedTarget<?> target : others) {
			Part.of(target, twin, found).ifPresent(parts::add);
		}
		if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
			return new Outcome.Refused<>(found);
		}
		List<String> secrets = secrets(twin);
		return new Outcome.Done<>(new Bundle(List.copyOf(parts), new Services(twin, secrets).of(parts), secrets), found);
	}

	/** @return the variables of all secrets, each once, in the order of files and text */
	private static List<String> secrets(TwinModel twin) {
		Set<String> names = new LinkedHashSet<>();
		twin.endpoints().stream().flatMap(endpoint -> endpoint.getEntries().stream()).filter(Entry::isSecret)
				.map(Entry::getText).filter(name -> name != null).forEach(name -> names.add(SecretName.variable(name)));
		return List.copyOf(names);
	}

	@Override
	public void write(Bundle mapped, ArtifactSink sink) throws IOException {
		Summing summing = new Summing(FOLDER, sink);
		for (Part<?> part : mapped.parts()) {
			part.write(summing);
		}
		try (OutputStream stream = summing.open("compose.yaml")) {
			stream.write(HEAD.getBytes(StandardCharsets.UTF_8));
			yaml(mapped.services(), stream);
		}
		try (OutputStream stream = summing.open(".env")) {
			StringBuilder lines = new StringBuilder(ENVIRONMENT);
			mapped.secrets().forEach(secret -> lines.append(secret).append("=\n"));
			stream.write(lines.toString().getBytes(StandardCharsets.UTF_8));
		}
		try (OutputStream stream = sink.open(FOLDER + FileLog.SUMS)) {
			stream.write(FileLog.text(summing.sums()).getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void yaml(ObjectNode document, OutputStream stream) throws IOException {
		YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
				.disable(YAMLGenerator.Feature.SPLIT_LINES).build());
		stream.write(mapper.writeValueAsBytes(document));
	}
}
