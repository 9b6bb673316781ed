package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Wiring;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;

/** The elements of one state of a project by the ids of diagrams. */
final class Elements {
	/** One of a repeated element. */
	static final String NUMBER = "#\\d+$";
	/** A utility of a site is drawn as a box of its own, with a port of this name. */
	private static final String AT_UTILITY = "out";

	private final Scratch scratch;
	private final Members members = new Members(Members.Cache.none());
	private final Map<String, Declaration> declarations = new LinkedHashMap<>();

	/**
	 * What an id leads to.
	 *
	 * @param home the innermost braces on the way that stand where the id says, and not in a type or piece that comes in between; of a
	 *        declaration its file
	 * @param way from there, the element itself last
	 */
	record Found(EObject element, EObject home, List<EObject> way, String id) {
		static Found of(Declaration declaration, String id) {
			return new Found(declaration, declaration.eContainer(), List.of(declaration), id);
		}

		/** @return whether it stands in other braces than those in whose diagram it is */
		boolean isInherited() {
			return way.size() > 1 || element.eContainer() != home;
		}

		/** @return what it is in: the element before it on the way */
		EObject around() {
			return way.size() > 1 ? way.get(way.size() - 2) : home;
		}

		/** @return where a text about it would stand */
		EObject context() {
			return isInherited() ? home : element;
		}

		/** @return what is found in this one under the next name */
		Found inner(EObject inner, String name) {
			List<EObject> longer = new ArrayList<>(isInherited() ? way : List.of());
			longer.add(inner);
			return new Found(inner, isInherited() ? home : element, longer, id + "." + name);
		}

		/** @return its name; of a connection without one its ends */
		String name() {
			return Reasons.name(element);
		}
	}

	Elements(Scratch scratch, TwinModel twin) {
		this.scratch = scratch;
		twin.all(Declaration.class).stream().filter(declaration -> declaration.getName() != null)
				.forEach(declaration -> declarations.putIfAbsent(TwinModel.qualifiedName(declaration), declaration));
		scratch.library().forEach(declaration -> declarations.putIfAbsent(TwinModel.qualifiedName(declaration), declaration));
	}

	/** @return the element of an id, with what is drawn beside another one as what it stands for */
	Found find(String id) throws Refusal {
		if (id == null) {
			throw new Refusal("Nothing is chosen. Choose an element first.");
		}
		Tie tie = Tie.of(id).orElse(null);
		Found found = tie == null ? lookUp(id) : switch (tie.kind()) {
			case STANDBY -> standby(tie);
			case PROVIDER -> lookUp(tie.other());
			case BUNDLE, PARTNER, PROVIDES, COVERS, SEQUENCE -> throw noText();
		};
		if (found == null) {
			scratch.requireWhole();
			throw new Refusal("'%s' is not in the text any more. Choose another element.".formatted(id));
		}
		if (found.element().eResource() instanceof XtextResource file && Scratch.isBroken(file)) {
			throw broken(file);
		}
		return found;
	}

	static Refusal broken(XtextResource file) {
		return new Refusal("The text of '%s' has syntax errors. Correct them first.".formatted(file.getURI().lastSegment()));
	}

	static Refusal noText() {
		return new Refusal("A tie has no text of its own. Choose one of the elements that it ties.");
	}

	private Found standby(Tie tie) {
		return lookUp(tie.at()) != null && declarations.get(tie.other()) instanceof Asset piece ? Found.of(piece, tie.other()) : null;
	}

	/** @return the element of an id of a kind */
	<T extends EObject> T find(String id, Class<T> kind, String what) throws Refusal {
		Found found = find(id);
		if (!kind.isInstance(found.element())) {
			throw new Refusal(Reasons.noneOf(found.element(), what));
		}
		return kind.cast(found.element());
	}

	/** @return the bay of an id */
	Bay bay(String id) throws Refusal {
		Bay bay = find(id, Bay.class, "bay");
		if (!(bay.eContainer() instanceof Site)) {
			throw new Refusal("Bay '%s' belongs to no site. Choose a bay of a site.".formatted(bay.getName()));
		}
		return bay;
	}

	/** @return the declaration of a qualified name */
	<T extends Declaration> T declaration(String name, Class<T> kind, String what) throws Refusal {
		Declaration found = declarations.get(name);
		if (found == null) {
			scratch.requireWhole();
		}
		if (!kind.isInstance(found)) {
			throw new Refusal("There is no %s '%s'. Choose another one.".formatted(what, name));
		}
		return kind.cast(found);
	}

	/** @return the declarations of a kind, those of the project first */
	<T extends Declaration> List<T> declarations(Class<T> kind) {
		return declarations.values().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/** An id is the qualified name of a declaration, and names of members or of a connection behind it. */
	private Found lookUp(String id) {
		for (int end = end(id, 0); end > 0; end = end < id.length() ? end(id, end + 1) : -1) {
			String head = id.substring(0, end);
			Declaration declaration = declarations.get(head);
			Found found = declaration == null ? null : end == id.length() ? Found.of(declaration, id) : below(Found.of(declaration, head), id.substring(end + 1));
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static int end(String id, int from) {
		int dot = id.indexOf('.', from);
		return dot < 0 ? id.length() : dot;
	}

	private Found below(Found owner, String rest) {
		if (owner.element() instanceof Port && rest.equals(AT_UTILITY)) {
			return owner;
		}
		int dot = rest.indexOf('.');
		String step = dot < 0 ? rest : rest.substring(0, dot);
		NamedElement member = member(owner, step.replaceFirst(NUMBER, ""));
		if (member != null && dot < 0) {
			return owner.inner(member, rest);
		}
		Found deeper = member == null ? null : below(owner.inner(member, step), rest.substring(dot + 1));
		return deeper != null || !(owner.element() instanceof Structure structure) ? deeper : new Wiring(structure).names().entrySet().stream()
				.filter(connection -> connection.getValue().equals(rest)).findFirst().map(connection -> owner.inner(connection.getKey(), rest)).orElse(null);
	}

	/** A member of a position may be one of the piece that fills it. */
	private NamedElement member(Found owner, String name) {
		if (owner.element() instanceof Recipe recipe) {
			return recipe.getSteps().stream().filter(step -> Objects.equals(step.getName(), name)).findFirst().orElse(null);
		}
		NamedElement found = members.find(owner.element(), name);
		return found != null || !(owner.element() instanceof Part) ? found : Headers.said(owner, UseKind.USES.getLiteral()).stream()
				.flatMap(uses -> ((Occupancy) uses).getAssets().stream()).map(piece -> members.find(piece, name)).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** @return whether nobody changes an element */
	static boolean isReadOnly(EObject element) {
		return element.eResource() != null && Library.contains(element.eResource().getURI());
	}

	/** @return the elements of a kind that stand in braces themselves, in the order of the text */
	static <T> List<T> own(Structure braces, Class<T> kind) {
		return braces.getElements().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/** @return the braces of an id, to which something is to be added: they stand where the id says, and belong to the project */
	Structure braces(String id) throws Refusal {
		Found found = find(id);
		if (!(found.element() instanceof Structure structure)) {
			throw new Refusal("'%s' has nothing inside. Choose an asset, a type or a part.".formatted(found.name()));
		}
		Headers.requireHere(found);
		return structure;
	}

	Collection<XtextResource> files() {
		return scratch.files();
	}
}
