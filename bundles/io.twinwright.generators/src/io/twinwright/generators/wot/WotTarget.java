package io.twinwright.generators.wot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
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
 * Thing Descriptions: one for each asset and position that has signals at an OPC UA endpoint, as
 * {@code wot/<qualified name>.td.json}. What has no signals there has no description, since nothing could be done with it.
 */
public final class WotTarget implements Target<List<ThingFile>> {
	private static final ObjectWriter JSON = new ObjectMapper()
			.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false).writer(new DefaultPrettyPrinter()
					.withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

	private final Function<NamedElement, Optional<String>> comments;

	/** @param comments gives the comments that become descriptions */
	public WotTarget(Function<NamedElement, Optional<String>> comments) {
		this.comments = comments;
	}

	/** A target that writes no descriptions. */
	public WotTarget() {
		this(element -> Optional.empty());
	}

	@Override
	public String id() {
		return "wot";
	}

	@Override
	public String description() {
		return "Thing Descriptions of the Web of Things with OPC UA forms";
	}

	@Override
	public Outcome<List<ThingFile>> map(TwinModel twin) {
		Findings findings = new Findings();
		Things things = new Things(twin, comments, findings);
		List<ThingFile> files = new ArrayList<>();
		Set<String> paths = new HashSet<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				things.of(position).ifPresent(thing -> files.add(new ThingFile(path(position.qualifiedName(), paths), thing)));
			}
		}
		if (files.isEmpty()) {
			findings.add(Rule.NO_FORM, "", "No signal is bound to an OPC UA server, so there is no Thing Description. Bind one.");
		}
		List<Diagnostic> found = findings.all();
		return new Outcome.Done<>(files, found);
	}

	/** Names that differ only in the case of letters are one file on some systems. */
	private static String path(String name, Set<String> paths) {
		String free = name;
		while (!paths.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return "wot/" + free + ".td.json";
	}

	@Override
	public void write(List<ThingFile> mapped, ArtifactSink sink) throws IOException {
		for (ThingFile file : mapped) {
			try (OutputStream stream = sink.open(file.path())) {
				JSON.writeValue(stream, file.thing());
				stream.write('\n');
			}
		}
	}
}
