package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Procedure;
import io.twinwright.model.Range;
import io.twinwright.model.Service;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The skills of a control component (IDTA 02015-2-0-1 and 02016-2-0-1): a skill for each procedure, or for a service without
 * procedures, with the parameters and results of both. Modes are those that the component reports; the template demands one,
 * which has no value where nobody reports any, and is a finding about the type.
 */
final class Skills {
	private static final String IDS = "https://admin-shell.io/idta/ControlComponent/Skill";
	private static final String PARAMETER = IDS + "/Parameter/2/0";

	private final Context context;

	Skills(Context context) {
		this.context = context;
	}

	/** @return whether anything can be started */
	static boolean any(Subject subject) {
		return subject.elements(Service.class).stream().anyMatch(service -> service.getName() != null);
	}

	/** @return the collection of all skills, perhaps empty */
	SubmodelElement of(Subject subject) {
		Map<String, NamedElement> skills = new LinkedHashMap<>();
		for (Service service : subject.elements(Service.class)) {
			List<Procedure> procedures = service.getElements().stream().filter(Procedure.class::isInstance).map(Procedure.class::cast)
					.filter(procedure -> procedure.getName() != null).toList();
			if (service.getName() != null && procedures.isEmpty()) {
				skills.putIfAbsent(service.getName(), service);
			} else if (service.getName() != null) {
				procedures.forEach(procedure -> skills.putIfAbsent(service.getName() + "." + procedure.getName(), procedure));
			}
		}
		Map<String, String> idShorts = IdShorts.of(skills.keySet());
		List<SubmodelElement> elements = new ArrayList<>();
		if (subject.kind() == Kind.TYPE && !skills.isEmpty() && ControlStates.modes(subject).isEmpty()) {
			context.findings().add(Rule.NO_MODE, subject.qualifiedName(),
					"The skills of '%s' have no mode, which the Control Component Type 2.0 demands. Declare a state that reports it, as in 'state operation : %s'."
							.formatted(subject.qualifiedName(), ControlStates.proposedMode(subject)));
		}
		skills.forEach((name, declared) -> {
			SubmodelElement skill = Elements.collection(idShorts.get(name), Meaning.of(IDS + "/2/0"), lines(subject, name));
			context.label(skill, declared, name);
			context.describe(skill, declared, subject.qualifiedName() + "." + name);
			elements.add(skill);
		});
		return Elements.collection("Skills", Meaning.of("https://admin-shell.io/idta/ControlComponent/Skills/2/0"), elements);
	}

	private List<SubmodelElement> lines(Subject subject, String skill) {
		return List.of(Elements.property("Disabled", meaning("Disabled"), DataTypeDefXsd.BOOLEAN, "false"),
				Elements.collection("Modes", meaning("Modes"), modes(subject)),
				Elements.collection("Parameters", meaning("Parameters"), parameters(subject, skill)),
				Elements.collection("Errors", meaning("Errors"), List.of()), Elements.collection("Uses", meaning("Uses"), List.of()));
	}

	private static Meaning meaning(String name) {
		return Meaning.of(IDS + "/" + name + "/2/0");
	}

	private static List<SubmodelElement> modes(Subject subject) {
		List<String> names = ControlStates.modes(subject);
		if (names.isEmpty()) {
			return List.of(Elements.string("Mode00", meaning("Mode"), null));
		}
		Map<String, String> idShorts = IdShorts.of(names);
		return names.stream().<SubmodelElement>map(name -> Elements.string(idShorts.get(name), meaning("Mode"), name)).toList();
	}

	/** What a service has holds for each of its procedures. */
	private List<SubmodelElement> parameters(Subject subject, String skill) {
		String service = skill.replaceFirst("\\..*", "");
		Map<String, Point> points = new LinkedHashMap<>();
		for (Point point : subject.points()) {
			int dot = point.name().lastIndexOf('.');
			String around = dot < 0 ? "" : point.name().substring(0, dot);
			if (around.equals(skill) || around.equals(service)) {
				points.put(point.name().substring(dot + 1), point);
			}
		}
		Map<String, String> idShorts = IdShorts.of(points.keySet());
		List<SubmodelElement> parameters = new ArrayList<>();
		points.forEach((name, point) -> {
			SubmodelElement parameter = Elements.collection(idShorts.get(name), context.concepts().of(point.signal()).in(PARAMETER), lines(point));
			context.label(parameter, point.signal(), name);
			parameters.add(parameter);
		});
		return parameters;
	}

	private List<SubmodelElement> lines(Point point) {
		DataTypeDefXsd type = Values.xsd(point.signal().getType());
		boolean isGiven = point.kind() == SignalKind.PARAMETER || point.kind() == SignalKind.ACTUATOR;
		return List.of(Elements.string("Direction", Meaning.of(IDS + "/Parameter/Direction/2/0"), isGiven ? "In" : "Out"),
				Elements.string("Type", Meaning.of(IDS + "/Parameter/Type/2/0"), name(type)),
				Elements.collection("Values", Meaning.of(IDS + "/Parameter/Values/2/0"), values(point, type)));
	}

	private static List<SubmodelElement> values(Point point, DataTypeDefXsd type) {
		List<SubmodelElement> values = new ArrayList<>();
		Optional<Range> range = point.range();
		range.map(said -> SignalData.bounds(said, point.unit())).ifPresent(bounds -> values.add(Elements.range("range", Meaning.NONE,
				bounds.type(type), bounds.lexical(bounds.low()), bounds.lexical(bounds.high()))));
		if (point.kind() == SignalKind.PARAMETER) {
			Values.of(point.value(), point.signal().getType()).ifPresent(value -> values.add(Elements.property("default", Meaning.NONE,
					type == DataTypeDefXsd.DECIMAL ? DataTypeDefXsd.STRING : type, value)));
		}
		return values;
	}

	private static String name(DataTypeDefXsd type) {
		return "xs:" + switch (type) {
			case DOUBLE -> "double";
			case INTEGER -> "integer";
			case UNSIGNED_LONG -> "unsignedLong";
			case BOOLEAN -> "boolean";
			case DATE_TIME -> "dateTime";
			case DECIMAL -> "decimal";
			default -> "string";
		};
	}
}
