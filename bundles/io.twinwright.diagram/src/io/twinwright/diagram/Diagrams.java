package io.twinwright.diagram;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** The diagrams of one state of a project. Not thread safe, like the view of the model that it reads. */
public final class Diagrams {
	/** How many nodes, ports and edges a diagram has at most. */
	public static final int MOST_ELEMENTS = Budget.LIMIT;

	private final Facts facts;

	/**
	 * The diagram of the inside of a node.
	 *
	 * @param subject whose diagram it is: a part with braces of its own, a piece, or a type
	 * @param place the path of the position at which it is looked at, null for none
	 */
	public record Inner(NamedElement subject, String place) {
	}

	/**
	 * @param twin the project
	 * @param findings what the checker says about an element itself, not about what is in it
	 */
	public Diagrams(TwinModel twin, Function<EObject, List<Diagnostic>> findings) {
		this.facts = new Facts(twin, findings);
	}

	/** @return what there are diagrams of, in the order of files and text; parts with braces of their own after what they stand in */
	public List<NamedElement> subjects(DiagramKind kind) {
		List<NamedElement> subjects = new ArrayList<>();
		for (Declaration declaration : facts.twin().all(Declaration.class)) {
			if (isSubject(kind, declaration)) {
				subjects.add(declaration);
			}
			if (kind == DiagramKind.LINE && declaration instanceof Structure structure) {
				addParts(structure, subjects);
			}
		}
		return subjects;
	}

	private static void addParts(Structure around, List<NamedElement> subjects) {
		for (EObject element : around.getElements()) {
			if (element instanceof Part part && part.getName() != null && Insides.of(part, null) == part) {
				subjects.add(part);
				addParts(part, subjects);
			}
		}
	}

	/** @return the subject of that qualified name */
	public Optional<NamedElement> find(DiagramKind kind, String qualifiedName) {
		return subjects(kind).stream().filter(subject -> TwinModel.qualifiedName(subject).equals(qualifiedName)).findFirst();
	}

	static boolean isSubject(DiagramKind kind, NamedElement element) {
		return element.getName() != null && switch (kind) {
			case LINE -> (element instanceof Asset || element instanceof Type) && Insides.isDrawn((Structure) element)
					|| element instanceof Part part && Insides.of(part, null) == part;
			case SITE -> element instanceof Site;
			case RECIPE -> element instanceof Recipe recipe && !recipe.getSteps().isEmpty();
			case PARTNERS -> element instanceof Asset;
		};
	}

	/**
	 * @param subject one of the subjects of that kind
	 * @return what the diagram shows at first
	 */
	public Diagram of(DiagramKind kind, NamedElement subject) {
		return of(kind, subject, View.PLAIN);
	}

	/**
	 * @param subject one of the subjects of that kind
	 * @return what the diagram shows, never more than {@link #MOST_ELEMENTS}
	 */
	public Diagram of(DiagramKind kind, NamedElement subject, View view) {
		Diagram whole = switch (kind) {
			case LINE -> LineDiagram.of(facts, subject, view);
			case SITE -> SiteDiagram.of(facts, (Site) subject);
			case RECIPE -> RecipeDiagram.of(facts, (Recipe) subject);
			case PARTNERS -> PartnersDiagram.of(facts, (Asset) subject);
		};
		return Budget.kept(whole, view.focus());
	}

	/**
	 * @param subject of the diagram of a line
	 * @param node the id of a node in it, also in one that is expanded
	 * @return the diagram of its inside, empty where there is none
	 */
	public Optional<Inner> inner(NamedElement subject, View view, String node) {
		String prefix = TwinModel.qualifiedName(subject) + ".";
		if (!node.startsWith(prefix)) {
			return Optional.empty();
		}
		NamedElement inside = subject;
		Position place = Insides.place(facts.twin(), subject, view.place());
		for (String name : node.substring(prefix.length()).split("\\.")) {
			Part part = inside == null ? null : Insides.part((Structure) inside, name);
			if (part == null) {
				return Optional.empty();
			}
			place = place == null ? null : place.parts().stream().filter(inner -> inner.element() == part).findFirst().orElse(null);
			inside = Insides.of(part, place);
		}
		String path = place == null ? null : place.path();
		return Optional.ofNullable(inside).map(found -> new Inner(found, path));
	}

	/** @return the way to a diagram, from the outermost subject on; the subject itself is last */
	public List<Crumb> crumbs(NamedElement subject, View view) {
		return Insides.crumbs(facts.twin(), subject, view.place());
	}

	/** @return where an element is drawn, empty for nowhere */
	public Optional<Found> drawn(NamedElement element) {
		return Optional.ofNullable(Found.of(element));
	}

	/**
	 * @param words part of a name or label, in any case
	 * @param most how many are wanted at most
	 * @return what is drawn in some diagram and has these words, equal names first
	 */
	public List<Found> search(String words, int most) {
		return Found.search(facts.twin(), words, most);
	}
}
