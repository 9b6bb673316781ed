package io.twinwright.core.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import javax.measure.BinaryPrefix;
import javax.measure.MetricPrefix;
import javax.measure.Prefix;

import systems.uom.ucum.UCUM;
import tech.units.indriya.function.Calculus;
import tech.units.indriya.function.DefaultNumberSystem;

/**
 * The UCUM symbols. Values come from the constants of {@link UCUM}, found through the library's own table of symbols.
 * The library's formatter is not used: it would read all constants at once, and it looks them up by name from another
 * bundle, which OSGi forbids. What version 2.2 of the library lacks or has wrong against the table of UCUM 2.2 is in
 * {@code ucum-supplement.csv}: a constant of the library, a UCUM expression, or {@code own} and the name of a dimension
 * that nothing else has. Not known are homeopathic potencies, {@code [hnsf'U]}, {@code [p'diop]}, {@code %[slope]},
 * {@code [degRe]}, {@code bit_s} and {@code [m/s2/Hz^(1/2)]}.
 */
final class Atoms {
	private static final String CONSTANT = UCUM.class.getName() + '.';
	private static final String METRIC_PREFIX = MetricPrefix.class.getName() + '.';
	private static final String BINARY_PREFIX = BinaryPrefix.class.getName() + '.';
	private static final String OWN = "own ";
	/** The symbols without brackets for which the tables of UCUM say "metric: no" (§11). */
	private static final Set<String> NOT_METRIC = Set.of("%", "gon", "deg", "'", "''", "min", "h", "d", "wk", "mo", "mo_s",
			"mo_j", "mo_g", "a", "a_t", "a_j", "a_g", "AU", "atm", "Ao", "b", "att", "circ", "sph", "10*", "10^");
	/** The symbols in brackets for which they say "metric: yes". */
	private static final Set<String> METRIC_IN_BRACKETS = Set.of("[c]", "[h]", "[k]", "[eps_0]", "[mu_0]", "[e]", "[m_e]",
			"[m_p]", "[G]", "[g]", "[ly]", "[iU]", "[IU]");
	/** A binary logarithm in UCUM; the library has it as a multiple of bits. */
	private static final String NOT_LINEAR = "bit_s";
	/** The prefixes of the library that UCUM 2.2 does not have. */
	private static final Set<String> NOT_UCUM = Set.of("QUETTA", "QUECTO", "RONNA", "RONTO", "PEBI", "EXBI", "ZEBI", "YOBI");

	private final Map<String, String> constants = new TreeMap<>();
	private final Map<String, Ratio> prefixes = new TreeMap<>();
	private final Map<String, List<String>> supplement = new TreeMap<>();
	private final List<String> codes;
	private final Map<String, Atom> known = new ConcurrentHashMap<>();

	static {
		// Otherwise the library looks for it as a service, which costs time and depends on the class loader.
		Calculus.setCurrentNumberSystem(new DefaultNumberSystem());
	}

	Atoms() {
		for (Map.Entry<String, String> row : table("UCUMFormat_CS.properties").entrySet()) {
			String key = row.getKey();
			String symbol = row.getValue();
			String name = key.substring(key.lastIndexOf('.') + 1);
			if (key.equals(CONSTANT + name) && !NOT_LINEAR.equals(symbol) && !symbol.startsWith("10^")) {
				constants.put(symbol, name);
			} else if (key.equals(METRIC_PREFIX + name) && !NOT_UCUM.contains(name)) {
				prefixes.put(symbol, factor(MetricPrefix.valueOf(name)));
			} else if (key.equals(BINARY_PREFIX + name) && !NOT_UCUM.contains(name)) {
				prefixes.put(symbol, factor(BinaryPrefix.valueOf(name)));
			}
		}
		for (List<String> row : Csv.read("ucum-supplement.csv")) {
			supplement.put(row.getFirst(), row);
			constants.remove(row.getFirst());
		}
		List<String> all = new ArrayList<>(constants.keySet());
		all.addAll(supplement.keySet());
		all.sort(null);
		codes = List.copyOf(all);
	}

	/** @return one of the library's tables, from constants to symbols */
	private static Map<String, String> table(String name) {
		Properties properties = new Properties();
		try (InputStream in = UCUM.class.getResourceAsStream("format/" + name)) {
			properties.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Map<String, String> table = new HashMap<>();
		for (String key : properties.stringPropertyNames()) {
			table.put(key.strip(), properties.getProperty(key).strip());
		}
		return table;
	}

	private static Ratio factor(Prefix prefix) {
		return Ratio.of(prefix.getValue().longValue()).pow(prefix.getExponent());
	}

	/** @return the atom of a symbol with or without prefix, null if UCUM has no such symbol */
	Atom find(String symbol) {
		Atom atom = known.get(symbol);
		if (atom == null) {
			atom = isPlain(symbol) ? plain(symbol) : prefixed(symbol);
			if (atom != null) {
				known.put(symbol, atom);
			}
		}
		return atom;
	}

	private Atom plain(String symbol) {
		List<String> row = supplement.get(symbol);
		if (row != null) {
			return supplemented(symbol, row.get(1), row.get(2));
		}
		String constant = constants.get(symbol);
		return library(symbol, constant, readable(constant));
	}

	private Atom prefixed(String symbol) {
		for (Map.Entry<String, Ratio> prefix : prefixes.entrySet()) {
			if (symbol.startsWith(prefix.getKey())) {
				String rest = symbol.substring(prefix.getKey().length());
				if (isPlain(rest) && isMetric(rest)) {
					return find(rest).prefixed(prefix.getKey(), prefix.getValue());
				}
			}
		}
		return null;
	}

	private static boolean isMetric(String symbol) {
		return symbol.startsWith("[") ? METRIC_IN_BRACKETS.contains(symbol) : !NOT_METRIC.contains(symbol);
	}

	/** @return whether the symbol is one without prefix */
	boolean isPlain(String symbol) {
		return constants.containsKey(symbol) || supplement.containsKey(symbol);
	}

	/** @return the unit without prefix where a prefix makes a symbol illegal, as in {@code kh} */
	Optional<String> wronglyPrefixed(String symbol) {
		return prefixes.keySet().stream().filter(symbol::startsWith).map(prefix -> symbol.substring(prefix.length()))
				.filter(this::isPlain).findFirst();
	}

	private Atom supplemented(String code, String definition, String name) {
		if (definition.startsWith("UCUM.")) {
			return library(code, definition.substring("UCUM.".length()), name);
		}
		if (definition.startsWith(OWN)) {
			Dimension own = Dimension.base(definition.substring(OWN.length()));
			return new Atom(code, name, own, Ratio.ONE, Ratio.ZERO, false);
		}
		try {
			Unit unit = CodeReader.read(definition, this);
			return new Atom(code, name, unit.dimension(), unit.factor(), Ratio.ZERO, false);
		} catch (CodeException e) {
			throw new IllegalStateException("The definition of " + code + " is wrong.", e);
		}
	}

	private static Atom library(String code, String constant, String name) {
		try {
			Object unit = UCUM.class.getField(constant).get(null);
			return LibraryUnit.atom(code, name, (javax.measure.Unit<?>) unit);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException("The UCUM library has no unit " + constant + ".", e);
		}
	}

	/** @return {@code knot international} for {@code KNOT_INTERNATIONAL} */
	private static String readable(String constant) {
		return constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace(" us", " US");
	}

	/** @return the symbols that can be looked up, without prefixed ones, sorted */
	List<String> codes() {
		return codes;
	}

	/** @return the factors of the prefixes by symbol */
	Map<String, Ratio> prefixes() {
		return Collections.unmodifiableMap(prefixes);
	}

	/** @return the library's symbols for print by code; they are not unique */
	Map<String, String> printed() {
		Map<String, String> print = table("UCUMFormat_Print.properties");
		Map<String, String> printed = new HashMap<>();
		constants.forEach((code, name) -> printed.put(code, print.getOrDefault(CONSTANT + name, code)));
		return printed;
	}
}
