package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.dsl.ide.edit.Edited.Changed;
import io.twinwright.dsl.ide.edit.Edited.Refused;
import io.twinwright.dsl.ide.rename.RenameRefused;
import io.twinwright.dsl.ide.rename.RenameRefused.Answer;
import io.twinwright.dsl.ide.rename.Renaming;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Connection;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.LineAndColumn;

/**
 * Makes changes of text of what users do in diagrams. Works on copies of the texts: the models of the caller are only read by
 * {@link #texts}, so that all else may be called by any thread; it does one thing after another. The copies are kept, and only
 * what has changed is parsed anew: who edits one project again and again keeps one object for it. Made by the injector of the
 * language.
 */
public final class Editing {
	private final Scratch scratch;
	@Inject
	private Additions additions;
	@Inject
	private Joining joining;
	@Inject
	private Headers headers;
	@Inject
	private Properties properties;
	@Inject
	private Pasting pasting;
	@Inject
	private Renaming renaming;
	@Inject
	private Spelling spelling;

	@Inject
	Editing(IResourceServiceProvider language) {
		this.scratch = new Scratch(language);
	}

	/** @return the texts of the project that a file belongs to, without the library; to be called where its model may be read */
	public static Map<URI, String> texts(XtextResource file) {
		Map<URI, String> texts = new HashMap<>();
		for (Resource resource : List.copyOf(file.getResourceSet().getResources())) {
			if (resource instanceof XtextResource other && other.getParseResult() != null && !Library.contains(other.getURI())) {
				texts.put(other.getURI(), Scratch.text(other));
			}
		}
		return texts;
	}

	/**
	 * Does some gestures, each on what comes of those before it, as one change.
	 *
	 * @param texts all files of the project
	 * @return the changes; refused if one of the gestures is, or if the texts would have new syntax or linking errors
	 */
	public synchronized Edited edit(Map<URI, String> texts, List<? extends Gesture> gestures) {
		try {
			scratch.take(texts);
			List<String> errors = scratch.errors();
			Map<URI, Draft> drafts = new HashMap<>();
			List<String> added = new ArrayList<>();
			for (Gesture gesture : gestures) {
				Work work = new Work(scratch);
				change(work, gesture);
				apply(work, texts, drafts);
				added.addAll(work.added(new Elements(scratch, scratch.twin())));
			}
			requireNoNew(errors);
			Map<String, FileChange> changes = new TreeMap<>();
			drafts.forEach((file, draft) -> {
				if (!draft.edits().isEmpty()) {
					changes.put(file.toString(), new FileChange(file, draft.edits()));
				}
			});
			return new Changed(List.copyOf(changes.values()), List.copyOf(added));
		} catch (Refusal refusal) {
			return new Refused(refusal.getMessage());
		}
	}

	private void apply(Work work, Map<URI, String> texts, Map<URI, Draft> drafts) throws Refusal {
		Map<URI, List<Edit>> steps = work.changes().steps();
		for (URI file : steps.keySet()) {
			for (XtextResource resource : scratch.files()) {
				if (resource.getURI().equals(file) && Scratch.isBroken(resource)) {
					throw Elements.broken(resource);
				}
			}
			Draft draft = drafts.computeIfAbsent(file, key -> new Draft(texts.get(key)));
			steps.get(file).forEach(draft::replace);
		}
		Map<URI, String> next = new LinkedHashMap<>(texts);
		drafts.forEach((file, draft) -> next.put(file, draft.text()));
		scratch.take(next);
	}

	/** Errors of a text are told apart by what they say: their places move. */
	private void requireNoNew(List<String> errors) throws Refusal {
		List<String> found = new ArrayList<>(scratch.errors());
		errors.forEach(found::remove);
		if (!found.isEmpty()) {
			throw new Refusal("This would break the text: %s".formatted(found.getFirst()));
		}
	}

	private void change(Work work, Gesture gesture) throws Refusal {
		switch (gesture) {
			case Gesture.AddPart part -> additions.part(work, part);
			case Gesture.AddPort port -> additions.port(work, port);
			case Gesture.AddAsset asset -> additions.asset(work, asset);
			case Gesture.AddSite site -> additions.site(work, site);
			case Gesture.AddBay bay -> additions.bay(work, bay);
			case Gesture.AddRecipe recipe -> additions.recipe(work, recipe);
			case Gesture.AddStep step -> additions.step(work, step);
			case Gesture.Connect connection -> joining.connect(work, connection);
			case Gesture.Reconnect connection -> joining.reconnect(work, connection);
			case Gesture.Precede order -> joining.precede(work, order);
			case Gesture.SetBuffer buffer -> headers.set(work, work.elements().find(buffer.connection()), "buffer", buffer.amount());
			case Gesture.SetStandby standby -> setStandby(work, standby);
			case Gesture.AddStandby standby -> addStandby(work, standby);
			case Gesture.SetCover cover -> setCover(work, cover);
			case Gesture.SetBay bay -> setBay(work, bay);
			case Gesture.Rename name -> rename(work, name.element(), name.name());
			case Gesture.SetProperty property -> setProperty(work, property);
			case Gesture.Delete deleted -> new Deletion(work).delete(deleted.elements());
			case Gesture.Paste paste -> pasting.paste(work, paste);
		}
	}

	private void setStandby(Work work, Gesture.SetStandby wanted) throws Refusal {
		Elements.Found part = work.elements().find(wanted.part());
		List<String> names = new ArrayList<>();
		for (String name : wanted.assets()) {
			names.add(spelling.reference(part.element(), TwinPackage.eINSTANCE.getOccupancy_Assets(), work.elements().declaration(name, Asset.class, "asset")));
		}
		headers.set(work, part, "standby", String.join(", ", names));
	}

	private void addStandby(Work work, Gesture.AddStandby wanted) throws Refusal {
		Elements.Found part = work.elements().find(wanted.part());
		String piece = spelling.reference(part.element(), TwinPackage.eINSTANCE.getOccupancy_Assets(), work.elements().declaration(wanted.asset(), Asset.class, "asset"));
		String before = properties.list(work, part).stream().filter(property -> property.key().equals("standby")).map(Property::text).findFirst()
				.orElseThrow(() -> new Refusal("'%s' is no part. Choose a part.".formatted(part.name())));
		if (List.of(before.split("\\s*,\\s*")).contains(piece)) {
			throw new Refusal("'%s' is standby of '%s' already.".formatted(piece, part.name()));
		}
		headers.set(work, part, "standby", before.isEmpty() ? piece : before + ", " + piece);
	}

	private void setCover(Work work, Gesture.SetCover wanted) throws Refusal {
		Elements.Found part = work.elements().find(wanted.part());
		Part covered = wanted.covered() == null ? null : work.elements().find(wanted.covered(), Part.class, "part");
		if (covered != null && !(part.around() instanceof Structure around && new Wiring(around).parts().contains(covered))) {
			throw new Refusal("'%s' does not stand beside '%s'. Choose a part that does.".formatted(covered.getName(), part.name()));
		}
		Set<EObject> seen = new HashSet<>();
		for (Part next = covered; next != null && seen.add(next); next = Wiring.covered(next)) {
			if (next == part.element()) {
				throw new Refusal("'%s' cannot be the reserve of itself. Choose another part.".formatted(part.name()));
			}
		}
		headers.set(work, part, "covers", covered == null ? null : spelling.name(covered.getName()));
	}

	private void setBay(Work work, Gesture.SetBay wanted) throws Refusal {
		Elements.Found part = work.elements().find(wanted.part());
		Bay bay = wanted.bay() == null ? null : Bays.find(work, wanted.bay());
		if (bay != null && part.element() instanceof Part moved && part.around() instanceof Structure around) {
			Bays.require(work, around, bay, moved, part.name());
		}
		headers.set(work, part, "in", bay == null ? null : spelling.name(bay.getName()));
	}

	private void rename(Work work, String id, String name) throws Refusal {
		Elements.Found found = work.elements().find(id);
		Work.requireOwn(found.element(), found.name());
		if (found.element() instanceof Connection connection && connection.getName() == null) {
			String fresh = spelling.fresh(name, "connection", work.taken(connection.eContainer()), ((NamedElement) connection.eContainer()).getName());
			int start = NodeModelUtils.findActualNodeFor(connection.getSource()).getOffset();
			work.changes().replace(connection, start, start, spelling.name(fresh) + " : ");
			work.added(found.id().substring(0, found.id().lastIndexOf(found.name())) + fresh);
			return;
		}
		Answer<Map<XtextResource, List<Edit>>> answer = RenameRefused.caught(() -> renaming.changes((NamedElement) found.element(), name));
		if (answer.refusal() != null) {
			throw new Refusal(answer.refusal().getMessage());
		}
		answer.value().forEach((file, edits) -> edits.forEach(edit -> work.changes().replace(file, edit)));
		String plain = name.strip().replaceFirst("^\\^", "");
		work.added(found.id().substring(0, found.id().lastIndexOf('.') + 1) + plain);
	}

	private void setProperty(Work work, Gesture.SetProperty wanted) throws Refusal {
		if (wanted.key().equals("name")) {
			rename(work, wanted.element(), wanted.text());
		} else {
			properties.set(work, work.elements().find(wanted.element()), wanted.key(), wanted.text());
		}
	}

	/** @return what can be set on an element, in a fixed order; none for an element that is not found */
	public synchronized List<Property> properties(Map<URI, String> texts, String element) {
		scratch.take(texts);
		Work work = new Work(scratch);
		try {
			return properties.list(work, work.elements().find(element));
		} catch (Refusal notFound) {
			return List.of();
		}
	}

	/** @return where the name of an element stands, or all of one that has none; empty for one that has no text of its own in the project */
	public synchronized Optional<Place> place(Map<URI, String> texts, String element) {
		scratch.take(texts);
		try {
			EObject found = new Work(scratch).elements().find(element).element();
			INode node = NodeModelUtils.findNodesForFeature(found, TwinPackage.eINSTANCE.getNamedElement_Name()).stream().findFirst()
					.orElseGet(() -> NodeModelUtils.findActualNodeFor(found));
			URI file = found.eResource() == null ? null : found.eResource().getURI();
			if (node == null || !texts.containsKey(file)) {
				return Optional.empty();
			}
			LineAndColumn begin = NodeModelUtils.getLineAndColumn(node, node.getOffset());
			return Optional.of(new Place(file, begin.getLine(), begin.getColumn(), node.getOffset(), node.getLength()));
		} catch (Refusal notFound) {
			return Optional.empty();
		}
	}

	/** @return the text of some elements with the connections between them, for {@link Gesture.Paste}; empty if none can be copied */
	public synchronized String copy(Map<URI, String> texts, Collection<String> elements) {
		scratch.take(texts);
		return Copying.copy(new Work(scratch), elements);
	}

	/** @return why a connection cannot be drawn between two ports, a sentence; empty if it can */
	public synchronized String refusal(Map<URI, String> texts, Gesture.Connect connection) {
		scratch.take(texts);
		try {
			joining.checked(new Work(scratch), connection);
			return "";
		} catch (Refusal refusal) {
			return refusal.getMessage();
		}
	}
}
