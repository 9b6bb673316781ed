package io.twinwright.generators.ditto;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Findings;
import io.twinwright.generators.Target;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Eclipse Ditto takes: {@code ditto/things/} with a thing for each asset and each position in it, {@code ditto/policies/} with the
 * policies that they name, and {@code ditto/connections/} with a connection for each broker; each file has the qualified name of what it
 * describes. Policies are created first, things then, connections last.
 */
public final class DittoTarget implements Target<List<JsonFile>> {
	private static final ObjectWriter JSON = new ObjectMapper()
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).setSerializationInclusion(Include.NON_NULL).writer(new DefaultPrettyPrinter()
					.withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

	private final Function<NamedElement, Optional<String>> comments;

	/** @param comments gives the comments that become descriptions */
	public DittoTarget(Function<NamedElement, Optional<String>> comments) {
		this.comments = comments;
	}

	@Override
	public String id() {
		return "ditto";
	}

	@Override
	public String description() {
		return "Eclipse Ditto: things, policies and connections to brokers";
	}

	@Override
	public Outcome<List<JsonFile>> map(TwinModel twin) {
		Findings findings = new Findings();
		Ids ids = new Ids(twin);
		Connections connections = new Connections(twin, ids, findings);
		Policies policies = new Policies(ids, new Usages(twin, findings), connections);
		Things things = new Things(ids, comments);
		List<JsonFile> files = new ArrayList<>();
		Set<String> paths = new HashSet<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				checkLength(ids.of(position), position, findings);
				List<Point> points = Features.visible(position);
				connections.add(position, points);
				policies.add(position, points);
				String policy = policies.id(position);
				if (policy.equals(ids.of(position))) {
					files.add(new JsonFile(path("policies", position.qualifiedName(), paths), policies.of(position)));
				}
				files.add(new JsonFile(path("things", position.qualifiedName(), paths), things.of(position, points, policy)));
			}
		}
		connections.all().forEach((name, connection) -> files.add(new JsonFile(path("connections", name, paths), connection)));
		return findings.outcome(List.copyOf(files));
	}

	private static void checkLength(String id, Position position, Findings findings) {
		if (id.length() > Ids.LONGEST) {
			findings.add(Rule.IDENTIFIER_TOO_LONG, position.qualifiedName(), "The thing ID of '%s' has %d characters. Ditto allows %d; shorten the names."
					.formatted(position.qualifiedName(), id.length(), Ids.LONGEST));
		}
	}

	/** Names that differ only in the case of letters are one file on some systems. */
	private static String path(String folder, String name, Set<String> paths) {
		String free = "ditto/" + folder + "/" + name;
		while (!paths.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return free + ".json";
	}

	@Override
	public void write(List<JsonFile> mapped, ArtifactSink sink) throws IOException {
		for (JsonFile file : mapped) {
			try (OutputStream stream = sink.open(file.path())) {
				JSON.writeValue(stream, file.content());
				stream.write('\n');
			}
		}
	}
}
