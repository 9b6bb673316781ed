package io.twinwright.dsl.insert;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Model;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;

/** The enumerations of a file: those that it sees, and those that variables of a server need beyond them. */
public final class States {
	private final Map<String, Map<String, Integer>> seen = new LinkedHashMap<>();
	private final SignalText signals;
	private final Set<String> taken;
	private final List<String> declarations = new ArrayList<>();

	/** @param taken the names of declarations that a new one cannot have */
	public States(Model file, IScopeProvider scopes, SignalText signals, Set<String> taken) {
		this.signals = signals;
		this.taken = taken;
		for (IEObjectDescription description : scopes.getScope(file, TwinPackage.eINSTANCE.getEnumerationType_Enumeration()).getAllElements()) {
			if (EcoreUtil.resolve(description.getEObjectOrProxy(), file) instanceof Enumeration states && !states.eIsProxy()) {
				Map<String, Integer> numbers = new LinkedHashMap<>();
				StateNumbers.of(states).forEach((state, number) -> numbers.put(key(state.getLabel() == null ? state.getName() : state.getLabel()), number));
				seen.putIfAbsent(description.getName().toString(), numbers);
			}
		}
		taken.addAll(seen.keySet());
	}

	/** Letters and digits alone make the difference. */
	private static String key(String state) {
		return state.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	/** @return the declarations of new enumerations */
	public List<String> declarations() {
		return declarations;
	}

	/** @return the name of the enumeration with the states of a variable, declared if need be; null where none can say them */
	public String of(ServedVariable variable, String signal) {
		if (variable.states().isEmpty() || variable.states().values().stream().anyMatch(number -> number < 0)) {
			return null;
		}
		Map<String, Integer> wanted = new LinkedHashMap<>();
		variable.states().forEach((state, number) -> wanted.put(key(state), number));
		return seen.entrySet().stream().filter(known -> known.getValue().equals(wanted)).map(Map.Entry::getKey).findFirst()
				.orElseGet(() -> declare(variable, signal, wanted));
	}

	private String declare(ServedVariable variable, String signal, Map<String, Integer> wanted) {
		String own = variable.enumeration().isEmpty() || variable.enumeration().matches("U?Int(eger|16|32|64)|Number|S?Byte|Enumeration")
				? Character.toUpperCase(signal.charAt(0)) + signal.substring(1) : NewNames.of(variable.enumeration(), "States");
		String name = NewNames.free(own, taken);
		Set<String> names = new HashSet<>();
		StringBuilder literals = new StringBuilder();
		int next = 0;
		for (Map.Entry<String, Integer> state : variable.states().entrySet()) {
			String literal = NewNames.free(NewNames.of(state.getKey(), "state"), names);
			literals.append(' ').append(signals.name(literal)).append(literal.equals(state.getKey()) ? "" : " " + SignalText.quoted(state.getKey()))
					.append(state.getValue() == next ? "" : " = " + state.getValue());
			next = state.getValue() + 1;
		}
		declarations.add("enum " + signals.name(name) + " {" + literals + " }");
		seen.put(name, wanted);
		return name;
	}
}
