package io.twinwright.generators.aas;

import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Control Component Instance 2.0 (IDTA 02016-2-0-1) of pieces and positions whose type is a control component:
 * where the state machines of its type can be reached, by the asset interfaces, and the skills as they are here.
 */
final class ControlComponents implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/ControlComponent/Instance/";
	private static final Template TEMPLATE = new Template("control-component", "ControlComponentInstance",
			"https://admin-shell.io/idta/SubmodelTemplate/ControlComponent/Instance/2/0", Meaning.ofSubmodel(IDS + "2/0"));

	private final Skills skills;
	private final AssetInterfaces interfaces;
	private final Map<Type, Subject> types = new HashMap<>();

	ControlComponents(Context context, AssetInterfaces interfaces) {
		this.skills = new Skills(context);
		this.interfaces = interfaces;
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	/** What only an asset declares itself is no part of the component, which has a type. */
	@Override
	public List<SubmodelElement> elements(Subject subject) {
		if (subject.kind() == Kind.TYPE || subject.type() == null) {
			return List.of();
		}
		Subject type = types.computeIfAbsent(subject.type(), Subjects::of);
		Map<Point, String> profiles = ControlStates.profiles(type);
		if (profiles.isEmpty() && !Skills.any(type)) {
			return List.of();
		}
		String name = TwinModel.qualifiedName(subject.type());
		return List.of(Elements.collection("Endpoints", Meaning.of(IDS + "Endpoints/2/0"), endpoints(subject, name, profiles)),
				skills.of(subject), Elements.reference("Type", Meaning.of(IDS + "Type/2/0"), ControlComponentTypes.reference(name)));
	}

	private List<SubmodelElement> endpoints(Subject subject, String type, Map<Point, String> profiles) {
		Map<String, String> machines = ControlComponentTypes.idShorts(profiles);
		Map<Endpoint, List<Attachment>> attached = interfaces.attached(subject);
		Map<Endpoint, String> idShorts = AssetInterfaces.idShorts(attached.keySet());
		List<SubmodelElement> endpoints = new ArrayList<>();
		attached.forEach((endpoint, attachments) -> attachments.stream().map(each -> machines.get(each.point().name()))
				.filter(machine -> machine != null).forEach(machine -> endpoints.add(endpoint(machine,
						ControlComponentTypes.interfaceOf(type, machine),
						AssetInterfaces.reference(subject, References.collections(idShorts.get(endpoint)))))));
		return endpoints;
	}

	private static SubmodelElement endpoint(String idShort, Reference ofType, Reference here) {
		return Elements.collection(idShort, Meaning.of(IDS + "Endpoint/2/0"), List.of(
				Elements.reference("InterfaceReference", Meaning.of(IDS + "Endpoint/InterfaceReference/2/0"), ofType),
				Elements.reference("EndpointReference", Meaning.of(IDS + "Endpoint/Reference/2/0"), here)));
	}
}
