package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Capability;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Port;
import io.twinwright.model.Connection;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.nodeset.xml.UAObject;
import java.util.Optional;

/** Makes the objects of ports, connections, services and procedures. */
final class Holders {
	private final Run run;
	private final Draft draft;
	private final Variables variables;

	Holders(Run run, Draft draft, Variables variables) {
		this.run = run;
		this.draft = draft;
		this.variables = variables;
	}

	/**
	 * @param element a port, connection, service or procedure
	 * @param rule the modelling rule in a type, null at a position
	 */
	Made add(NamedElement element, NodeAddress address, Name name, Made parent, NodeAddress rule) {
		Made made = draft.add(new UAObject(), address, name, Run.display(element, name.text()), run.description(element),
				type(element), parent.address(), Standard.HAS_COMPONENT);
		variables.rule(made, rule);
		switch (element) {
			case Port port -> describe(port, made, rule);
			case Service service -> capability(service.getCapability()).ifPresent(capability -> variables.property(made,
					Std.name("Capability"), Standard.STRING, run.values().scalar("String", capability), rule));
			default -> {
				// Connections and procedures say nothing of themselves.
			}
		}
		return made;
	}

	private static NodeAddress type(NamedElement element) {
		return switch (element) {
			case Port port -> Std.PORT_TYPE;
			case Connection connection -> Std.CONNECTION_TYPE;
			case Service service -> Std.SERVICE_TYPE;
			case Procedure procedure -> Std.PROCEDURE_TYPE;
			default -> Standard.BASE_OBJECT_TYPE;
		};
	}

	private static Optional<String> capability(Capability capability) {
		return Optional.of(capability == null || capability.getName() == null ? "" : TwinModel.qualifiedName(capability));
	}

	private void describe(Port port, Made made, NodeAddress rule) {
		variables.property(made, Std.name("Direction"), Std.PORT_DIRECTION,
				run.values().scalar("Int32", Integer.toString(port.getDirection().getValue())), rule);
		String medium = port.getMedium() == null || port.getMedium().getName() == null ? ""
				: TwinModel.qualifiedName(port.getMedium());
		variables.property(made, Std.name("Medium"), Standard.STRING, run.values().scalar("String", medium), rule);
		port.getClauses().stream().filter(Measure.class::isInstance).map(Measure.class::cast)
				.filter(measure -> measure.getKind() == MeasureKind.CAPACITY)
				.flatMap(measure -> Quantities.of(measure.getValue(), "1").stream()).findFirst()
				.ifPresent(capacity -> {
					Made variable = variables.variable(made, Std.name("Capacity"), Standard.DOUBLE, Standard.ANALOG_UNIT_TYPE,
							run.values().number("Double", capacity.number()));
					variables.rule(variable, rule);
					variables.property(variable, Name.ua("EngineeringUnits"), Standard.EU_INFORMATION,
							run.values().unit(capacity.unit()), rule);
				});
	}
}
