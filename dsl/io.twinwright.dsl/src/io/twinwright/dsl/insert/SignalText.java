package io.twinwright.dsl.insert;

import com.google.inject.Inject;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.util.Strings;

/** The text of a signal that is made of a variable: kind, name, value type, range and node. */
public final class SignalText {
	private static final String BARE = "1";
	private static final int MOST_PLACES = 15;

	@Inject
	private TwinValueConverters converters;

	/** @return what a variable is to a twin: what is written is an actuator, or a parameter where nothing moves */
	public static SignalKind kind(ServedVariable variable) {
		return switch (variable.access()) {
			case Access.FIXED -> SignalKind.PROPERTY;
			case Access.SET -> SignalKind.PARAMETER;
			case Access.WRITTEN -> isWord(variable.data()) ? SignalKind.PARAMETER : SignalKind.ACTUATOR;
			case Access.READ -> variable.data() == Data.TEXT || !variable.states().isEmpty() ? SignalKind.STATE : SignalKind.SENSOR;
		};
	}

	private static boolean isWord(Data data) {
		return data == Data.TEXT || data == Data.TIME;
	}

	/**
	 * @param name of the signal, free in its braces
	 * @param states the name of the enumeration by which it is declared, null for none
	 * @param node the browse names that lead to it from the object around it; none where its name or a binding says it
	 */
	public String declaration(ServedVariable variable, String name, String states, List<String> node) {
		StringBuilder text = new StringBuilder(kind(variable).getLiteral()).append(' ').append(name(name));
		if (!variable.label().isBlank() && !variable.label().equals(variable.name()) && !variable.label().equals(name)) {
			text.append(' ').append(quoted(variable.label()));
		}
		text.append(" : ").append(type(variable, states));
		if (variable.low() != null && variable.high() != null) {
			text.append(" range ").append(number(variable.low())).append("..").append(number(variable.high()));
		}
		if (!node.isEmpty()) {
			text.append(" node ").append(quoted(String.join("/", node)));
		}
		return text.toString();
	}

	/** @return declarations of what can be a signal, without a place: states are numbers, and the node is the browse name */
	public List<String> declarations(List<ServedVariable> variables) {
		Set<String> taken = new HashSet<>();
		List<String> texts = new ArrayList<>();
		for (ServedVariable variable : variables) {
			if (variable.data() != Data.OTHER) {
				String name = NewNames.of(variable, taken);
				texts.add(declaration(variable, name, null, name.equals(variable.name()) ? List.of() : List.of(variable.name())));
			}
		}
		return texts;
	}

	/** @return the value type of a variable, by its enumeration where it has states */
	public String type(ServedVariable variable, String states) {
		String unit = variable.unit() == null ? "" : "[" + variable.unit() + "]";
		return switch (variable.data()) {
			case TRUTH -> "boolean";
			case INTEGER -> unit.isEmpty() || BARE.equals(variable.unit()) ? "integer" : "integer " + unit;
			case REAL -> unit.isEmpty() ? "real" : unit;
			case TEXT -> "string";
			case TIME -> "timestamp";
			case STATE -> states == null ? "integer" : converters.qualifiedName().toString(states);
			case OTHER -> throw new IllegalArgumentException("'%s' has no value of a signal.".formatted(variable.name()));
		};
	}

	/** @return a number as the language has it */
	public String number(BigDecimal number) {
		boolean isLongWithZeros = number.scale() < 0 && number.precision() - number.scale() <= MOST_PLACES;
		return converters.number().toString(isLongWithZeros ? number.setScale(0) : number);
	}

	/** @return a name as it must stand in a text */
	public String name(String name) {
		return converters.name().toString(name);
	}

	/** @return a text in quotes */
	public static String quoted(String text) {
		return '"' + Strings.convertToJavaString(text, false).replace("\\'", "'") + '"';
	}
}
