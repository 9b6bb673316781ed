package io.twinwright.importers.text;

import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.dsl.insert.States;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes signals and parameters: value type, value and clauses. What cannot be said becomes a note. */
final class SignalLines {
	/** More digits or zeros no plant needs. */
	private static final int MOST_DIGITS = 40;

	private final SignalText texts;
	private final States states;
	private final UnitReading.Table units = new UnitReading.Table();

	SignalLines(SignalText texts, States states) {
		this.texts = texts;
		this.states = states;
	}

	/** @return the kind of a signal */
	static SignalKind kind(SignalDraft signal) {
		boolean isState = signal.data == Data.TEXT || signal.data == Data.STATE || !signal.states.isEmpty();
		return signal.kind != null ? signal.kind : isState ? SignalKind.STATE : SignalKind.SENSOR;
	}

	/** @return the declaration of a signal; empty if it has no value that the language knows, which is noted */
	String signal(SignalDraft signal, String name) {
		if (signal.data == Data.OTHER) {
			signal.notes.add("'%s' is left out: its value is no single number, text, state or time.".formatted(signal.name));
			return "";
		}
		StringBuilder text = new StringBuilder(kind(signal).getLiteral()).append(' ').append(texts.name(name));
		if (signal.label != null && !signal.label.isBlank() && !signal.label.equals(name)) {
			text.append(' ').append(SignalText.quoted(signal.label.strip()));
		} else if (signal.label == null && !signal.name.equals(name)) {
			text.append(' ').append(SignalText.quoted(signal.name));
		}
		text.append(signal.repeated > 1 ? " 1.." + signal.repeated : "").append(" : ").append(value(signal, name));
		every(signal, text);
		alarms(signal, text);
		clause(text, "node", node(signal, name));
		clause(text, "tag", signal.tag);
		clause(text, "semantic", signal.semantic);
		return text.toString();
	}

	/** Limits stand in their order and within the range, else they are noted. */
	private void alarms(SignalDraft signal, StringBuilder text) {
		boolean isMeasured = kind(signal) == SignalKind.SENSOR && (signal.data == Data.REAL || signal.data == Data.INTEGER);
		BigDecimal before = null;
		List<String> left = new ArrayList<>();
		for (AlarmLevel level : List.of(AlarmLevel.LOWLOW, AlarmLevel.LOW, AlarmLevel.HIGH, AlarmLevel.HIGHHIGH)) {
			BigDecimal limit = signal.alarms.get(level);
			if (limit == null) {
				continue;
			}
			boolean isOutside = signal.low != null && limit.compareTo(signal.low) < 0 || signal.high != null && limit.compareTo(signal.high) > 0;
			if (!isMeasured || isOutside || !isWritable(limit) || before != null && limit.compareTo(before) <= 0) {
				left.add(level.getLiteral() + " " + limit.toPlainString());
			} else {
				text.append(" alarm ").append(level.getLiteral()).append(' ').append(texts.number(limit.stripTrailingZeros()));
				before = limit;
			}
		}
		if (!left.isEmpty()) {
			signal.notes.add("'%s' has limits that are no alarms here: %s.".formatted(signal.name, String.join(", ", left)));
		}
	}

	private void every(SignalDraft signal, StringBuilder text) {
		if (signal.every == null) {
			return;
		}
		boolean isSampled = kind(signal) != SignalKind.PROPERTY && kind(signal) != SignalKind.PARAMETER;
		if (!isSampled || signal.every.signum() <= 0 || !isWritable(signal.every)) {
			signal.notes.add("Interval %s of '%s' is left out.".formatted(signal.every, signal.name));
			return;
		}
		boolean seconds = signal.every.remainder(BigDecimal.valueOf(1000)).signum() == 0;
		text.append(" every ").append(texts.number(seconds ? signal.every.movePointLeft(3).stripTrailingZeros() : signal.every)).append(seconds ? " [s]" : " [ms]");
	}

	/** @return the declaration of a parameter of a capability */
	String parameter(SignalDraft parameter, String name) {
		return texts.name(name) + " : " + value(parameter, name);
	}

	private static void clause(StringBuilder text, String word, String value) {
		if (value != null && !value.isBlank()) {
			text.append(' ').append(word).append(' ').append(SignalText.quoted(value));
		}
	}

	/** @return whether the node of a signal can be said as a path of browse names */
	static boolean hasNode(SignalDraft signal) {
		return signal != null && !signal.node.isEmpty() && signal.node.stream().noneMatch(step -> !step.equals(step.strip()) || step.isEmpty() || step.contains("/"));
	}

	private static String node(SignalDraft signal, String name) {
		if (!signal.node.isEmpty() && !hasNode(signal)) {
			signal.notes.add("'%s' is found by no path, since a browse name on its way has a slash or a space at its end, or is empty."
					.formatted(signal.name));
		}
		return hasNode(signal) && !signal.node.equals(List.of(name)) ? String.join("/", signal.node) : null;
	}

	/** @return the value type, the value and the range */
	private String value(SignalDraft signal, String name) {
		Data data = signal.isCounter || signal.data == Data.OTHER ? Data.INTEGER : signal.states.isEmpty() ? signal.data : Data.STATE;
		boolean number = data == Data.REAL || data == Data.INTEGER;
		String unit = number ? unit(signal) : null;
		BigDecimal low = number ? bound(signal, signal.low) : null;
		BigDecimal high = number ? bound(signal, signal.high) : null;
		if (low != null && high != null && low.compareTo(high) >= 0) {
			if (low.signum() != 0 || high.signum() != 0) {
				signal.notes.add("Range %s..%s of '%s' is empty and left out.".formatted(low.toPlainString(), high.toPlainString(), signal.name));
			}
			low = null;
		}
		ServedVariable variable = new ServedVariable(null, signal.name, "", "", List.of(), data, signal.enumeration, signal.states, unit, low, high, Access.READ);
		boolean hasNumbers = signal.states.values().stream().distinct().count() == signal.states.size();
		String enumeration = data == Data.STATE && hasNumbers ? states.of(variable, name) : null;
		if (data == Data.STATE && enumeration == null) {
			signal.notes.add("'%s' is an integer, since its states have no numbers from 0, each its own.".formatted(signal.name));
		}
		String type = texts.type(variable, enumeration);
		String value = fixed(signal, signal.value, data, unit, low, high);
		return (signal.isCounter ? type.replace("integer", "counter") : type) + value
				+ (low == null || high == null ? "" : " range " + texts.number(low) + ".." + texts.number(high));
	}

	/** @return the UCUM code of its unit, null for none */
	String unit(SignalDraft signal) {
		if (signal.ucum != null) {
			if (UnitReading.isWritable(signal.ucum)) {
				return signal.ucum;
			}
			signal.notes.add("Unit '%s' of '%s' is not known.".formatted(signal.ucum, signal.name));
			return null;
		}
		if (signal.unit == null || signal.unit.isBlank()) {
			return null;
		}
		UnitReading reading = units.read(signal.unit);
		if (reading.note() != null) {
			signal.notes.add(reading.note());
		}
		return reading.code();
	}

	private static BigDecimal bound(SignalDraft signal, BigDecimal number) {
		if (number == null || isWritable(number)) {
			return number;
		}
		signal.notes.add("A bound of the range of '%s' has too many digits and is left out.".formatted(signal.name));
		return null;
	}

	private static boolean isWritable(BigDecimal number) {
		return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= 100;
	}

	/** @return the fixed value of a refinement with an equals sign before it; empty for what has none */
	String value(NamedDraft refined, String value) {
		if (!(refined instanceof SignalDraft signal)) {
			return "";
		}
		boolean isNumber = signal.data == Data.REAL || signal.data == Data.INTEGER;
		return fixed(signal, value, signal.data, isNumber ? unit(signal) : null, null, null);
	}

	private String fixed(SignalDraft signal, String said, Data data, String unit, BigDecimal low, BigDecimal high) {
		if (said == null) {
			return "";
		}
		SignalKind kind = kind(signal);
		if (kind == SignalKind.SENSOR || kind == SignalKind.STATE) {
			return "";
		}
		String value = switch (data) {
			case REAL, INTEGER -> number(said, data, unit, low, high);
			case TRUTH -> said.strip().equalsIgnoreCase("true") ? "true" : said.strip().equalsIgnoreCase("false") ? "false" : null;
			case TEXT -> SignalText.quoted(said);
			case TIME, STATE, OTHER -> null;
		};
		if (value == null) {
			signal.notes.add("Value '%s' of '%s' is left out.".formatted(said, signal.name));
			return "";
		}
		return " = " + value;
	}

	private String number(String said, Data data, String unit, BigDecimal low, BigDecimal high) {
		try {
			BigDecimal number = new BigDecimal(said.strip());
			boolean outside = low != null && high != null && (number.compareTo(low) < 0 || number.compareTo(high) > 0);
			boolean broken = data == Data.INTEGER && number.stripTrailingZeros().scale() > 0;
			return outside || broken || !isWritable(number) ? null : texts.number(number) + (unit == null ? "" : " [" + unit + "]");
		} catch (NumberFormatException e) {
			return null;
		}
	}
}
