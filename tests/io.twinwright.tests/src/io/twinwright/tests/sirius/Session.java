package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.SiriusMetamodels.kinds;
import static io.twinwright.tests.sirius.Viewpoint.get;
import static io.twinwright.tests.sirius.Viewpoint.list;
import static io.twinwright.tests.sirius.Viewpoint.text;

import io.twinwright.dsl.project.Project;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.TwinPackage;
import io.twinwright.sirius.TwinFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Twin files in a plain set of resources, as Sirius has them, with diagrams drawn as a viewpoint says: views are objects of Sirius's own
 * metamodels. Draws and runs only what the viewpoint uses, and refuses the rest.
 */
final class Session {
	private static final String DIAGRAM = "diagram/1.1.0";

	private final Viewpoint viewpoint;
	private final Services services;
	private final ResourceSet files = new ResourceSetImpl();
	/** What dialogs have said, and what was opened. */
	final List<String> said = new ArrayList<>();
	final List<EObject> opened = new ArrayList<>();

	Session(Viewpoint viewpoint, Path folder) {
		this.viewpoint = viewpoint;
		this.services = ViewpointCheck.services(viewpoint);
		files.getResourceFactoryRegistry().getExtensionToFactoryMap().put("twin", new TwinFiles());
		try {
			Project.find(List.of(folder)).forEach(file -> files.getResource(URI.createFileURI(file.toString()), true));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	List<XtextResource> files() {
		return List.copyOf(files.getResources()).stream().map(XtextResource.class::cast).filter(file -> file.getURI().isFile()).toList();
	}

	Declaration declaration(String name) {
		return files().stream().map(file -> (Model) file.getContents().getFirst()).flatMap(model -> model.getElements().stream())
				.filter(Declaration.class::isInstance).map(Declaration.class::cast).filter(declaration -> name.equals(declaration.getName())).findFirst()
				.orElseThrow();
	}

	Object value(String expression, Map<String, ?> variables) {
		return services.value(expression, variables);
	}

	/** @return a diagram of a subject with all its views */
	EObject draw(String kind, NamedElement subject) {
		EObject description = viewpoint.all("DiagramDescription").filter(found -> kind.equals(Viewpoint.name(found))).findFirst().orElseThrow();
		EObject diagram = viewpoint.metamodels().create(DIAGRAM, "DSemanticDiagram");
		set(diagram, "target", subject);
		set(diagram, "description", description);
		List<EObject> layers = Stream.concat(list(description, "defaultLayer").stream(), list(description, "additionalLayers").stream()).toList();
		for (EObject layer : layers) {
			for (String mappings : List.of("containerMappings", "nodeMappings", "reusedMappings")) {
				list(layer, mappings).forEach(mapping -> addNodes(mapping, diagram, diagram, "ownedDiagramElements"));
			}
		}
		layers.forEach(layer -> list(layer, "edgeMappings").forEach(mapping -> addEdges(mapping, diagram)));
		return diagram;
	}

	private void addNodes(EObject mapping, EObject around, EObject diagram, String feature) {
		Object candidates = value(text(mapping, "semanticCandidatesExpression"), Map.of("self", get(around, "target"), "containerView", around, "diagram",
				diagram));
		for (Object candidate : (Collection<?>) candidates) {
			if (isOf(candidate, mapping)) {
				EObject view = viewpoint.metamodels().create(DIAGRAM, kinds(mapping).contains("ContainerMapping") ? "DNodeContainer" : "DNode");
				set(view, "target", candidate);
				set(view, "actualMapping", mapping);
				list(around, feature).add(view);
				list(mapping, "borderedNodeMappings").forEach(inner -> addNodes(inner, view, diagram, "ownedBorderedNodes"));
				list(mapping, "reusedBorderedNodeMappings").forEach(inner -> addNodes(inner, view, diagram, "ownedBorderedNodes"));
				list(mapping, "subContainerMappings").forEach(inner -> addNodes(inner, view, diagram, "ownedDiagramElements"));
			}
		}
	}

	private static boolean isOf(Object candidate, EObject mapping) {
		EClassifier type = TwinPackage.eINSTANCE.getEClassifier(text(mapping, "domainClass").replaceFirst("^model::", ""));
		return type.isInstance(candidate);
	}

	private void addEdges(EObject mapping, EObject diagram) {
		boolean isElement = Boolean.TRUE.equals(get(mapping, "useDomainElement"));
		List<EObject> sources = views(diagram, list(mapping, "sourceMapping"));
		List<EObject> targets = views(diagram, list(mapping, "targetMapping"));
		List<?> elements = isElement ? List.copyOf((Collection<?>) value(text(mapping, "semanticCandidatesExpression"), Map.of("self", get(diagram, "target"),
				"diagram", diagram))) : sources.stream().map(view -> get(view, "target")).distinct().toList();
		for (Object element : elements) {
			Map<String, Object> variables = Map.of("self", element, "diagram", diagram);
			List<?> from = isElement ? many(value(text(mapping, "sourceFinderExpression"), variables)) : List.of(element);
			List<?> to = many(value(text(mapping, "targetFinderExpression"), variables));
			sources.stream().filter(source -> from.contains(get(source, "target"))).forEach(source -> targets.stream()
					.filter(target -> to.contains(get(target, "target"))).forEach(target -> addEdge(mapping, (EObject) element, source, target, diagram)));
		}
	}

	private void addEdge(EObject mapping, EObject element, EObject source, EObject target, EObject diagram) {
		Map<String, Object> variables = Map.of("self", element, "diagram", diagram, "sourceView", source, "targetView", target);
		if (Boolean.TRUE.equals(value(text(mapping, "preconditionExpression"), variables))) {
			EObject edge = viewpoint.metamodels().create(DIAGRAM, "DEdge");
			set(edge, "target", element);
			set(edge, "actualMapping", mapping);
			set(edge, "sourceNode", source);
			set(edge, "targetNode", target);
			list(diagram, "ownedDiagramElements").add(edge);
		}
	}

	private static List<?> many(Object value) {
		return value instanceof Collection<?> many ? List.copyOf(many) : value == null ? List.of() : List.of(value);
	}

	/** @return the views of a diagram that some mappings made */
	static List<EObject> views(EObject diagram, List<EObject> mappings) {
		return SiriusMetamodels.all(diagram).stream().filter(view -> mappings.contains(get(view, "actualMapping"))).toList();
	}

	/** @return the views of a diagram by the name of their mapping */
	static List<EObject> views(EObject diagram, String mapping) {
		return SiriusMetamodels.all(diagram).stream().filter(view -> get(view, "actualMapping") instanceof EObject found
				&& mapping.equals(Viewpoint.name(found))).toList();
	}

	/** @return the style that holds for a view: the first whose condition does, else that of its mapping */
	EObject style(EObject view) {
		EObject mapping = (EObject) get(view, "actualMapping");
		return list(mapping, "conditionnalStyles").stream().filter(condition -> Boolean.TRUE.equals(value(text(condition, "predicateExpression"), variables(view))))
				.flatMap(condition -> list(condition, "style").stream()).findFirst().orElseGet(() -> list(mapping, "style").getFirst());
	}

	/** @return what an expression of a style gives for a view */
	Object styled(EObject view, EObject style, String feature) {
		return value(text(style, feature), variables(view));
	}

	String label(EObject view) {
		EObject style = style(view);
		return (String) styled(view, kinds(style).contains("EdgeStyleDescription") ? list(style, "centerLabelStyleDescription").getFirst() : style,
				"labelExpression");
	}

	private static Map<String, Object> variables(EObject view) {
		Map<String, Object> variables = new HashMap<>();
		variables.put("self", get(view, "target"));
		variables.put("view", view);
		return variables;
	}

	/** Runs the operations of a tool. */
	void run(EObject tool, EObject self, Map<String, ?> variables) {
		String feature = tool.eClass().getEStructuralFeature("initialOperation") == null ? "firstModelOperation" : "initialOperation";
		EObject first = list(tool, feature).getFirst();
		operate(feature.equals("initialOperation") ? list(first, "firstModelOperations").getFirst() : first, self, new HashMap<>(variables));
	}

	private void operate(EObject operation, EObject self, Map<String, Object> variables) {
		variables.put("self", self);
		switch (operation.eClass().getName()) {
			case "For" -> {
				for (Object each : many(value(text(operation, "expression"), variables))) {
					if (((EObject) each).eResource() == null) {
						throw new AssertionError("Sirius finds no session for what is in no file: " + each);
					}
					Map<String, Object> inner = new HashMap<>(variables);
					inner.put(text(operation, "iteratorName"), each);
					list(operation, "subModelOperations").forEach(sub -> operate(sub, (EObject) each, inner));
				}
			}
			case "Navigation" -> opened.add(self);
			case "DialogModelOperation" -> said.add((String) value(text(list(list(operation, "groups").getFirst(), "controls").getFirst(), "valueExpression"),
					variables));
			default -> throw new AssertionError("Not known here: " + operation.eClass().getName());
		}
	}

	private static void set(EObject object, String feature, Object value) {
		object.eSet(object.eClass().getEStructuralFeature(feature), value);
	}
}
