package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.SiriusMetamodels.kinds;
import static io.twinwright.tests.sirius.Viewpoint.get;
import static io.twinwright.tests.sirius.Viewpoint.list;
import static io.twinwright.tests.sirius.Viewpoint.name;
import static io.twinwright.tests.sirius.Viewpoint.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * Finds where Sirius would do something of its own accord that a text must not suffer: what has no tool for its deletion is deleted from the
 * model with all in it, even by the edge that only leads from it; a cell without a tool sets its feature to anything.
 */
final class Habits {
	/** What is tested elsewhere by what it does. */
	private static final Set<String> TOOLS = Set.of("SelectionWizardDescription", "EdgeCreationDescription", "DirectEditLabel", "ReconnectEdgeDescription",
			"DeleteElementDescription", "DoubleClickDescription", "ContainerDropDescription", "ToolDescription", "LabelEditTool", "CreateLineTool",
			"DeleteLineTool", "DeleteColumnTool");

	private final Viewpoint viewpoint;
	private final List<String> faults = new ArrayList<>();

	Habits(Viewpoint viewpoint) {
		this.viewpoint = viewpoint;
	}

	List<String> faults() {
		viewpoint.all("DiagramElementMapping").forEach(mapping -> require(!list(mapping, "deletionDescription").isEmpty(), mapping, "is deleted with its element"));
		viewpoint.all("LineMapping").forEach(line -> require(!list(line, "delete").isEmpty(), line, "is deleted with its element"));
		viewpoint.all("ElementColumnMapping").forEach(column -> require(!list(column, "delete").isEmpty(), column, "is deleted with its element"));
		viewpoint.all("CellUpdater").forEach(cell -> require(!list(cell, "directEdit").isEmpty() || text(cell, "canEdit").equals("aql:false"), cell,
				"lets anything be written"));
		viewpoint.all("EdgeMapping").forEach(this::checkEdge);
		viewpoint.all().stream().filter(tool -> kinds(tool).contains("AbstractToolDescription") || kinds(tool).contains("TableTool")).forEach(this::checkTool);
		viewpoint.all("For").filter(operation -> text(operation, "iteratorName").equals("refusal")).forEach(operation -> require(
				list(operation, "subModelOperations").stream().flatMap(dialog -> list(dialog, "buttons").stream())
						.anyMatch(button -> Boolean.TRUE.equals(get(button, "rollbackChangesOnClose"))), operation, "keeps what Sirius has changed itself"));
		viewpoint.all().forEach(this::checkNames);
		return faults;
	}

	private void require(boolean isSo, EObject object, String fault) {
		if (!isSo) {
			faults.add("%s '%s' %s".formatted(object.eClass().getName(), name(object), fault));
		}
	}

	private void checkEdge(EObject edge) {
		require(!list(edge, "sourceMapping").isEmpty() && !list(edge, "targetMapping").isEmpty(), edge, "leads from or to nothing");
		boolean isElement = Boolean.TRUE.equals(get(edge, "useDomainElement"));
		require(!text(edge, "targetFinderExpression").isEmpty() && isElement != text(edge, "sourceFinderExpression").isEmpty(), edge, "does not find its ends");
	}

	private void checkTool(EObject tool) {
		require(TOOLS.contains(tool.eClass().getName()), tool, "is a tool of which no test knows what it does");
		boolean isOfEdges = kinds(tool).contains("EdgeCreationDescription");
		require(!isOfEdges || !list(tool, "edgeMappings").isEmpty(), tool, "makes no edge");
		for (String use : List.of("DirectEditLabel labelDirectEdit", "DeleteElementDescription deletionDescription", "DoubleClickDescription doubleClickDescription",
				"ReconnectEdgeDescription reconnections", "ContainerDropDescription dropDescriptions")) {
			String[] words = use.split(" ");
			require(!kinds(tool).contains(words[0]) || viewpoint.all().stream().anyMatch(other -> list(other, words[1]).contains(tool)), tool, "is used by nothing");
		}
	}

	/** References go by name, so that of two with one name nobody knows which is meant. */
	private void checkNames(EObject object) {
		for (EReference reference : object.eClass().getEAllContainments()) {
			if (reference.isMany() && kinds(object).stream().noneMatch("EStringToStringMapEntry"::equals)) {
				Set<String> seen = new HashSet<>();
				list(object, reference.getName()).stream().filter(one -> !name(one).isEmpty()).filter(one -> !seen.add(name(one)))
						.forEach(one -> require(false, one, "has a name that another one has"));
			}
		}
	}
}
