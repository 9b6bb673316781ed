package io.twinwright.core.rules;

import io.twinwright.core.diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of the checker. A code is never renamed or used again. Each has a page beside this class, which
 * {@code twinwright explain} prints and which holds a text that breaks the rule and one that keeps it. Titles and prose in
 * another language stand in one file, {@code pages_ko.md}.
 */
public enum Rule {
	/** The text cannot be read. */
	SYNTAX("TW001", Severity.ERROR, "The text cannot be read", false),
	/** A rule could not be checked. */
	RULE_FAILED("TW002", Severity.ERROR, "A rule could not be checked", false),
	/** A file cannot be read. */
	FILE_UNREADABLE("TW003", Severity.ERROR, "A file cannot be read", false),
	/** A file has more findings than are shown. */
	MORE_FINDINGS("TW004", Severity.INFO, "A file has more findings than are shown", false),
	/** A name is not known here. */
	UNRESOLVED_NAME("TW101", Severity.ERROR, "A name is not known here", true),
	/** A name is declared twice in the same braces. */
	DUPLICATE_NAME("TW102", Severity.ERROR, "A name is declared twice in the same braces", true),
	/** A name is declared twice in the same namespace. */
	DUPLICATE_DECLARATION("TW103", Severity.ERROR, "A name is declared twice in the same namespace", true),
	/** An element is a kind of itself. */
	CYCLIC_HIERARCHY("TW104", Severity.ERROR, "An element is a kind of itself", true),
	/** An import is not used. */
	UNUSED_IMPORT("TW105", Severity.WARNING, "An import is not used", true),
	/** A clause stands on the wrong element. */
	CLAUSE_OUT_OF_PLACE("TW106", Severity.ERROR, "A clause stands on the wrong element", true),
	/** A clause is given twice. */
	CLAUSE_TWICE("TW107", Severity.ERROR, "A clause is given twice", true),
	/** An element stands in the wrong braces. */
	ELEMENT_OUT_OF_PLACE("TW108", Severity.ERROR, "An element stands in the wrong braces", false),
	/** A refinement changes what is fixed. */
	REFINEMENT_NOT_ALLOWED("TW109", Severity.ERROR, "A refinement changes what is fixed", true),
	/** A refinement widens a range. */
	REFINEMENT_WIDENS_RANGE("TW110", Severity.ERROR, "A refinement widens a range", true),
	/** A refinement loosens an alarm. */
	REFINEMENT_LOOSENS_ALARM("TW111", Severity.ERROR, "A refinement loosens an alarm", true),
	/** A number is outside the bounds of what is repeated. */
	INDEX_OUT_OF_BOUNDS("TW112", Severity.ERROR, "A number is outside the bounds of what is repeated", true),
	/** A number stands on what is not repeated. */
	INDEX_ON_SINGLE("TW113", Severity.ERROR, "A number stands on what is not repeated", true),
	/** A name hides an inherited one. */
	HIDES_INHERITED("TW114", Severity.ERROR, "A name hides an inherited one", true),
	/** An asset has an abstract type. */
	ABSTRACT_ASSET("TW115", Severity.ERROR, "An asset has an abstract type", true),
	/** A private signal is used outside its braces. */
	PRIVATE_USED("TW116", Severity.ERROR, "A private signal is used outside its braces", false),
	/** A repetition is empty. */
	EMPTY_MULTIPLICITY("TW117", Severity.ERROR, "A repetition is empty", true),
	/** An imported namespace does not exist. */
	UNKNOWN_IMPORT("TW118", Severity.ERROR, "An imported namespace does not exist", true),
	/** An argument is given twice. */
	ARGUMENT_TWICE("TW119", Severity.ERROR, "An argument is given twice", true),
	/** A type contains itself. */
	CONTAINS_ITSELF("TW120", Severity.ERROR, "A type contains itself", false),
	/** Two states have the same number. */
	DUPLICATE_STATE_NUMBER("TW121", Severity.ERROR, "Two states have the same number", true),
	/** An identity entry is nearly one of the nameplate. */
	ENTRY_MISSPELLED("TW122", Severity.WARNING, "An identity entry is nearly one of the nameplate", true),
	/** A unit is no UCUM code. */
	UNKNOWN_UNIT("TW201", Severity.ERROR, "A unit is no UCUM code", true),
	/** Dimensions do not fit. */
	DIMENSION_MISMATCH("TW202", Severity.ERROR, "Dimensions do not fit", false),
	/** A range is empty. */
	RANGE_EMPTY("TW203", Severity.ERROR, "A range is empty", true),
	/** A temperature with an offset is added or scaled. */
	SCALED_TEMPERATURE("TW204", Severity.ERROR, "A temperature with an offset is added or scaled", true),
	/** Alarm limits are out of order. */
	ALARMS_OUT_OF_ORDER("TW205", Severity.ERROR, "Alarm limits are out of order", true),
	/** An alarm limit lies outside the range. */
	ALARM_OUTSIDE_RANGE("TW206", Severity.WARNING, "An alarm limit lies outside the range", true),
	/** Sampling is faster than the endpoint allows. */
	SAMPLING_TOO_FAST("TW207", Severity.WARNING, "Sampling is faster than the endpoint allows", true),
	/** A unit does not fit where it stands. */
	UNIT_MISMATCH("TW208", Severity.ERROR, "A unit does not fit where it stands", true),
	/** A calendar month or year is used as a unit. */
	CALENDAR_UNIT("TW209", Severity.ERROR, "A calendar month or year is used as a unit", true),
	/** A unit is missing. */
	UNIT_MISSING("TW210", Severity.ERROR, "A unit is missing", true),
	/** A quantity lies outside what its clause allows. */
	VALUE_OUT_OF_BOUNDS("TW211", Severity.ERROR, "A quantity lies outside what its clause allows", false),
	/** A value lies outside the range. */
	VALUE_OUTSIDE_RANGE("TW212", Severity.ERROR, "A value lies outside the range", true),
	/** A deadband swallows the whole range. */
	DEADBAND_TOO_WIDE("TW213", Severity.WARNING, "A deadband swallows the whole range", true),
	/** A date or time does not exist. */
	IMPOSSIBLE_DATE("TW214", Severity.ERROR, "A date or time does not exist", true),
	/** A period ends before it begins. */
	DATES_REVERSED("TW215", Severity.ERROR, "A period ends before it begins", true),
	/** A time zone does not exist. */
	UNKNOWN_ZONE("TW216", Severity.ERROR, "A time zone does not exist", true),
	/** Two shifts of a site overlap. */
	SHIFTS_OVERLAP("TW217", Severity.ERROR, "Two shifts of a site overlap", true),
	/** A port that needs a partner is not connected. */
	UNCONNECTED_PORT("TW301", Severity.WARNING, "A port that needs a partner is not connected", true),
	/** A connection joins ports in the wrong direction. */
	DIRECTION_MISMATCH("TW302", Severity.ERROR, "A connection joins ports in the wrong direction", true),
	/** A connection joins ports of different media. */
	MEDIUM_MISMATCH("TW303", Severity.ERROR, "A connection joins ports of different media", false),
	/** Connected ports do not fit physically. */
	PHYSICAL_MISMATCH("TW304", Severity.ERROR, "Connected ports do not fit physically", false),
	/** A part is not reached from any source. */
	UNREACHABLE_PART("TW305", Severity.WARNING, "A part is not reached from any source", false),
	/** A port leads nowhere. */
	DEAD_END("TW306", Severity.WARNING, "A port leads nowhere", false),
	/** Material runs in a circle without a buffer. */
	CYCLE_WITHOUT_BUFFER("TW307", Severity.WARNING, "Material runs in a circle without a buffer", false),
	/** A piece is in two positions. */
	PIECE_IN_TWO_POSITIONS("TW308", Severity.ERROR, "A piece is in two positions", true),
	/** Two parts stand in one bay. */
	BAY_OCCUPIED("TW309", Severity.ERROR, "Two parts stand in one bay", true),
	/** A module does not fit its bay. */
	BAY_TOO_SMALL("TW310", Severity.ERROR, "A module does not fit its bay", false),
	/** A module is too heavy for the floor. */
	FLOOR_OVERLOADED("TW311", Severity.ERROR, "A module is too heavy for the floor", false),
	/** A utility is asked for more than it has. */
	UTILITY_OVERLOADED("TW312", Severity.ERROR, "A utility is asked for more than it has", false),
	/** A utility is not offered at the site. */
	UTILITY_MISSING("TW313", Severity.WARNING, "A utility is not offered at the site", false),
	/** A piece is at another site than its position. */
	PIECE_ELSEWHERE("TW314", Severity.ERROR, "A piece is at another site than its position", true),
	/** Two ports are connected twice. */
	CONNECTED_TWICE("TW315", Severity.WARNING, "Two ports are connected twice", true),
	/** A piece is not of the position's type. */
	PIECE_OF_WRONG_TYPE("TW316", Severity.ERROR, "A piece is not of the position's type", false),
	/** A part in a bay has no footprint. */
	MODULE_WITHOUT_FOOTPRINT("TW317", Severity.WARNING, "A part in a bay has no footprint", false),
	/** An installed reserve cannot stand in for its position. */
	COVER_DOES_NOT_FIT("TW318", Severity.ERROR, "An installed reserve cannot stand in for its position", false),
	/** More pieces are named than there are positions. */
	PIECES_LEFT_OVER("TW319", Severity.ERROR, "More pieces are named than there are positions", true),
	/** No part provides what a step needs. */
	STEP_WITHOUT_PROVIDER("TW401", Severity.WARNING, "No part provides what a step needs", false),
	/** Providers of a step do not reach the values it needs. */
	STEP_OUT_OF_RANGE("TW402", Severity.WARNING, "Providers of a step do not reach the values it needs", false),
	/** A provider says no rate. */
	RATE_MISSING("TW403", Severity.WARNING, "A provider says no rate", false),
	/** A step has one provider without standby or cover. */
	SINGLE_SOURCE("TW404", Severity.WARNING, "A step has one provider without standby or cover", false),
	/** A standby piece cannot take the position. */
	STANDBY_DOES_NOT_FIT("TW405", Severity.ERROR, "A standby piece cannot take the position", true),
	/** The steps of a recipe wait for each other. */
	RECIPE_CYCLE("TW406", Severity.ERROR, "The steps of a recipe wait for each other", true),
	/** A required capability is not provided by any partner. */
	REQUIREMENT_UNMET("TW407", Severity.WARNING, "A required capability is not provided by any partner", false),
	/** The equipment of a step does not provide what it needs. */
	ALLOCATION_DOES_NOT_FIT("TW408", Severity.ERROR, "The equipment of a step does not provide what it needs", false),
	/** An ordered product has no recipe. */
	ORDER_WITHOUT_RECIPE("TW409", Severity.WARNING, "An ordered product has no recipe", false),
	/** An order cannot be done by its due date at the stated rate. */
	ORDER_TOO_LATE("TW410", Severity.WARNING, "An order cannot be done by its due date at the stated rate", false),
	/** An aggregate has no window. */
	AGGREGATE_WITHOUT_WINDOW("TW501", Severity.ERROR, "An aggregate has no window", true),
	/** Insights depend on each other in a circle. */
	INSIGHT_CIRCLE("TW502", Severity.ERROR, "Insights depend on each other in a circle", false),
	/** A feedback may write beyond the actuator's range. */
	WRITE_BEYOND_RANGE("TW503", Severity.ERROR, "A feedback may write beyond the actuator's range", true),
	/** Two automatic feedbacks write one actuator. */
	FEEDBACKS_FIGHT("TW504", Severity.ERROR, "Two automatic feedbacks write one actuator", false),
	/** An automatic feedback has no guard. */
	NO_GUARD("TW505", Severity.ERROR, "An automatic feedback has no guard", false),
	/** An automatic feedback writes without bounds. */
	NO_BOUNDS("TW506", Severity.ERROR, "An automatic feedback writes without bounds", true),
	/** An automatic feedback has no watchdog. */
	NO_WATCHDOG("TW507", Severity.ERROR, "An automatic feedback has no watchdog", true),
	/** A state does not exist in its enumeration. */
	UNKNOWN_STATE("TW508", Severity.ERROR, "A state does not exist in its enumeration", true),
	/** A value that is no state is compared with states. */
	NOT_A_STATE("TW509", Severity.ERROR, "A value that is no state is compared with states", false),
	/** A feedback or event writes what cannot be written. */
	NOT_WRITABLE("TW510", Severity.ERROR, "A feedback or event writes what cannot be written", false),
	/** A condition is neither true nor false. */
	NOT_A_CONDITION("TW511", Severity.ERROR, "A condition is neither true nor false", false),
	/** A function is called with the wrong operands. */
	WRONG_OPERANDS("TW512", Severity.ERROR, "A function is called with the wrong operands", false),
	/** A value is of the wrong type. */
	WRONG_VALUE_TYPE("TW513", Severity.ERROR, "A value is of the wrong type", false),
	/** The word each stands on what is not repeated. */
	EACH_ON_SINGLE("TW514", Severity.ERROR, "The word each stands on what is not repeated", true),
	/** A feedback has no trigger or no action. */
	NO_TRIGGER("TW515", Severity.ERROR, "A feedback has no trigger or no action", false),
	/** A signal has a formula that it cannot have, or lacks the one it needs. */
	FORMULA_OUT_OF_PLACE("TW516", Severity.ERROR, "A signal has a formula that it cannot have, or lacks the one it needs", true),
	/** A limit alarm stands on a signal that is no number. */
	ALARM_ON_NON_NUMBER("TW517", Severity.ERROR, "A limit alarm stands on a signal that is no number", true),
	/** A watchdog falls back to a safe value that is not declared. */
	NO_SAFE_VALUE("TW518", Severity.ERROR, "A watchdog falls back to a safe value that is not declared", false),
	/** A clause of windows stands on an insight without one. */
	COVERAGE_WITHOUT_WINDOW("TW519", Severity.WARNING, "A clause of windows stands on an insight without one", true),
	/** A repeated element is used as one value. */
	REPEATED_AS_SINGLE("TW520", Severity.ERROR, "A repeated element is used as one value", true),
	/** A window over shifts is at a place without shifts. */
	SHIFTS_MISSING("TW521", Severity.WARNING, "A window over shifts is at a place without shifts", true),
	/** An endpoint outside this machine has no security. */
	INSECURE_ENDPOINT("TW601", Severity.WARNING, "An endpoint outside this machine has no security", true),
	/** A secret stands in the text. */
	SECRET_IN_TEXT("TW602", Severity.ERROR, "A secret stands in the text", true),
	/** Two signals are bound to one node. */
	NODE_TWICE("TW603", Severity.ERROR, "Two signals are bound to one node", false),
	/** A signal that is used is not bound. */
	UNBOUND_SIGNAL("TW604", Severity.WARNING, "A signal that is used is not bound", false),
	/** An address names its namespace by a number. */
	NAMESPACE_INDEX("TW605", Severity.WARNING, "An address names its namespace by a number", false),
	/** An endpoint has no usable URL. */
	BAD_ENDPOINT_URL("TW606", Severity.ERROR, "An endpoint has no usable URL", true),
	/** The unit on the wire does not fit the signal. */
	WIRE_UNIT_MISMATCH("TW607", Severity.ERROR, "The unit on the wire does not fit the signal", false),
	/** An element is bound twice. */
	BOUND_TWICE("TW608", Severity.ERROR, "An element is bound twice", true),
	/** An endpoint is not used. */
	UNUSED_ENDPOINT("TW609", Severity.WARNING, "An endpoint is not used", true),
	/** An endpoint has an entry that nobody reads. */
	UNKNOWN_ENTRY("TW610", Severity.WARNING, "An endpoint has an entry that nobody reads", true),
	/** Two price tiers begin at the same amount. */
	TIERS_OVERLAP("TW701", Severity.ERROR, "Two price tiers begin at the same amount", true),
	/** Price tiers leave a gap. */
	TIERS_GAPPED("TW702", Severity.WARNING, "Price tiers leave a gap", false),
	/** A meter does not add up. */
	METER_DOES_NOT_ADD_UP("TW703", Severity.ERROR, "A meter does not add up", false),
	/** A meter reads an unbound signal. */
	METER_UNBOUND("TW704", Severity.WARNING, "A meter reads an unbound signal", false),
	/** An offer or contract is looser than its sources. */
	OFFER_LOOSER("TW705", Severity.ERROR, "An offer or contract is looser than its sources", true),
	/** A private signal is shared or metered. */
	PRIVATE_SHARED("TW706", Severity.ERROR, "A private signal is shared or metered", false),
	/** A policy contradicts itself. */
	POLICY_CONTRADICTS("TW707", Severity.WARNING, "A policy contradicts itself", true),
	/** Currencies are mixed. */
	CURRENCY_MIX("TW708", Severity.ERROR, "Currencies are mixed", false),
	/** Two leases or contracts overlap. */
	AGREEMENTS_OVERLAP("TW709", Severity.ERROR, "Two leases or contracts overlap", false),
	/** A price does not fit its meter. */
	PRICE_DOES_NOT_FIT("TW710", Severity.ERROR, "A price does not fit its meter", false),
	/** A contract or offer lacks a party. */
	PARTY_MISSING("TW711", Severity.WARNING, "A contract or offer lacks a party", false),
	/** An action is none of ODRL. */
	UNKNOWN_ACTION("TW712", Severity.WARNING, "An action is none of ODRL", true),
	/** An offer has no policy. */
	OFFER_WITHOUT_POLICY("TW713", Severity.WARNING, "An offer has no policy", false),
	/** A currency is none of ISO 4217. */
	UNKNOWN_CURRENCY("TW714", Severity.ERROR, "A currency is none of ISO 4217", true),
	/** A duty or prohibition stands without a permission. */
	NEVER_PERMITTED("TW715", Severity.WARNING, "A duty or prohibition stands without a permission", false),
	/** A party has an entry that nobody reads. */
	PARTY_ENTRY_UNKNOWN("TW716", Severity.WARNING, "A party has an entry that nobody reads", true),
	/** Two elements would get the same identifier. */
	IDENTIFIER_TWICE("TW901", Severity.ERROR, "Two elements would get the same identifier", false),
	/** An identifier is too long. */
	IDENTIFIER_TOO_LONG("TW902", Severity.ERROR, "An identifier is too long", false),
	/** A text has a character that is not allowed. */
	CHARACTER_NOT_ALLOWED("TW903", Severity.ERROR, "A text has a character that is not allowed", false),
	/** An identity entry is not of the form that the nameplate demands. */
	ENTRY_MALFORMED("TW904", Severity.ERROR, "An identity entry is not of the form that the nameplate demands", false),
	/** A text is cut. */
	TEXT_SHORTENED("TW905", Severity.INFO, "A text is cut", false),
	/** A property is given by a formula. */
	VALUE_IS_FORMULA("TW906", Severity.INFO, "A property is given by a formula", false),
	/** An endpoint has no interface description. */
	NO_INTERFACE("TW907", Severity.INFO, "An endpoint has no interface description", false),
	/** Nothing has a shell. */
	NO_SHELL("TW908", Severity.WARNING, "Nothing has a shell", false),
	/** A nameplate lacks what its template demands. */
	NAMEPLATE_INCOMPLETE("TW909", Severity.INFO, "A nameplate lacks what its template demands", false),
	/** Something is left out of a Thing Description. */
	NO_FORM("TW920", Severity.INFO, "Something is left out of the Thing Descriptions", false),
	/** A formula has no rule of Prometheus. */
	NO_RULE("TW921", Severity.INFO, "A formula has no rule of Prometheus", false),
	/** FA³ST lacks a connection or a login. */
	NO_CONNECTION("TW922", Severity.INFO, "FA³ST lacks a connection or a login", false),
	/** Something is left out of a module type package. */
	NOT_IN_MODULE_PACKAGE("TW923", Severity.INFO, "Something is left out of the module type packages", false),
	/** A formula has no statement of Flink, or one that lacks something. */
	NO_STATEMENT("TW924", Severity.INFO, "A formula has no statement of Flink", false),
	/** A signal has no route of Camel, or the route lacks a secret. */
	NO_ROUTE("TW925", Severity.INFO, "A route of Camel is missing or lacks a secret", false),
	/** Ditto does not do all that the text says. */
	NOT_IN_DITTO("TW926", Severity.INFO, "Ditto does not do all that the text says", false),
	/** A Node-RED flow leaves something out or unchecked. */
	NO_NODE("TW927", Severity.INFO, "A Node-RED flow leaves something out or unchecked", false),
	/** A unit has no code of process devices. */
	UNIT_WITHOUT_CODE("TW928", Severity.INFO, "A unit has no code for process devices", false),
	/** A service has no state or command on a server. */
	SERVICE_NOT_CONTROLLED("TW929", Severity.INFO, "A service has no state or command on a server", false),
	/** An offer permits nothing that a connector negotiates. */
	NOTHING_TO_NEGOTIATE("TW930", Severity.WARNING, "An offer permits nothing that a connector negotiates", false),
	/** A carbon footprint lacks what its template demands. */
	FOOTPRINT_INCOMPLETE("TW931", Severity.INFO, "A carbon footprint lacks what its template demands", false),
	/** Skills of a control component have no mode. */
	NO_MODE("TW932", Severity.INFO, "Skills have no mode in which they can be started", false);

	private final String code;
	private final Severity severity;
	private final String title;
	private final boolean fixable;

	Rule(String code, Severity severity, String title, boolean fixable) {
		this.code = code;
		this.severity = severity;
		this.title = title;
		this.fixable = fixable;
	}

	/** @return {@code TW} and three digits; the first tells the group */
	public String code() {
		return code;
	}

	public Severity severity() {
		return severity;
	}

	/** @return the state that the rule forbids, as a sentence without its full stop */
	public String title() {
		return title;
	}

	/** @return whether the editor offers a quick fix for at least the common case */
	public boolean fixable() {
		return fixable;
	}

	/** @return whether it is found in a text; else by a generator, or it speaks of the checker or of a file as such */
	public boolean checked() {
		return this != RULE_FAILED && this != FILE_UNREADABLE && this != MORE_FINDINGS && code.compareTo("TW9") < 0;
	}

	/** @return the title in a language; in English where there is none in it */
	public String title(Locale locale) {
		return RulePages.of(locale).flatMap(pages -> pages.title(this)).orElse(title);
	}

	/** @return the Markdown page that explains the rule */
	public String page() {
		return resource("pages/" + code + ".md").orElseThrow();
	}

	/** @return the page in a language, with the same examples; in English where there is none in it */
	public String page(Locale locale) {
		return RulePages.of(locale).flatMap(pages -> pages.page(this)).orElseGet(this::page);
	}

	/** @return the text of a file beside this class, empty if there is none */
	static Optional<String> resource(String file) {
		try (InputStream text = Rule.class.getResourceAsStream(file)) {
			return text == null ? Optional.empty() : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the rule of a code, in any case of letters */
	public static Optional<Rule> of(String code) {
		return Arrays.stream(values()).filter(rule -> rule.code.equalsIgnoreCase(code)).findFirst();
	}
}
