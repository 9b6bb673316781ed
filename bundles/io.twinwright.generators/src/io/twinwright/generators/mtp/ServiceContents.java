package io.twinwright.generators.mtp;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.generators.mtp.ModuleContent.ParameterContent;
import io.twinwright.generators.mtp.ModuleContent.ProcedureContent;
import io.twinwright.generators.mtp.ModuleContent.ServiceContent;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The services of a module. The state of a service is the signal of the states of the standard that stands in its braces,
 * has its name with {@code _state} after it, or is the only one of a module with one service; its command likewise, with
 * {@code _command}. A service without procedures has one of its own name, since each has at least one (VDI/VDE/NAMUR 2658-4).
 */
final class ServiceContents {
	private static final String STATES = "MtpState";
	private static final String COMMANDS = "MtpCommand";

	private final Edition edition;
	private final DataObjects dataObjects;
	private final Findings findings;
	private final List<Service> services;
	private final List<Point> points;
	private final Set<Point> taken = new HashSet<>();

	/** @param points the signals of the module, those in services included */
	ServiceContents(Edition edition, DataObjects dataObjects, Findings findings, List<Service> services, List<Point> points) {
		this.edition = edition;
		this.dataObjects = dataObjects;
		this.findings = findings;
		this.services = services;
		this.points = points;
	}

	/** @param objects takes the data objects of the services */
	List<ServiceContent> all(List<DataObject> objects) {
		return services.stream().map(service -> content(service, objects)).toList();
	}

	/** @return whether a signal is said as a part of a service */
	boolean isTaken(Point point) {
		return taken.contains(point) || services.stream().anyMatch(service -> point.name().startsWith(service.getName() + "."));
	}

	private ServiceContent content(Service service, List<DataObject> objects) {
		DataObject control = dataObjects.empty(service.getName(), "ServiceControl", service.getName(), dataObjects.description(service));
		boolean isSeen = control(service, control, STATES, "_state", SignalKind.STATE, edition.state());
		boolean isStarted = control(service, control, COMMANDS, "_command", SignalKind.ACTUATOR, "CommandExt");
		explain(service, isSeen, isStarted);
		objects.add(control);
		String prefix = service.getName() + ".";
		List<Procedure> declared = Modules.procedures(service);
		List<ProcedureContent> procedures = new ArrayList<>();
		for (Procedure procedure : declared) {
			procedures.add(procedure(procedure.getName(), dataObjects.description(procedure), procedures.size() + 1,
					lasts(procedure) || lasts(service), prefix + procedure.getName(), objects));
		}
		if (declared.isEmpty()) {
			procedures.add(procedure(service.getName(), "", 1, lasts(service), prefix + service.getName(), objects));
		}
		return new ServiceContent(service.getName(), control, parameters(prefix, "ConfigurationParameter", objects), procedures);
	}

	/** @return whether the signal is there */
	private boolean control(Service service, DataObject control, String enumeration, String ending, SignalKind kind, String variable) {
		List<Point> fit = points.stream().filter(point -> point.kind() == kind && point.signal().getType() instanceof EnumerationType states
				&& states.getEnumeration() != null && enumeration.equals(states.getEnumeration().getName())).toList();
		Optional<Point> found = fit.stream().filter(point -> isIn(point, service.getName() + ".")).findFirst()
				.or(() -> fit.stream().filter(point -> point.name().equals(service.getName() + ending)).findFirst())
				.or(() -> fit.size() == 1 && services.size() == 1 ? Optional.of(fit.getFirst()) : Optional.empty());
		Optional<Item> item = found.flatMap(dataObjects::item);
		item.ifPresent(known -> {
			control.items().put(variable, known);
			taken.add(found.orElseThrow());
		});
		return item.isPresent();
	}

	private void explain(Service service, boolean isSeen, boolean isStarted) {
		String name = TwinModel.qualifiedName(service);
		if (!isSeen) {
			findings.add(Rule.SERVICE_NOT_CONTROLLED, name,
					"Service '%s' has no state on a server, so a process orchestration does not see it. Declare '%s_state : MtpState' and bind it."
							.formatted(name, "state " + service.getName()));
		}
		if (!isStarted) {
			findings.add(Rule.SERVICE_NOT_CONTROLLED, name,
					"Service '%s' has no command on a server, so a process orchestration does not start it. Declare '%s_command : MtpCommand' and bind it."
							.formatted(name, "actuator " + service.getName()));
		}
	}

	private ProcedureContent procedure(String name, String description, int number, boolean endsByItself, String path, List<DataObject> objects) {
		DataObject health = null;
		if (edition.classes().has("ProcedureHealthView")) {
			health = dataObjects.empty(path, "ProcedureHealthView", path, description);
			objects.add(health);
		}
		return new ProcedureContent(name, description, number, endsByItself, health, parameters(path + ".", edition.procedureParameter(), objects));
	}

	/** What lasts a stated time ends by itself. */
	private static boolean lasts(ClauseHolder holder) {
		return Amounts.of(holder, MeasureKind.LASTS).isPresent();
	}

	private List<ParameterContent> parameters(String prefix, String className, List<DataObject> objects) {
		List<ParameterContent> parameters = new ArrayList<>();
		for (Point point : points) {
			if (isIn(point, prefix) && !taken.contains(point)) {
				Optional<Item> item = dataObjects.item(point);
				if (item.isPresent()) {
					object(point, item.get()).ifPresentOrElse(object -> {
						objects.add(object);
						parameters.add(new ParameterContent(point.name().substring(prefix.length()),
								item.get().written() ? className : edition.report(), object));
					}, () -> Modules.leaveOut(findings, point));
				} else if (point.kind() != SignalKind.INSIGHT && point.kind() != SignalKind.PROPERTY) {
					Modules.unbound(findings, point);
				}
			}
		}
		return parameters;
	}

	private Optional<DataObject> object(Point point, Item item) {
		return item.written() ? dataObjects.parameter(point.name(), point, item) : dataObjects.signal(point.name(), point, item);
	}

	/** @return whether a signal stands directly in some braces */
	private static boolean isIn(Point point, String prefix) {
		return point.name().startsWith(prefix) && point.name().indexOf('.', prefix.length()) < 0;
	}
}
