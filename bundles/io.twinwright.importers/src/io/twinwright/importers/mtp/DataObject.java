package io.twinwright.importers.mtp;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.quantity.PaUnits;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.Optional;

/** A data object of a module, such as an {@code AnaView}: its variables are literal values, or refer to variables of a server. */
final class DataObject {
	private static final String NO_DESCRIPTION = "None";

	private final CaexElement element;
	private final Variables variables;
	private final Family family;

	DataObject(CaexElement element, Variables variables) {
		this.element = element;
		this.variables = variables;
		this.family = Family.of(element.className());
	}

	CaexElement element() {
		return element;
	}

	Family family() {
		return family;
	}

	/** @return its name in the control system */
	String tag() {
		return element.value("TagName", "tag_name").orElse(element.name());
	}

	/** @return what it is, null if nobody says */
	String description() {
		String said = element.value("TagDescription", "tag_description").filter(text -> !text.equals(NO_DESCRIPTION)).orElse("");
		Optional<String> off = literal("VState0");
		Optional<String> on = literal("VState1");
		boolean isTrivial = off.equals(Optional.of("false")) && on.equals(Optional.of("true"));
		String states = off.isPresent() && on.isPresent() && !isTrivial ? "False: %s, true: %s.".formatted(off.get(), on.get()) : "";
		String both = said.isEmpty() ? states : states.isEmpty() ? said : said + ". " + states;
		return both.isEmpty() ? null : both;
	}

	/** @return whether it has a variable of a name, bound or not */
	boolean has(String variable) {
		return element.attributes().containsKey(variable);
	}

	/** @return whether a variable is one of a server */
	boolean isBound(String variable) {
		return variables.has(element.attribute(variable).value());
	}

	/** @return a value that the package itself gives */
	private Optional<String> literal(String variable) {
		CaexAttribute attribute = element.attribute(variable);
		return Optional.of(variables.has(attribute.value()) ? attribute.initial() : attribute.value())
				.map(text -> text.isEmpty() ? attribute.initial() : text).filter(text -> !text.isEmpty());
	}

	private Optional<BigDecimal> number(String variable) {
		return literal(variable).flatMap(text -> {
			try {
				BigDecimal number = new BigDecimal(text);
				return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
			} catch (NumberFormatException e) {
				return Optional.empty();
			}
		});
	}

	/** Fills a signal with what is known of one of the variables. */
	void fill(SignalDraft signal, Role role) {
		signal.kind = role.kind();
		signal.data = data(role);
		signal.tag = role.isMain() && !tag().equals(signal.name) ? tag() : null;
		signal.description = description();
		if (signal.data == Data.REAL || signal.data == Data.INTEGER) {
			unit(signal, role.quantity());
			range(signal, role);
			alarms(signal, role);
		}
	}

	private Data data(Role role) {
		return switch (role.values()) {
			case ANALOG -> Data.REAL;
			case BINARY -> Data.TRUTH;
			case TEXT -> Data.TEXT;
			case BY_CLASS -> byClass();
		};
	}

	private Data byClass() {
		String name = element.className();
		return name.contains("DInt") || name.contains("Dig") ? Data.INTEGER : name.contains("Bin") ? Data.TRUTH : name.contains("String") || name.equals("StrView") ? Data.TEXT : Data.REAL;
	}

	private void unit(SignalDraft signal, String quantity) {
		String variable = quantity + "Unit";
		Optional<BigDecimal> code = quantity.isEmpty() ? Optional.empty() : number(variable);
		if (code.isEmpty()) {
			if (!quantity.isEmpty() && isBound(variable)) {
				signal.notes.add("Its unit is a variable of the server and not in the package.");
			}
			return;
		}
		int number = code.get().intValue();
		PaUnits.of(number).ifPresentOrElse(unit -> signal.ucum = unit, () -> {
			if (!PaUnits.isNone(number)) {
				signal.notes.add("Its unit code %d is none that is known.".formatted(number));
			}
		});
	}

	/** What is written has limits of its own, what is read the scale. */
	private void range(SignalDraft signal, Role role) {
		if (role.quantity().isEmpty()) {
			return;
		}
		String limits = limits(role);
		Optional<BigDecimal> low = number(limits + "Min").or(() -> number(role.quantity() + "SclMin"));
		Optional<BigDecimal> high = number(limits + "Max").or(() -> number(role.quantity() + "SclMax"));
		if (low.isEmpty() || high.isEmpty()) {
			if (isBound(limits + "Min") || isBound(role.quantity() + "SclMin")) {
				signal.notes.add("Its range is a variable of the server and not in the package.");
			}
		} else if (low.get().compareTo(high.get()) == 0) {
			signal.notes.add("Its scale from %s to %s is empty.".formatted(low.get().toPlainString(), high.get().toPlainString()));
		} else {
			if (low.get().compareTo(high.get()) > 0) {
				signal.notes.add("Its scale runs from %s down to %s.".formatted(low.get().toPlainString(), high.get().toPlainString()));
			}
			signal.low = low.get().min(high.get());
			signal.high = low.get().max(high.get());
		}
	}

	/** Alarms are beyond warnings (VDI/VDE/NAMUR 2658-3, AnaMon); tolerances are no alarms. */
	private void alarms(SignalDraft signal, Role role) {
		if (role.isMain()) {
			alarm(signal, AlarmLevel.LOWLOW, "VAL");
			alarm(signal, AlarmLevel.LOW, "VWL");
			alarm(signal, AlarmLevel.HIGH, "VWH");
			alarm(signal, AlarmLevel.HIGHHIGH, "VAH");
		}
	}

	private void alarm(SignalDraft signal, AlarmLevel level, String variable) {
		boolean isOff = literal(variable + "En").filter(text -> text.equalsIgnoreCase("false") || text.equals("0")).isPresent();
		if (!isOff) {
			number(variable + "Lim").ifPresent(limit -> signal.alarms.put(level, limit));
		}
	}

	private static String limits(Role role) {
		if (role.kind() == SignalKind.SENSOR || role.kind() == SignalKind.STATE) {
			return role.quantity() + "Scl";
		}
		return role.variable().equals("SPMan") ? "SPMan" : role.quantity();
	}
}
