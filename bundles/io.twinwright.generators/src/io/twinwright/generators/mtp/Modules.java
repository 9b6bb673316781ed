package io.twinwright.generators.mtp;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Module;
import io.twinwright.generators.Findings;
import io.twinwright.model.Element;
import io.twinwright.model.Entry;
import io.twinwright.model.Identity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The process modules of a plant: what stands at a position and offers a service, or can be moved because it has a
 * footprint. Parts inside one that are no modules themselves belong to it.
 */
final class Modules {
	private static final String FIRST_VERSION = "1.0.0";
	private static final Set<SignalKind> ON_SERVERS = Set.of(SignalKind.SENSOR, SignalKind.ACTUATOR, SignalKind.STATE, SignalKind.PARAMETER);

	private final TwinModel twin;
	private final Edition edition;
	private final Findings findings;
	private final DataObjects dataObjects;

	Modules(TwinModel twin, Edition edition, Function<NamedElement, Optional<String>> comments, Findings findings) {
		this.twin = twin;
		this.edition = edition;
		this.findings = findings;
		this.dataObjects = new DataObjects(twin, edition, comments, findings);
	}

	/** @return the content of the package of each module, in the order of the text */
	List<ModuleContent> all() {
		List<Position> modules = twin.roots().stream().flatMap(root -> root.all().stream()).filter(Modules::isModule).toList();
		if (modules.isEmpty()) {
			findings.add(Rule.NOT_IN_MODULE_PACKAGE, "", "Nothing has a service or a footprint, so there is no module type package.");
		}
		return modules.stream().map(this::content).flatMap(Optional::stream).toList();
	}

	private static boolean isModule(Position position) {
		return position.type() != null && Module.of(position).footprint() != null || !services(position).isEmpty();
	}

	/** @return the services at a position, each once, the nearest first */
	private static List<Service> services(Position position) {
		List<Service> services = new ArrayList<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Service service && service.getName() != null
						&& services.stream().noneMatch(other -> other.getName().equals(service.getName()))) {
					services.add(service);
				}
			}
		}
		return services;
	}

	private Optional<ModuleContent> content(Position position) {
		String name = position.qualifiedName();
		List<Point> points = position.points().stream().filter(point -> !point.signal().isPrivate()).toList();
		if (points.stream().allMatch(point -> dataObjects.item(point).isEmpty())) {
			findings.add(Rule.NOT_IN_MODULE_PACKAGE, name,
					"'%s' has no module type package, because none of its signals is bound to an OPC UA server. Bind one.".formatted(name));
			return Optional.empty();
		}
		ServiceContents services = new ServiceContents(edition, dataObjects, findings, services(position), points);
		List<DataObject> objects = new ArrayList<>();
		List<ModuleContent.ServiceContent> offered = services.all(objects);
		points.stream().filter(point -> !services.isTaken(point)).forEach(point -> add(point, "", objects));
		position.parts().forEach(part -> addPart(part, part.name() + ".", objects));
		NamedElement described = position.type() != null ? position.type() : position.element();
		return Optional.of(new ModuleContent(name, described.getName(), dataObjects.description(described), version(position), objects, offered));
	}

	private void addPart(Position part, String prefix, List<DataObject> objects) {
		if (!isModule(part)) {
			part.points().stream().filter(point -> !point.signal().isPrivate()).forEach(point -> add(point, prefix, objects));
			part.parts().forEach(inner -> addPart(inner, prefix + inner.name() + ".", objects));
		}
	}

	private void add(Point point, String prefix, List<DataObject> objects) {
		Optional<Item> item = dataObjects.item(point);
		if (item.isPresent()) {
			dataObjects.signal(prefix + point.name(), point, item.get()).ifPresentOrElse(objects::add, () -> leaveOut(findings, point));
		} else if (ON_SERVERS.contains(point.kind())) {
			unbound(findings, point);
		}
	}

	/** Says that a signal is on no server that a package can name. */
	static void unbound(Findings findings, Point point) {
		findings.add(Rule.NOT_IN_MODULE_PACKAGE, point.qualifiedName(),
				"'%s' is left out of its module type package, because it is not bound to an OPC UA server. Bind it.".formatted(point.qualifiedName()));
	}

	/** Says that the standard has nothing for the values of a signal. */
	static void leaveOut(Findings findings, Point point) {
		String name = TwinModel.qualifiedName(point.signal());
		findings.add(Rule.NOT_IN_MODULE_PACKAGE, name,
				"'%s' is left out of module type packages. These have no data object for its values.".formatted(name));
	}

	/** @return the version that the identity gives, else the first */
	private static String version(Position position) {
		return position.layers().stream().flatMap(layer -> layer.getElements().stream()).filter(Identity.class::isInstance)
				.flatMap(identity -> ((Identity) identity).getEntries().stream()).filter(entry -> "SoftwareVersion".equals(entry.getKey()))
				.map(Entry::getText).filter(text -> text != null).findFirst().orElse(FIRST_VERSION);
	}

	/** @return the procedures of a service, in the order of the text */
	static List<Procedure> procedures(Service service) {
		return service.getElements().stream().filter(Procedure.class::isInstance).map(Procedure.class::cast)
				.filter(procedure -> procedure.getName() != null).toList();
	}
}
