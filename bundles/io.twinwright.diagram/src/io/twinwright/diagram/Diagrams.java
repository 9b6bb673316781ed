package io.twinwright.diagram;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Declaration;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** The diagrams of one state of a project. Not thread safe, like the view of the model that it reads. */
public final class Diagrams {
	private final Facts facts;

	/**
	 * @param twin the project
	 * @param findings what the checker says about an element itself, not about what is in it
	 */
	public Diagrams(TwinModel twin, Function<EObject, List<Diagnostic>> findings) {
		this.facts = new Facts(twin, findings);
	}

	/** @return what there are diagrams of, in the order of files and text */
	public List<Declaration> subjects(DiagramKind kind) {
		return facts.twin().all(Declaration.class).stream().filter(declaration -> declaration.getName() != null && isDrawn(kind, declaration)).toList();
	}

	private static boolean isDrawn(DiagramKind kind, Declaration declaration) {
		return switch (kind) {
			case LINE -> (declaration instanceof Asset || declaration instanceof Type) && LineDiagram.isDrawn((Structure) declaration);
			case SITE -> declaration instanceof Site;
			case RECIPE -> declaration instanceof Recipe recipe && !recipe.getSteps().isEmpty();
			case PARTNERS -> declaration instanceof Asset;
		};
	}

	/**
	 * @param subject one of the subjects of that kind
	 * @return what the diagram shows
	 */
	public Diagram of(DiagramKind kind, Declaration subject) {
		return switch (kind) {
			case LINE -> LineDiagram.of(facts, (Structure) subject);
			case SITE -> SiteDiagram.of(facts, (Site) subject);
			case RECIPE -> RecipeDiagram.of(facts, (Recipe) subject);
			case PARTNERS -> PartnersDiagram.of(facts, (Asset) subject);
		};
	}
}
