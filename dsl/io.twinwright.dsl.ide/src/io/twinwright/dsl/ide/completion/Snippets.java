package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.dsl.services.TwinGrammarAccess;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;

/** Whole declarations with places to fill in, where their first word can stand. */
final class Snippets {
	/**
	 * A declaration to fill in.
	 *
	 * @param word with which it begins
	 * @param detail what it is
	 * @param body in the syntax of snippets (LSP 3.17)
	 */
	private record Snippet(String word, String detail, String body) {
	}

	private final Map<AbstractRule, Snippet[]> snippets = new LinkedHashMap<>();

	@Inject
	Snippets(TwinGrammarAccess grammar) {
		put(grammar.getTypeRule(), new Snippet("type", "a kind of equipment", "type ${1:Name} {\n  $0\n}"));
		put(grammar.getAssetRule(), new Snippet("asset", "one piece of equipment", "asset ${1:Name} : ${2:Type} {\n  $0\n}"));
		put(grammar.getSiteRule(), new Snippet("site", "a place with bays",
				"site ${1:Name} location ${2:0.0}, ${3:0.0} zone \"${4:Europe/Berlin}\" {\n  bay ${5:A1}$0\n}"));
		put(grammar.getPartyRule(), new Snippet("party", "a company or person", "party ${1:Name} { name \"${2:Full name}\" }$0"));
		put(grammar.getEnumerationRule(), new Snippet("enum", "named states", "enum ${1:Name} { ${2:Idle} ${3:Running} }$0"));
		put(grammar.getCapabilityRule(), new Snippet("capability", "an ability with parameters",
				"capability ${1:Name}(${2:volume} : [${3:l}]) extends ${4:Processing}$0"));
		put(grammar.getRecipeRule(), new Snippet("recipe", "how a product is made",
				"recipe ${1:Name} for ${2:Product} quantity 1 {\n  step ${3:first} needs ${4:Capability}$0\n}"));
		put(grammar.getEndpointRule(), new Snippet("endpoint", "a server to read from",
				"endpoint ${1:plc} { url \"${2:opc.tcp://localhost:4840}\" security ${3:Basic256Sha256} mode ${4:SignAndEncrypt} }$0"));
		put(grammar.getContractRule(), new Snippet("contract", "who pays what for what",
				"contract ${1:Name} for ${2:Asset} provider ${3:Party} customer ${4:Party} over month {\n"
						+ "  meter ${5:run} : [h] = duration(${6:condition})\n  price EUR ${7:10.00} per [h] of ${5:run}$0\n}"));
		put(grammar.getPolicyRule(), new Snippet("policy", "usage rules", "policy ${1:Name} {\n  permit ${2:use} to ${3:Party}$0\n}"));
		put(grammar.getScenarioRule(), new Snippet("scenario", "a simulation",
				"scenario ${1:Name} on ${2:Asset} duration ${3:8} [h] {\n  $0\n}"));
		put(grammar.getSignalRule(), new Snippet("sensor", "a value that is read",
				"sensor ${1:name} : [${2:1}] range ${3:0}..${4:100} every ${5:1} [s]$0"),
				new Snippet("actuator", "a value that is written", "actuator ${1:name} : [${2:1}] range ${3:0}..${4:100}$0"),
				new Snippet("insight", "a value that is computed", "insight ${1:name} : [${2:1}] = ${3:mean}(${4:signal}) over ${5:15} [min]$0"));
		put(grammar.getPortRule(), new Snippet("port", "a point where a medium flows", "port ${1|in,out,inout|} ${2:name} : ${3:Item}$0"));
		put(grammar.getPartRule(), new Snippet("part", "a position", "part ${1:name} : ${2:Type}$0"));
		put(grammar.getIdentityRule(), new Snippet("identity", "who it is",
				"identity { ManufacturerName \"${1:Maker}\" SerialNumber \"${2:0001}\" }$0"));
		put(grammar.getFeedbackRule(), new Snippet("feedback", "a condition and what is done then",
				"feedback ${1:name} automatic {\n  when ${2:condition} for ${3:5} [s]\n  guard ${4:condition}\n"
						+ "  set ${5:actuator} to ${6:value} within ${7:0}..${8:100}\n  watchdog 5 [s] release$0\n}"),
				new Snippet("feedback", "a condition that tells somebody",
						"feedback ${1:name} {\n  when ${2:condition}\n  notify ${3:Party} \"${4:text}\"$0\n}"));
	}

	private void put(AbstractRule rule, Snippet... of) {
		snippets.put(rule, of);
	}

	/**
	 * @param possible what can stand at the cursor by the grammar
	 * @param words which words are offered, others make no sense there
	 */
	void add(Collection<AbstractElement> possible, Collection<String> words, Items items) {
		snippets.forEach((rule, all) -> {
			if (possible.stream().anyMatch(element -> begins(element, rule))) {
				for (Snippet snippet : all) {
					if (words.contains(snippet.word())) {
						items.addSnippet(snippet.word() + " … " + snippet.detail(), snippet.detail(), snippet.body());
					}
				}
			}
		});
	}

	/** A declaration can stand where its first word can. */
	private static boolean begins(AbstractElement element, AbstractRule rule) {
		if (!(element instanceof Keyword keyword)) {
			return false;
		}
		return GrammarUtil.containingRule(keyword) == rule
				|| EcoreUtil2.getContainerOfType(keyword, AbstractRule.class).getName().equals("SignalKind") && rule.getName().equals("Signal");
	}
}
