package io.twinwright.generators.prometheus;

import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.UneceUnit;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of series, by the conventions of Prometheus: snake case, the unit behind, then {@code total} for counters. */
final class Names {
	private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
	private static final Pattern SEPARATORS = Pattern.compile("[. #/-]+");
	private static final Pattern OTHER = Pattern.compile("[^a-z0-9_]+");
	private static final Pattern LINES = Pattern.compile("__+");
	private static final Pattern ENDS = Pattern.compile("^_|_$");
	/** The units of a plant are few. */
	private static final Map<String, String> SUFFIXES = new ConcurrentHashMap<>();

	private Names() {
	}

	/** @return the series in which a signal is expected */
	static String series(Point point) {
		boolean counter = point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.COUNTER;
		return "twin_" + measured(point) + (counter ? "_total" : "");
	}

	/**
	 * @param level what is before the first colon
	 * @param window over which it is computed, null for none
	 * @return the series that a rule records (the recommended {@code level:metric:operations})
	 */
	static String recorded(String level, String name, String unit, String window) {
		return level + ":" + snake(name) + suffix(unit) + (window == null ? "" : ":" + window);
	}

	/** @return the name of a signal without its number, and its unit */
	private static String measured(Point point) {
		return snake(bare(point)) + suffix(point.unit());
	}

	/** @return the name at the position, without a number */
	static String bare(Point point) {
		return point.index() == 0 ? point.name() : point.name().substring(0, point.name().lastIndexOf('#'));
	}

	/** @return the name of an alert: the signal and the level in camel case */
	static String alert(Point point, String level) {
		StringBuilder name = new StringBuilder();
		for (String word : (bare(point) + "." + level).split("\\.")) {
			name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
		}
		return name.toString();
	}

	private static String suffix(String unit) {
		return unit == null ? "" : SUFFIXES.computeIfAbsent(unit, code -> {
			String words = Units.parse(code).unit().map(Names::words).orElse("");
			return words.isEmpty() ? "" : "_" + words;
		});
	}

	private static String words(Unit unit) {
		if (unit.code().equals("1")) {
			return "";
		}
		String name = unit.code().equals("Cel") ? "celsius"
				: Unece.of(unit).map(UneceUnit::description).map(Names::plural).orElse(unit.code().replace("/", " per "));
		return snake(name);
	}

	/** @return the first unit in its plural: litres per minute */
	private static String plural(String name) {
		String plain = name.replaceAll(" *[\\[(].*", "");
		if (plain.startsWith("reciprocal ")) {
			return "per " + plain.substring("reciprocal ".length());
		}
		int per = plain.indexOf(" per ");
		String first = per < 0 ? plain : plain.substring(0, per);
		boolean fixed = first.endsWith("s") || first.endsWith("hertz") || first.equals("percent");
		return first + (fixed ? "" : "s") + (per < 0 ? "" : plain.substring(per));
	}

	/** Letters that a series cannot have stand as their numbers. */
	private static String snake(String name) {
		if (name.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
			return name;
		}
		String split = SEPARATORS.matcher(HUMP.matcher(name).replaceAll("_")).replaceAll("_").toLowerCase(Locale.ROOT);
		Matcher other = OTHER.matcher(split);
		String legal = other.replaceAll(found -> {
			StringBuilder numbers = new StringBuilder("_u");
			found.group().codePoints().forEach(point -> numbers.append(Integer.toHexString(point)));
			return numbers.append('_').toString();
		});
		return ENDS.matcher(LINES.matcher(legal).replaceAll("_")).replaceAll("");
	}
}
