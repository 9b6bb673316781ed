package io.twinwright.importers.draft;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A property, parameter, sensor, actuator or state. */
public final class SignalDraft extends NamedDraft {
	/** What it is to a twin; null lets the writer say it by the values: states and texts are states, others sensors. */
	public SignalKind kind;
	/** What its values are; OTHER leaves it out, as a comment. */
	public Data data = Data.REAL;
	/** Whether it only counts up, and falls only when it is reset. Its values are integers then. */
	public boolean isCounter;
	/** Its unit as people of the plant spell it; null for none. */
	public String unit;
	/** The UCUM code of its unit, where the file has that or an importer has a table of its own; it goes before the spelling. */
	public String ucum;
	/** The least and the largest of its range; null where nobody says. */
	public BigDecimal low;
	public BigDecimal high;
	/** Its fixed value or default: the text of a number, "true" or "false", or any text; null for none. */
	public String value;
	/** The name of its enumeration, empty for none. */
	public String enumeration = "";
	/** The states of its enumeration with their numbers, in order. */
	public final Map<String, Integer> states = new LinkedHashMap<>();
	/** The limits at which it raises alarms, as numbers in its unit. */
	public final Map<AlarmLevel, BigDecimal> alarms = new EnumMap<>(AlarmLevel.class);
	/** How many of it there are, numbered from 1, each with its number after a # in its browse name; 0 for a single one. */
	public int repeated;
	/** How often it is sampled, in milliseconds; null where nobody says. */
	public BigDecimal every;
	/** The browse names that lead to it from the object around it; empty where that is its name. */
	public final List<String> node = new ArrayList<>();
	/** Its name in the control system, null for none. */
	public String tag;
	/** The id of its meaning, such as an IRDI; null for none. */
	public String semantic;
	/** What it is bound to itself, null if it is found by its node or name. Only signals of assets are bound. */
	public BindingDraft binding;

	SignalDraft(String name) {
		super(name);
	}
}
