package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.SiriusMetamodels.kinds;
import static io.twinwright.tests.sirius.Viewpoint.get;
import static io.twinwright.tests.sirius.Viewpoint.list;
import static io.twinwright.tests.sirius.Viewpoint.name;
import static io.twinwright.tests.sirius.Viewpoint.text;

import io.twinwright.tests.sirius.Typing.Type;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Which variables an expression of a viewpoint has, and of which types: as Sirius's metamodels and its own checker say. */
final class Scopes {
	private static final String VARIABLES = "http://www.eclipse.org/sirius/interpreted/expression/variables";

	private final Viewpoint viewpoint;
	private final Typing typing;

	Scopes(Viewpoint viewpoint, Typing typing) {
		this.viewpoint = viewpoint;
		this.typing = typing;
	}

	Map<String, Set<Type>> of(EObject owner, EStructuralFeature feature) {
		Map<String, Set<Type>> scope = new HashMap<>();
		EAnnotation annotation = feature.getEAnnotation(VARIABLES);
		if (annotation != null) {
			annotation.getDetails().forEach(entry -> scope.put(entry.getKey(), typing.named(entry.getValue().split("\\|")[0].strip())));
		}
		if (kinds(owner).contains("ContainerStyleDescription") || kinds(owner).contains("NodeStyleDescription")) {
			scope.put("view", typing.named("diagram.DDiagramElement"));
		}
		EObject tool = up(owner, "AbstractToolDescription", "TableTool");
		if (tool != null) {
			addVariables(scope, tool);
		}
		EObject widget = up(owner, "WidgetDescription");
		if (widget != null && !isInDialog(widget)) {
			addWidget(scope, widget);
		}
		scope.put("self", self(owner, feature.getName()));
		return scope;
	}

	private void addVariables(Map<String, Set<Type>> scope, EObject tool) {
		for (EObject variable : SiriusMetamodels.all(tool)) {
			if (kinds(variable).contains("AbstractVariable")) {
				String name = name(variable);
				scope.put(name, typing.named(name.endsWith("View") ? "viewpoint.DSemanticDecorator" : "ecore.EObject"));
			}
			if (kinds(variable).contains("EditMaskVariables")) {
				scope.put("arg0", typing.java(String.class));
			}
		}
		List<EObject> edges = kinds(tool).contains("EdgeCreationDescription") ? list(tool, "edgeMappings") : using(tool, "reconnections");
		if (!edges.isEmpty()) {
			scope.put("source", types(edges.stream().flatMap(edge -> list(edge, "sourceMapping").stream()).toList()));
			scope.put("target", types(edges.stream().flatMap(edge -> list(edge, "targetMapping").stream()).toList()));
		}
		if (scope.containsKey("element") && !kinds(tool).contains("SelectionWizardDescription")) {
			scope.put("element", toolSelf(tool));
		}
	}

	private void addWidget(Map<String, Set<Type>> scope, EObject widget) {
		Set<Type> group = typing.named(text(up(widget, "GroupDescription"), "domainClass"));
		String candidates = text(widget, "candidatesExpression");
		Set<Type> chosen = candidates.isEmpty() ? typing.java(String.class) : typing.of(Aql.parse(candidates), Map.of("self", group));
		scope.put("newValue", chosen);
		scope.put("candidate", chosen);
		scope.put("value", typing.of(Aql.parse(text(widget, "valueExpression")), Map.of("self", group)));
	}

	private Set<Type> self(EObject owner, String feature) {
		Set<String> kinds = kinds(owner);
		if (kinds.contains("ModelOperation") || isInDialog(owner) || kinds.contains("DialogButton")) {
			return operationSelf(owner);
		}
		if (kinds.contains("DiagramElementMapping")) {
			return mappingSelf(owner, feature);
		}
		if (kinds.contains("ValidationRule") || kinds.contains("RuleAudit")) {
			return typing.named(text(up(owner, "ValidationRule"), "targetClass"));
		}
		if (kinds.contains("DecorationDescription")) {
			return types(list(owner, "mappings"));
		}
		if (kinds.contains("AbstractToolDescription") || kinds.contains("TableTool")) {
			return toolSelf(owner);
		}
		EObject mapping = up(owner, "DiagramElementMapping");
		return mapping != null ? types(List.of(mapping)) : tableOrPageSelf(owner, feature);
	}

	private Set<Type> tableOrPageSelf(EObject owner, String feature) {
		Set<String> kinds = kinds(owner);
		if (kinds.contains("LineMapping") || kinds.contains("ElementColumnMapping")) {
			boolean isCandidates = feature.equals("semanticCandidatesExpression");
			return typing.named(text(isCandidates ? owner.eContainer() : owner, "domainClass"));
		}
		if (kinds.contains("FeatureColumnMapping")) {
			return feature.equals("headerLabelExpression") ? typing.named(text(owner.eContainer(), "domainClass")) : lines(owner);
		}
		if (kinds.contains("IntersectionMapping")) {
			return types(list(owner, "lineMapping"));
		}
		EObject up = owner;
		while (text(up, "domainClass").isEmpty()) {
			up = up.eContainer();
		}
		return typing.named(text(up, "domainClass"));
	}

	/** All lines of the table of a column. */
	private Set<Type> lines(EObject column) {
		return SiriusMetamodels.all(Viewpoint.representation(column)).stream().filter(object -> kinds(object).contains("LineMapping"))
				.flatMap(line -> typing.named(text(line, "domainClass")).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Set<Type> mappingSelf(EObject mapping, String feature) {
		if (feature.equals("semanticCandidatesExpression")) {
			Set<Type> around = new LinkedHashSet<>(around(mapping));
			for (String reuse : List.of("reusedBorderedNodeMappings", "reusedMappings")) {
				viewpoint.all().stream().filter(other -> list(other, reuse).contains(mapping)).forEach(other -> around.addAll(
						kinds(other).contains("Layer") ? typing.named(text(Viewpoint.representation(other), "domainClass")) : types(List.of(other))));
			}
			return around;
		}
		return types(List.of(mapping));
	}

	private Set<Type> around(EObject mapping) {
		EObject container = mapping.eContainer();
		return kinds(container).contains("DiagramElementMapping") ? types(List.of(container))
				: typing.named(text(Viewpoint.representation(mapping), "domainClass"));
	}

	/** What a model operation works on: what the one around it gives, else what the tool is used on. */
	private Set<Type> operationSelf(EObject operation) {
		for (EObject up = operation.eContainer(); up != null; up = up.eContainer()) {
			String expression = kinds(up).contains("For") ? "expression" : kinds(up).contains("ChangeContext") ? "browseExpression" : null;
			if (expression != null) {
				EStructuralFeature feature = up.eClass().getEStructuralFeature(expression);
				return typing.of(Aql.parse((String) up.eGet(feature)), of(up, feature));
			}
			if (kinds(up).contains("AbstractToolDescription") || kinds(up).contains("TableTool")) {
				return toolSelf(up);
			}
			if (kinds(up).contains("WidgetDescription")) {
				return typing.named(text(up(up, "GroupDescription"), "domainClass"));
			}
		}
		throw new IllegalArgumentException("An operation outside of tools: " + operation);
	}

	private Set<Type> toolSelf(EObject tool) {
		Set<String> kinds = kinds(tool);
		if (kinds.contains("SelectionWizardDescription") || kinds.contains("ToolDescription")) {
			return typing.named("ecore.EObject");
		}
		if (kinds.contains("LabelEditTool")) {
			return lines(tool.eContainer());
		}
		if (kinds.contains("CreateTool")) {
			return typing.named(text(Viewpoint.representation(tool), "domainClass"));
		}
		if (kinds.contains("DeleteTool")) {
			return types(list(tool, "mapping"));
		}
		if (kinds.contains("ContainerDropDescription")) {
			return types(list(tool, "mappings"));
		}
		if (kinds.contains("EdgeCreationDescription")) {
			return types(list(tool, "edgeMappings").stream().flatMap(edge -> list(edge, "sourceMapping").stream()).toList());
		}
		for (String use : List.of("labelDirectEdit", "deletionDescription", "doubleClickDescription", "reconnections")) {
			List<EObject> mappings = using(tool, use);
			if (!mappings.isEmpty()) {
				return types(mappings);
			}
		}
		throw new IllegalArgumentException("Nothing uses the tool '%s'".formatted(name(tool)));
	}

	private List<EObject> using(EObject tool, String feature) {
		return viewpoint.all().stream().filter(other -> list(other, feature).contains(tool)).toList();
	}

	/** What the views of some mappings stand for. */
	private Set<Type> types(List<EObject> mappings) {
		Set<Type> types = new LinkedHashSet<>();
		for (EObject mapping : mappings) {
			boolean isRelation = kinds(mapping).contains("EdgeMapping") && !Boolean.TRUE.equals(get(mapping, "useDomainElement"));
			types.addAll(isRelation ? types(list(mapping, "sourceMapping")) : typing.named(text(mapping, "domainClass")));
		}
		return types;
	}

	private static boolean isInDialog(EObject object) {
		EObject up = up(object, "DialogModelOperation");
		return up != null && up != object;
	}

	private static EObject up(EObject object, String... wanted) {
		for (EObject up = object; up != null; up = up.eContainer()) {
			for (String kind : wanted) {
				if (kinds(up).contains(kind)) {
					return up;
				}
			}
		}
		return null;
	}
}
