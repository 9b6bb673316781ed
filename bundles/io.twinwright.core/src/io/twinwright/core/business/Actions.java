package io.twinwright.core.business;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The actions of the ODRL Vocabulary 2.2, and which includes which. */
public final class Actions {
	/** What is included in {@code transfer}, not in {@code use}. */
	private static final Set<String> TRANSFER = Set.of("transfer", "give", "sell");
	/** What is included in something narrower than {@code use}. */
	private static final Map<String, String> NARROWER = Map.of("display", "play", "extract", "reproduce");
	private static final Set<String> USE = Set.of("use", "acceptTracking", "aggregate", "annotate", "anonymize", "archive",
			"attribute", "compensate", "concurrentUse", "delete", "derive", "digitize", "display", "distribute",
			"ensureExclusivity", "execute", "extract", "grantUse", "include", "index", "inform", "install", "modify", "move",
			"nextPolicy", "obtainConsent", "play", "present", "print", "read", "reproduce", "reviewPolicy", "share", "stream",
			"synchronize", "textToSpeech", "transform", "translate", "uninstall", "watermark");
	private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("copy", "reproduce"),
			Map.entry("duplicate", "reproduce"), Map.entry("pay", "compensate"), Map.entry("resell", "sell"),
			Map.entry("publish", "distribute"), Map.entry("forward", "distribute"), Map.entry("remove", "delete"),
			Map.entry("erase", "delete"), Map.entry("destroy", "delete"), Map.entry("notify", "inform"),
			Map.entry("report", "inform"), Map.entry("credit", "attribute"), Map.entry("cite", "attribute"),
			Map.entry("write", "modify"), Map.entry("change", "modify"), Map.entry("view", "display"),
			Map.entry("store", "archive"), Map.entry("save", "archive"), Map.entry("pseudonymise", "anonymize"));

	private Actions() {
	}

	/** @return whether ODRL has the action */
	public static boolean isKnown(String action) {
		return USE.contains(action) || TRANSFER.contains(action);
	}

	/** @return all actions, sorted */
	public static List<String> all() {
		Set<String> all = new TreeSet<>(USE);
		all.addAll(TRANSFER);
		return List.copyOf(all);
	}

	/** @return ODRL's word for another spelling or a usual word; empty for ODRL's own words and unknown ones */
	public static Optional<String> meant(String action) {
		if (isKnown(action)) {
			return Optional.empty();
		}
		String american = action.endsWith("ise") ? action.substring(0, action.length() - 3) + "ize" : action;
		return isKnown(american) ? Optional.of(american) : Optional.ofNullable(MEANT.get(action));
	}

	/** @return whether who may do one may do the other, or who must not do one must not do the other */
	public static boolean includes(String wide, String narrow) {
		String outer = meant(wide).orElse(wide);
		String next = meant(narrow).orElse(narrow);
		while (next != null) {
			if (next.equals(outer)) {
				return true;
			}
			next = around(next);
		}
		return false;
	}

	private static String around(String action) {
		if (action.equals("use") || action.equals("transfer")) {
			return null;
		}
		return TRANSFER.contains(action) ? "transfer" : NARROWER.getOrDefault(action, "use");
	}
}
