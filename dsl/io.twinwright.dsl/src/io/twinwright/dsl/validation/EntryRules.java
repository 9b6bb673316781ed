package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.model.Entry;
import io.twinwright.model.Identity;
import io.twinwright.model.Party;
import io.twinwright.model.TwinPackage;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.xtext.validation.Check;

/** Groups 1 and 7: entries of identities and parties have the names under which they are read. */
public class EntryRules extends Rules {
	/** The company of a party is its name. */
	private static final String COMPANY = "Company";
	private static final List<String> OF_IDENTITIES = Stream.of(EntryNames.NAMEPLATE, EntryNames.ADDRESS, EntryNames.CARBON_FOOTPRINT)
			.flatMap(List::stream).toList();
	private static final List<String> OF_PARTIES = Stream.concat(EntryNames.PARTY.stream(), EntryNames.ADDRESS.stream()
			.filter(name -> !name.equals(COMPANY))).toList();
	/** How many letters a name may differ from that of the nameplate and still seem misspelled. */
	private static final int MISSPELLED = 2;
	/** Of how many letters one may be misspelled. */
	private static final int LETTERS = 4;

	/** Other names are free: they become properties of the piece. */
	@Check
	public void entriesAreSpelledAsOnTheNameplate(Identity identity) {
		for (Entry entry : identity.getEntries()) {
			if (entry.getKey() != null && !OF_IDENTITIES.contains(entry.getKey())) {
				List<String> near = Nearest.to(entry.getKey(), OF_IDENTITIES, Math.min(MISSPELLED, entry.getKey().length() / LETTERS));
				if (!near.isEmpty()) {
					report(Rule.ENTRY_MISSPELLED, "Identity entry '%s' is none of the nameplate. Did you mean '%s'?".formatted(
							entry.getKey(), near.getFirst()), entry, TwinPackage.Literals.ENTRY__KEY, changes(entry, near));
				}
			}
		}
	}

	@Check
	public void entriesAreRead(Party party) {
		for (Entry entry : party.getEntries()) {
			if (entry.getKey() != null && !isRead(entry.getKey())) {
				List<String> near = Nearest.to(entry.getKey(), OF_PARTIES);
				report(Rule.PARTY_ENTRY_UNKNOWN, "Entry '%s' of party '%s' is not known. %s".formatted(entry.getKey(),
						party.getName(), near.isEmpty() ? "Known are " + String.join(", ", OF_PARTIES) + "."
						: "Did you mean '" + near.getFirst() + "'?"), entry, TwinPackage.Literals.ENTRY__KEY, near.isEmpty()
						? Edits.fix("Remove '%s'".formatted(entry.getKey()), Edits.remove(entry)) : changes(entry, near));
			}
		}
	}

	private static boolean isRead(String key) {
		return EntryNames.PARTY.contains(key) || !key.equalsIgnoreCase(COMPANY)
				&& EntryNames.ADDRESS.stream().anyMatch(key::equalsIgnoreCase);
	}

	private static List<Fix> changes(Entry entry, List<String> near) {
		return near.stream().flatMap(key -> Edits.fix("Change to '%s'".formatted(key), Edits.replace(entry,
				TwinPackage.Literals.ENTRY__KEY, 0, key)).stream()).toList();
	}
}
