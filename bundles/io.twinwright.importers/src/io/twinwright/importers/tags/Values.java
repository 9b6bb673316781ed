package io.twinwright.importers.tags;

import io.twinwright.core.address.ServedVariable.Data;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cells: data types as controllers and people call them, numbers, ranges, access. */
final class Values {
	private static final Map<String, Data> TYPES = types();
	private static final String NUMBER = "[-+]?\\d[\\d.,' \\u00a0]*(?:[eE][-+]?\\d{1,3})?|[-+]?[.,]\\d+";
	private static final Pattern RANGE = Pattern.compile("\\[?\\s*(" + NUMBER + ")\\s*(?:\\.\\.\\.?|…|~|–|—|-|bis|to|;|/|부터)\\s*(" + NUMBER + ")\\s*(\\S.*?)?\\s*]?");

	/** What is longer is neither a number nor a range nor a type, and would take its time. */
	private static final int LONGEST = 60;

	private Values() {
	}

	private static Map<String, Data> types() {
		Map<String, Data> types = new HashMap<>();
		List.of("bool", "boolean", "bit", "binary", "digital", "binär", "불", "부울", "논리", "di", "do").forEach(type -> types.put(type, Data.TRUTH));
		List.of("int", "integer", "sint", "dint", "lint", "usint", "uint", "udint", "ulint", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
				"uint64", "byte", "sbyte", "word", "dword", "lword", "qword", "short", "long", "llong", "ushort", "ulong", "bcd", "lbcd", "ganzzahl", "정수",
				"counter", "zähler", "카운터").forEach(type -> types.put(type, Data.INTEGER));
		List.of("real", "lreal", "float", "double", "float32", "float64", "single", "number", "analog", "ai", "ao", "gleitkomma", "실수", "아날로그")
				.forEach(type -> types.put(type, Data.REAL));
		List.of("string", "wstring", "char", "wchar", "text", "str", "zeichenkette", "문자열").forEach(type -> types.put(type, Data.TEXT));
		List.of("date", "datetime", "dateandtime", "dt", "dtl", "ldt", "utctime", "timestamp", "zeitstempel", "날짜", "시각").forEach(type -> types.put(type, Data.TIME));
		return Map.copyOf(types);
	}

	/** @return what values of a type are; OTHER for arrays, empty for a type that nobody knows */
	static Optional<Data> data(String type) {
		if (type.length() > LONGEST) {
			return Optional.empty();
		}
		if (type.matches("(?i).*(\\barray\\b|\\[\\d).*")) {
			return Optional.of(Data.OTHER);
		}
		String plain = type.replaceAll("[\\[(].*", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
		return Optional.ofNullable(TYPES.get(plain));
	}

	/** @return whether a type counts up */
	static boolean isCounter(String type) {
		return type.matches("(?i)counter|zähler|카운터");
	}

	/** @return whether a type is a length of time in milliseconds, as controllers have it */
	static boolean isDuration(String type) {
		return type.matches("(?i)time|s5time|ltime");
	}

	/** @return a number, with a comma or a point before its decimals, and whatever groups thousands; empty if it is none */
	static Optional<BigDecimal> number(String cell, boolean commas) {
		String digits = cell.replaceAll("[' \\u00a0]", "");
		if (digits.length() > LONGEST || !digits.matches("[-+]?[\\d.,]+([eE][-+]?\\d{1,3})?")) {
			return Optional.empty();
		}
		int comma = digits.lastIndexOf(',');
		int point = digits.lastIndexOf('.');
		boolean grouped = digits.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") && !commas;
		String plain = comma < 0 ? point >= 0 && digits.indexOf('.') < point ? digits.replace(".", "") : digits
				: grouped || comma < point ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
		try {
			return Optional.of(new BigDecimal(plain));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** A range with the unit behind it, empty for none. */
	record Range(BigDecimal low, BigDecimal high, String unit) {
	}

	/** @return a range as in "0..100", "-10 bis +50 °C" or "4-20 mA"; empty if it is none */
	static Optional<Range> range(String cell, boolean commas) {
		Matcher range = RANGE.matcher(cell);
		if (cell.length() > LONGEST || !range.matches()) {
			return Optional.empty();
		}
		Optional<BigDecimal> low = number(range.group(1), commas);
		Optional<BigDecimal> high = number(range.group(2), commas);
		String unit = range.group(3) == null ? "" : range.group(3).replaceAll("^\\[|\\]$", "").strip();
		return low.isEmpty() || high.isEmpty() ? Optional.empty() : Optional.of(new Range(low.get(), high.get(), unit));
	}

	/** @return whether something may be written; empty if the cell says neither */
	static Optional<Boolean> written(String access) {
		String plain = access.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
		if (List.of("rw", "readwrite", "w", "wo", "write", "writeonly", "lesenschreiben", "schreiben", "읽기쓰기", "쓰기", "output", "ausgang", "out", "출력")
				.contains(plain)) {
			return Optional.of(true);
		}
		return List.of("r", "ro", "read", "readonly", "lesen", "nurlesen", "읽기", "읽기전용", "input", "eingang", "in", "입력").contains(plain)
				? Optional.of(false) : Optional.empty();
	}
}
