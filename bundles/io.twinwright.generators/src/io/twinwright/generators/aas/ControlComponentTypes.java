package io.twinwright.generators.aas;

import io.twinwright.core.structure.Point;
import io.twinwright.generators.aas.Subject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Control Component Type 2.0 (IDTA 02015-2-0-1) of types that have services or the state machine of a standard:
 * an interface for each such state machine, and the skills. The model names no error codes.
 */
final class ControlComponentTypes implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/ControlComponent/Type/";
	private static final Template TEMPLATE = new Template("control-component-type", "ControlComponentType",
			"https://admin-shell.io/idta/SubmodelTemplate/ControlComponentType/2/0", Meaning.ofSubmodel(IDS + "2/0"));
	private static final String INTERFACES = "Interfaces";

	private final Skills skills;

	ControlComponentTypes(Context context) {
		this.skills = new Skills(context);
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	/** @return a reference to the submodel of a type, or to what is in it */
	static Reference reference(String type, String... inside) {
		return References.submodel(TEMPLATE.id(type), References.collections(inside));
	}

	/** @return a reference to the interface that a state machine is */
	static Reference interfaceOf(String type, String idShort) {
		return reference(type, INTERFACES, idShort);
	}

	/** @return the {@code idShort}s of the interfaces by the names of their state machines */
	static Map<String, String> idShorts(Map<Point, String> profiles) {
		return IdShorts.of(profiles.keySet().stream().map(Point::name).toList());
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		Map<Point, String> profiles = ControlStates.profiles(subject);
		if (subject.kind() != Kind.TYPE || profiles.isEmpty() && !Skills.any(subject)) {
			return List.of();
		}
		Map<String, String> idShorts = idShorts(profiles);
		List<SubmodelElement> interfaces = new ArrayList<>();
		profiles.forEach((point, profile) -> interfaces.add(Elements.collection(idShorts.get(point.name()), Meaning.of(IDS + "Interface/2/0"),
				List.of(Elements.string("InterfaceProfile", Meaning.of(IDS + "Interface/Profile/2/0"), profile)))));
		return List.of(Elements.collection(INTERFACES, Meaning.of(IDS + "Interfaces/2/0"), interfaces),
				Elements.collection("Errors", Meaning.of(IDS + "Errors/2/0"), List.of()), skills.of(subject));
	}
}
