package io.twinwright.importers.mtp;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BoundDraft;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.ProcedureDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services of a module with their procedures (called strategies before 2019) and parameters (VDI/VDE/NAMUR 2658-4). */
final class Services {
	private static final Set<String> PROCEDURES = Set.of("ServiceStrategy", "ServiceProcedure", "Procedure");
	private static final List<String> STATE = List.of("StateCur", "CurrentState", "State");
	/** The states of a service, each a bit of its own from the third on. */
	private static final List<String> STATES = List.of("Stopped", "Starting", "Idle", "Paused", "Execute", "Stopping", "Aborting",
			"Aborted", "Holding", "Held", "Unholding", "Pausing", "Resuming", "Resetting", "Completing", "Completed");
	private static final int FIRST_STATE = 4;
	private static final List<String> COMMAND = List.of("CommandExt", "ControlExt");
	/** The commands to a service, each a bit of its own from the second on. */
	private static final List<String> COMMANDS = List.of("Reset", "Start", "Stop", "Hold", "Unhold", "Pause", "Resume", "Abort", "Restart",
			"Complete");
	private static final int FIRST_COMMAND = 2;

	private final Manifest manifest;
	private final Variables variables;
	private final Draft draft;
	private final TypeDraft type;
	private final AssetDraft asset;
	private final List<CaexElement> services;

	Services(Manifest manifest, Variables variables, Draft draft, TypeDraft type, AssetDraft asset) {
		this.manifest = manifest;
		this.variables = variables;
		this.draft = draft;
		this.type = type;
		this.asset = asset;
		this.services = manifest.elements().filter(element -> element.className().equals("Service")).toList();
	}

	/** @return the data objects of services, procedures and their parameters */
	Set<CaexElement> dataObjects() {
		Set<CaexElement> objects = Collections.newSetFromMap(new IdentityHashMap<>());
		services.stream().flatMap(CaexElement::all).forEach(element -> manifest.dataObject(element).ifPresent(objects::add));
		return objects;
	}

	void read() {
		services.forEach(this::service);
	}

	private void service(CaexElement element) {
		ServiceDraft service = type.service(Module.last(element.name()));
		draft.count("service");
		Optional<DataObject> control = object(element);
		control.ifPresent(object -> service.description = object.description());
		for (CaexElement child : element.children()) {
			if (isProcedure(child)) {
				procedure(service, element, child);
			} else if (child.kind() == CaexElement.Kind.INTERNAL) {
				parameter(service, List.of(service), child);
			}
		}
		service.capability = capability(service);
		control.ifPresent(object -> {
			state(service, object);
			command(service, object);
		});
	}

	/** The capability of a service has the parameters of the service and its procedures that are numbers, with their ranges. */
	private CapabilityDraft capability(ServiceDraft service) {
		String name = Character.toUpperCase(service.name.charAt(0)) + service.name.substring(1);
		CapabilityDraft capability = draft.capability("mtp:" + type.name + ":" + service.name, name);
		Set<String> added = new HashSet<>();
		Stream.concat(service.signals.stream(), service.procedures.stream().flatMap(procedure -> procedure.signals.stream()))
				.filter(signal -> signal.kind == SignalKind.PARAMETER && (signal.data == Data.REAL || signal.data == Data.INTEGER))
				.filter(signal -> added.add(signal.name)).forEach(signal -> {
					SignalDraft parameter = capability.parameter(signal.name);
					parameter.data = signal.data;
					parameter.ucum = signal.ucum;
					if (signal.low != null && signal.high != null) {
						service.bounds.add(new BoundDraft(parameter, signal.low, signal.high, null));
					}
				});
		return capability;
	}

	private static boolean isProcedure(CaexElement element) {
		return PROCEDURES.contains(element.className());
	}

	private void procedure(ServiceDraft service, CaexElement around, CaexElement element) {
		ProcedureDraft procedure = service.procedure(Module.last(element.name()));
		draft.count("procedure");
		List<String> sentences = new ArrayList<>();
		object(element).map(DataObject::description).or(() -> Optional.of(element.description()).filter(text -> !text.isEmpty()))
				.ifPresent(sentences::add);
		if (isTrue(element, "IsDefault")) {
			sentences.add("The default procedure.");
		}
		if (isTrue(element, "IsSelfCompleting")) {
			sentences.add("Ends by itself.");
		}
		String needed = element.value("RequiredParameters").map(ids -> manifest.byIds(ids)
				.filter(around.children()::contains).map(CaexElement::name).collect(Collectors.joining(", "))).orElse("");
		if (!needed.isEmpty()) {
			sentences.add("Needs " + needed + ".");
		}
		procedure.description = sentences.isEmpty() ? null : String.join(" ", sentences);
		element.children().stream().filter(child -> child.kind() == CaexElement.Kind.INTERNAL)
				.forEach(child -> parameter(procedure, List.of(service, procedure), child));
	}

	private static boolean isTrue(CaexElement element, String attribute) {
		return element.value(attribute).filter(text -> text.equalsIgnoreCase("true") || text.equals("1")).isPresent();
	}

	private Optional<DataObject> object(CaexElement element) {
		return manifest.dataObject(element).map(object -> new DataObject(object, variables));
	}

	/** A parameter, a value that is reported, or a value that is exchanged with other modules. */
	private void parameter(StructureDraft holder, List<NamedDraft> way, CaexElement element) {
		Optional<SignalKind> kind = kind(element.className());
		Optional<DataObject> object = object(element);
		if (kind.isEmpty() || object.isEmpty()) {
			holder.notes.add(kind.isEmpty() ? "'%s' is a '%s', which is no part of a service that is known.".formatted(element.name(), element.className())
					: "'%s' has no data object, so its values are not known.".formatted(element.name()));
			return;
		}
		Family family = object.get().family();
		Optional<Role> role = Role.of(family == Family.PARAMETER ? Family.PARAMETER : family).stream()
				.filter(each -> object.get().has(each.variable())).findFirst();
		if (role.isEmpty()) {
			holder.notes.add("'%s' (%s) has none of the variables of its kind.".formatted(element.name(), object.get().element().className()));
			return;
		}
		SignalDraft signal = holder.signal(Module.last(element.name()));
		object.get().fill(signal, role.get());
		signal.kind = signal.data == Data.TEXT && kind.get() == SignalKind.SENSOR ? SignalKind.STATE : kind.get();
		draft.count("parameter");
		List<NamedDraft> whole = new ArrayList<>(way);
		whole.add(signal);
		variables.bind(asset, List.copyOf(whole), object.get().element().attribute(role.get().variable()).value());
	}

	private static Optional<SignalKind> kind(String className) {
		return switch (className) {
			case "ConfigurationParameter", "ProcedureParameter", "StrategyParameter" -> Optional.of(SignalKind.PARAMETER);
			case "ReportValue", "ReportParameter", "ProcessValueOut" -> Optional.of(SignalKind.SENSOR);
			case "ProcessValueIn" -> Optional.of(SignalKind.ACTUATOR);
			default -> Optional.empty();
		};
	}

	/** The state of a service stands beside it, where feedback and insights find it. */
	private void state(ServiceDraft service, DataObject control) {
		Optional<String> variable = STATE.stream().filter(control::isBound).findFirst();
		if (variable.isEmpty()) {
			service.notes.add("The package names no variable for its state.");
			return;
		}
		SignalDraft state = control(service.name + "_state", SignalKind.STATE, "MtpState", STATES, FIRST_STATE);
		variables.bind(asset, List.of(state), control.element().attribute(variable.get()).value());
	}

	/** The command that a process orchestration writes. */
	private void command(ServiceDraft service, DataObject control) {
		COMMAND.stream().filter(control::isBound).findFirst().ifPresent(variable -> {
			SignalDraft command = control(service.name + "_command", SignalKind.ACTUATOR, "MtpCommand", COMMANDS, FIRST_COMMAND);
			variables.bind(asset, List.of(command), control.element().attribute(variable).value());
		});
	}

	private SignalDraft control(String name, SignalKind kind, String enumeration, List<String> literals, int first) {
		SignalDraft signal = type.signal(name);
		signal.kind = kind;
		signal.data = Data.STATE;
		signal.enumeration = enumeration;
		literals.forEach(each -> signal.states.put(each, first << signal.states.size()));
		draft.count("signal");
		return signal;
	}
}
