package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Palette;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Comments;
import io.twinwright.model.Asset;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;

/** What the text may say and a rule would find: that something stands in for a part and cannot. */
final class Misfits {
	private final ProjectState state;

	Misfits(ProjectState state) {
		this.state = state;
	}

	/** @return what may be created in the diagrams of a project */
	static Palette palette(ProjectState state) {
		return new Palette(state.twin(), Library.of(state.files().getFirst().getResourceSet()).declarations().values(), Comments::of);
	}

	/** @return why the first of some gestures does not fit, a sentence; empty if all do, or name what is not found */
	Optional<String> of(Collection<? extends Gesture> gestures) {
		return gestures.stream().map(this::of).flatMap(Optional::stream).findFirst();
	}

	private Optional<String> of(Gesture gesture) {
		return switch (gesture) {
			case Gesture.SetCover cover -> find(cover.part(), Part.class).flatMap(part -> find(cover.covered(), Part.class)
					.filter(covered -> covered != part).flatMap(covered -> palette(state).cover(part, covered)));
			case Gesture.AddStandby standby -> find(standby.part(), Part.class).flatMap(part -> find(standby.asset(), Asset.class)
					.flatMap(piece -> palette(state).standby(part, piece)));
			default -> Optional.empty();
		};
	}

	private <T extends NamedElement> Optional<T> find(String id, Class<T> kind) {
		for (XtextResource file : state.files()) {
			for (Iterator<EObject> all = file.getAllContents(); all.hasNext();) {
				EObject next = all.next();
				if (kind.isInstance(next) && kind.cast(next).getName() != null && TwinModel.qualifiedName(kind.cast(next)).equals(id)) {
					return Optional.of(kind.cast(next));
				}
			}
		}
		return Optional.empty();
	}
}
