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
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Presentation;
import io.twinwright.generators.Target;
import io.twinwright.model.Clause;
import io.twinwright.model.Offer;
import io.twinwright.model.Path;
import io.twinwright.model.Policy;
import io.twinwright.model.Site;
import io.twinwright.model.Subjection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;

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
		Map<Policy, List<UsageRule>> known = new HashMap<>();
		for (Offer offer : twin.all(Offer.class)) {
			Rules rules = new Rules(rules(offer, known), zone(twin, offer));
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

	/** @param known gets the rules of each policy, which many offers may name */
	private static List<UsageRule> rules(Offer offer, Map<Policy, List<UsageRule>> known) {
		List<UsageRule> rules = new ArrayList<>();
		for (Clause clause : offer.getClauses()) {
			if (clause instanceof Subjection under) {
				for (Policy policy : under.getPolicies()) {
					if (!policy.eIsProxy()) {
						rules.addAll(known.computeIfAbsent(policy, one -> one.getRules().stream().map(UsageRule::of).toList()));
					}
				}
			}
		}
		return rules;
	}

	/** @return the zone of the first site from which something is shared; UTC where there is none */
	private static ZoneId zone(TwinModel twin, Offer offer) {
		for (TreeIterator<EObject> all = offer.eAllContents(); all.hasNext();) {
			if (all.next() instanceof Path path) {
				all.prune();
				for (Located located : twin.resolve(path)) {
					Site site = located instanceof Point point ? point.position().site() : ((Position) located).site();
					Optional<ZoneId> zone = site == null ? Optional.empty() : Dates.zone(site);
					if (zone.isPresent()) {
						return zone.get();
					}
				}
			}
		}
		return ZoneOffset.UTC;
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
