package io.twinwright.generators.edc;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.twinwright.core.business.Dates;
import io.twinwright.core.business.UsageRule;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Presentation;
import io.twinwright.generators.Target;
import io.twinwright.model.Offer;
import io.twinwright.model.Path;
import io.twinwright.model.Policy;
import io.twinwright.model.Subjection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Offers for an Eclipse Dataspace Connector: {@code edc/<qualified name>/} with asset, policy definition, contract definition and
 * catalogue entry of each offer that permits something, and {@code edc/extension/} with the source of the extension that binds the
 * operands of the policies. Nobody may use what no rule permits, so an offer without permission is not there.
 */
public final class EdcTarget implements Target<List<JsonFile>> {
	private static final String FOLDER = "edc/";
	private static final String SOURCE = "src/main/java/io/twinwright/edc/TwinPolicyExtension.java";
	private static final String SERVICE = "src/main/resources/META-INF/services/org.eclipse.edc.spi.system.ServiceExtension";

	private final Presentation presentation;

	/** @param presentation what the files say besides the model */
	public EdcTarget(Presentation presentation) {
		this.presentation = presentation;
	}

	@Override
	public String id() {
		return "edc";
	}

	@Override
	public String description() {
		return "offers for the Eclipse Dataspace Connector: assets, ODRL policies, contract definitions";
	}

	@Override
	public Outcome<List<JsonFile>> map(TwinModel twin) {
		List<JsonFile> files = new ArrayList<>();
		List<Diagnostic> found = new ArrayList<>();
		Set<String> taken = new HashSet<>(Set.of("extension"));
		for (Offer offer : twin.all(Offer.class)) {
			List<UsageRule> usage = rules(offer);
			Rules rules = new Rules(usage, zone(twin, offer));
			if (offer.getName() != null && rules.permitUse()) {
				files.addAll(new OfferFiles(offer, rules, presentation).in(FOLDER + folder(TwinModel.qualifiedName(offer), taken) + "/"));
			} else if (offer.getName() != null) {
				found.add(new Diagnostic(Rule.NOTHING_TO_NEGOTIATE.severity(), Rule.NOTHING_TO_NEGOTIATE.code(),
						"Offer '%s' permits neither 'use' nor 'read', so a connector has nothing to negotiate. Permit one of them by a policy."
								.formatted(offer.getName()), TwinModel.qualifiedName(offer), null, List.of()));
			}
		}
		return new Outcome.Done<>(List.copyOf(files), found);
	}

	private static List<UsageRule> rules(Offer offer) {
		return offer.getClauses().stream().filter(Subjection.class::isInstance).flatMap(under -> ((Subjection) under).getPolicies().stream())
				.filter(policy -> !policy.eIsProxy()).map(Policy::getRules).flatMap(List::stream).map(UsageRule::of).toList();
	}

	/** @return the zone of the first site from which something is shared; UTC where there is none */
	private static ZoneId zone(TwinModel twin, Offer offer) {
		Iterable<EObject> all = () -> EcoreUtil.getAllContents(List.of(offer));
		return StreamSupport.stream(all.spliterator(), false).filter(Path.class::isInstance).map(Path.class::cast)
				.flatMap(path -> twin.resolve(path).stream()).map(located -> switch (located) {
					case Point point -> point.position().site();
					case Position position -> position.site();
				}).filter(Objects::nonNull).flatMap(site -> Dates.zone(site).stream()).findFirst().orElse(ZoneOffset.UTC);
	}

	/** Names that differ only in the case of letters are one folder on some systems. */
	private static String folder(String name, Set<String> taken) {
		String free = name;
		while (!taken.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return free;
	}

	@Override
	public void write(List<JsonFile> mapped, ArtifactSink sink) throws IOException {
		DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
		ObjectWriter writer = new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
		for (JsonFile file : mapped) {
			try (OutputStream stream = sink.open(file.path())) {
				stream.write(writer.writeValueAsBytes(file.content()));
				stream.write('\n');
			}
		}
		if (!mapped.isEmpty()) {
			copy("TwinPolicyExtension.java.txt", FOLDER + "extension/" + SOURCE, sink);
			copy("services.txt", FOLDER + "extension/" + SERVICE, sink);
		}
	}

	private static void copy(String resource, String path, ArtifactSink sink) throws IOException {
		try (InputStream source = EdcTarget.class.getResourceAsStream("extension/" + resource); OutputStream stream = sink.open(path)) {
			source.transferTo(stream);
		}
	}
}
