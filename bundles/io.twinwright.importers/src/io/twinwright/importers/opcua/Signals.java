package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes signals and services of what was read. */
final class Signals {
	/** The properties of OPC 10000-9, 5.8.18. */
	private static final Map<String, AlarmLevel> LIMITS = Map.of("HighHighLimit", AlarmLevel.HIGHHIGH, "HighLimit", AlarmLevel.HIGH, "LowLimit", AlarmLevel.LOW,
			"LowLowLimit", AlarmLevel.LOWLOW);
	private static final String CURRENT = "CurrentState";
	private static final String STANDARD = "twin.std.";

	/** Names for ways: the last browse name where no other way ends with it, else with that of the group. */
	static final class Names {
		private final Map<String, Integer> ends = new HashMap<>();

		Names(Collection<List<String>> ways) {
			ways.forEach(way -> ends.merge(last(way), 1, Integer::sum));
		}

		String of(List<String> way) {
			return ends.getOrDefault(last(way), 0) < 2 || way.size() < 2 ? last(way) : way.get(way.size() - 2) + "_" + way.getLast();
		}
	}

	/** @return the browse name at the end of a way; of a state machine that of the machine */
	static String last(List<String> way) {
		return way.getLast().equals(CURRENT) && way.size() > 1 ? way.get(way.size() - 2) : way.getLast();
	}

	/**
	 * Adds a signal.
	 *
	 * @param way the browse names that lead to it from the object around it
	 */
	SignalDraft add(StructureDraft structure, String name, List<String> way, ServedValue value) {
		ServedVariable variable = value.variable();
		SignalDraft signal = structure.signal(name);
		signal.kind = SignalText.kind(variable);
		signal.data = variable.data() == Data.STATE && variable.states().isEmpty() ? Data.INTEGER : variable.data();
		signal.enumeration = variable.enumeration();
		signal.states.putAll(variable.states());
		signal.ucum = variable.unit();
		signal.low = variable.low();
		signal.high = variable.high();
		signal.every = value.every();
		signal.label = variable.label().isBlank() || variable.label().equals(variable.name()) ? null : variable.label();
		signal.description = value.description();
		signal.tag = value.properties().get("Tag");
		signal.semantic = value.properties().get("SemanticId");
		if (signal.kind == SignalKind.PROPERTY || signal.kind == SignalKind.PARAMETER) {
			signal.value = value.text();
		}
		if (way.stream().noneMatch(step -> step.isBlank() || step.contains("/"))) {
			signal.node.addAll(way);
		}
		if (variable.data() == Data.STATE && variable.states().isEmpty()) {
			signal.notes.add("'%s' is an integer, since nobody names its states.".formatted(name));
		}
		LIMITS.forEach((property, level) -> number(value.properties().get(property)).ifPresent(limit -> signal.alarms.put(level, limit)));
		return signal;
	}

	private static Optional<BigDecimal> number(String text) {
		try {
			return text == null ? Optional.empty() : Optional.of(new BigDecimal(text));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** Fills a service with what its object has: parameters, results, procedures and the name of its capability. */
	void service(ServiceDraft service, ServedObject object, Draft draft) {
		service.description = object.description();
		object.value("Capability").map(ServedValue::text).filter(text -> !text.isBlank()).ifPresent(text -> {
			CapabilityDraft capability = draft.capability(text, text.substring(text.lastIndexOf('.') + 1));
			capability.library = text.startsWith(STANDARD) ? text.substring(STANDARD.length()) : null;
			service.capability = capability;
		});
		parameters(service, object);
		object.objects().stream().filter(inner -> Ua.PROCEDURE_TYPE.equals(inner.type())).forEach(procedure -> parameters(service.procedure(procedure.name()), procedure));
	}

	private void parameters(StructureDraft structure, ServedObject object) {
		for (ServedValue value : object.values()) {
			if (!value.variable().space().equals(Ua.LIBRARY)) {
				SignalDraft signal = add(structure, value.variable().name(), List.of(value.variable().name()), value);
				signal.node.clear();
				signal.kind = signal.kind == SignalKind.ACTUATOR ? SignalKind.PARAMETER : signal.kind;
			}
		}
	}

	/** Fills a service with a method: its arguments are parameters of a capability of the same name. */
	void method(ServiceDraft service, ServedMethod method, Draft draft) {
		List<String> form = new ArrayList<>(List.of(method.name()));
		method.inputs().forEach(input -> form.add(input.name() + ":" + input.data()));
		CapabilityDraft capability = draft.capability("method " + String.join(",", form), method.name());
		if (capability.parameters.isEmpty()) {
			method.inputs().stream().filter(input -> input.data() != Data.OTHER).forEach(input -> capability.parameter(input.name()).data = input.data());
		}
		service.capability = capability;
		service.description = method.description();
		service.label = method.label().equals(method.name()) ? null : method.label();
		method.inputs().stream().filter(input -> input.data() == Data.OTHER).forEach(input -> service.notes.add(
				"Argument '%s' of '%s' is left out: its value is no single number, text or time.".formatted(input.name(), method.name())));
	}
}
