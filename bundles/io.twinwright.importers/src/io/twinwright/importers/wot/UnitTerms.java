package io.twinwright.importers.wot;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Units as vocabularies name them: a UCUM code or a spelling as it is, a term of OM 2 or QUDT by the word behind its prefix.
 */
final class UnitTerms {
	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("degreecelsius", "Cel"), Map.entry("deg_c", "Cel"), Map.entry("celsius", "Cel"),
			Map.entry("degreefahrenheit", "°F"), Map.entry("deg_f", "°F"), Map.entry("kelvin", "K"), Map.entry("percent", "%"), Map.entry("percentage", "%"),
			Map.entry("volt", "V"), Map.entry("millivolt", "mV"), Map.entry("ampere", "A"), Map.entry("milliampere", "mA"), Map.entry("ohm", "Ohm"),
			Map.entry("kiloohm", "kOhm"), Map.entry("watt", "W"), Map.entry("kilowatt", "kW"), Map.entry("kilowatthour", "kW.h"), Map.entry("kilowatt-hour", "kW.h"),
			Map.entry("kilow-hr", "kW.h"), Map.entry("joule", "J"), Map.entry("pascal", "Pa"), Map.entry("hectopascal", "hPa"), Map.entry("kilopascal", "kPa"),
			Map.entry("bar", "bar"), Map.entry("metre", "m"), Map.entry("meter", "m"), Map.entry("millimetre", "mm"), Map.entry("centimetre", "cm"),
			Map.entry("second", "s"), Map.entry("seconds", "s"), Map.entry("second-time", "s"), Map.entry("minutes", "min"), Map.entry("minute", "min"),
			Map.entry("hours", "h"), Map.entry("hour", "h"), Map.entry("days", "d"), Map.entry("hertz", "Hz"), Map.entry("lux", "lx"), Map.entry("kilogram", "kg"),
			Map.entry("litre", "l"), Map.entry("liter", "l"), Map.entry("metrepersecond", "m/s"), Map.entry("metrepersecond-time", "m/s"),
			Map.entry("metrepersecond-timesquared", "m/s2"), Map.entry("degree", "deg"), Map.entry("degreepersecond-time", "deg/s"), Map.entry("tesla", "T"),
			Map.entry("microtesla", "uT"), Map.entry("cubicmetre", "m3"), Map.entry("cubicmetreperhour", "m3/h"));
	/** The words of QUDT codes. */
	private static final Map<String, String> QUDT = Map.ofEntries(Map.entry("M", "m"), Map.entry("SEC", "s"), Map.entry("HR", "h"), Map.entry("MIN", "min"),
			Map.entry("GM", "g"), Map.entry("PA", "Pa"), Map.entry("BAR", "bar"), Map.entry("L", "l"), Map.entry("V", "V"), Map.entry("A", "A"), Map.entry("W", "W"),
			Map.entry("J", "J"), Map.entry("N", "N"), Map.entry("K", "K"), Map.entry("HZ", "Hz"), Map.entry("OHM", "Ohm"), Map.entry("DEG", "deg"), Map.entry("RAD", "rad"),
			Map.entry("REV", "1"), Map.entry("LUX", "lx"), Map.entry("T", "T"), Map.entry("KILO", "k"), Map.entry("MILLI", "m"), Map.entry("MICRO", "u"),
			Map.entry("MEGA", "M"), Map.entry("CENTI", "c"), Map.entry("HECTO", "h"), Map.entry("GIGA", "G"), Map.entry("NANO", "n"));

	private static final Pattern QUDT_WORD = Pattern.compile("(Kilo|Milli|Micro|Mega|Centi|Hecto|Giga|Nano)?([A-Z]+)([2-4])?");

	private UnitTerms() {
	}

	/** @return a spelling that the writer knows, or the term itself; null for none */
	static String plain(String term) {
		if (term == null) {
			return null;
		}
		boolean isTerm = term.matches("[A-Za-z][A-Za-z0-9+.\\-]*:.+");
		String word = isTerm ? term.replaceAll(".*[:/#]", "") : term;
		String known = WORDS.get(word.toLowerCase(Locale.ROOT));
		return known != null ? known : isTerm ? composed(word) : term;
	}

	/** @return the UCUM code of a QUDT code such as KiloGM-PER-M3; the word itself if it is none */
	private static String composed(String word) {
		StringBuilder code = new StringBuilder();
		String joint = "";
		for (String part : word.split("-")) {
			if (part.equals("PER")) {
				joint = "/";
				continue;
			}
			var form = QUDT_WORD.matcher(part);
			if (!form.matches() || !QUDT.containsKey(form.group(2))) {
				return word;
			}
			String prefix = form.group(1) == null ? "" : QUDT.get(form.group(1).toUpperCase(Locale.ROOT));
			code.append(joint).append(prefix).append(QUDT.get(form.group(2))).append(form.group(3) == null ? "" : form.group(3));
			joint = joint.equals("/") ? "/" : ".";
		}
		return code.toString();
	}
}
