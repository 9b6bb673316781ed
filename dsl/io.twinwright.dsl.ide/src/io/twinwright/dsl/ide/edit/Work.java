package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Arrangement;
import io.twinwright.dsl.insert.TakenNames;
import io.twinwright.model.Model;
import io.twinwright.model.Recipe;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** What one gesture works on, one state of a project, and what comes of it. */
final class Work {
	private final Scratch scratch;
	private final TwinModel twin;
	private final Elements elements;
	private final Arrangement arrangement;
	private final Changes changes = new Changes();
	private final List<Function<Elements, String>> added = new ArrayList<>();

	Work(Scratch scratch) {
		this.scratch = scratch;
		this.twin = scratch.twin();
		this.elements = new Elements(scratch, twin);
		this.arrangement = new Arrangement(twin);
	}

	Scratch scratch() {
		return scratch;
	}

	TwinModel twin() {
		return twin;
	}

	Elements elements() {
		return elements;
	}

	/** @return why something cannot be arranged as it is wanted */
	Arrangement arrangement() {
		return arrangement;
	}

	Changes changes() {
		return changes;
	}

	/** Notes the id of something new. */
	void added(String id) {
		added.add(after -> id);
	}

	/** Notes something new whose id depends on what comes of the change. */
	void added(Function<Elements, String> id) {
		added.add(id);
	}

	/** @return the ids of what is new */
	List<String> added(Elements after) {
		return added.stream().map(id -> id.apply(after)).toList();
	}

	/** @throws Refusal for an element of the library */
	static void requireOwn(EObject element, String name) throws Refusal {
		if (Elements.isReadOnly(element)) {
			throw new Refusal("'%s' belongs to the library and stays as it is. Extend it by a type of your own.".formatted(name));
		}
	}

	/** @return the names that something new in braces cannot have */
	Set<String> taken(EObject braces) {
		if (braces instanceof Recipe recipe) {
			Set<String> names = new HashSet<>();
			recipe.getSteps().forEach(step -> names.add(step.getName()));
			return names;
		}
		List<Position> positions = twin.roots().stream().flatMap(root -> root.all().stream()).filter(position -> position.layers().contains(braces)).toList();
		return TakenNames.in((Structure) braces, twin.files(), positions);
	}

	/** @return the names that a new declaration in a file cannot have */
	Set<String> declared(Model file) {
		Set<String> names = TakenNames.beside(file, twin);
		scratch.library().forEach(declaration -> names.add(declaration.getName()));
		return names;
	}

	/** @return the file of an element */
	static Model file(EObject element) {
		return EcoreUtil2.getContainerOfType(element, Model.class);
	}
}
