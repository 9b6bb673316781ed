package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Binding;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Cover;
import io.twinwright.model.End;
import io.twinwright.model.Import;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Refinement;
import io.twinwright.model.Segment;
import io.twinwright.model.Sequence;
import io.twinwright.model.TwinPackage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * What goes when some elements are deleted: connections of a part or port, bindings and refinements of it, and its mention in
 * clauses; a reserve stays where it is, and covers nothing any more. What says more than that about an element keeps it from being
 * deleted.
 */
final class Deletion {
	private final Work work;
	private final Set<EObject> gone = new LinkedHashSet<>();
	private final Map<Clause, Set<EObject>> mentions = new LinkedHashMap<>();
	private final Map<EObject, EObject> users = new LinkedHashMap<>();

	Deletion(Work work) {
		this.work = work;
	}

	void delete(Collection<String> ids) throws Refusal {
		work.scratch().requireWhole();
		for (String id : ids) {
			Tie tie = Tie.of(id).orElse(null);
			if (tie != null) {
				untie(tie, id);
			} else {
				Elements.Found found = work.elements().find(id);
				Headers.requireHere(found);
				if (id.matches(".*" + Elements.NUMBER)) {
					throw new Refusal("'%s' is one of several. Delete '%s', or change how often it is repeated.".formatted(id.substring(id.lastIndexOf('.') + 1), found.name()));
				}
				gone.add(found.element());
			}
		}
		int before;
		do {
			before = gone.size();
			users.clear();
			work.elements().files().forEach(this::look);
		} while (gone.size() > before);
		requireUnused();
		gone.forEach(work.changes()::cut);
		mentions.forEach(this::forget);
	}

	private void untie(Tie tie, String id) throws Refusal {
		switch (tie.kind()) {
			case BUNDLE, PARTNER -> throw Elements.noText();
			case PROVIDES, PROVIDER -> throw new Refusal("'%s' does the step because of what it can do. Change the step, or what the equipment provides."
					.formatted(tie.other()));
			case COVERS -> mention(work.elements().find(tie.at()), "covers", work.elements().find(tie.other()).element());
			case SEQUENCE -> mention(work.elements().find(tie.at()), "after", work.elements().find(tie.other()).element());
			case STANDBY -> mention(work.elements().find(tie.at()), "standby", work.elements().find(id).element());
		}
	}

	private void mention(Elements.Found found, String word, EObject mentioned) throws Refusal {
		List<Clause> clauses = found.element() instanceof Part && Headers.isOfPosition(word) ? Headers.said(found, word)
				: found.element() instanceof ClauseHolder holder ? Headers.all(holder, word) : List.of();
		for (Clause clause : clauses) {
			if (clause.eCrossReferences().contains(mentioned)) {
				if (clause.eContainer() == found.element()) {
					Headers.requireHere(found);
				} else if (clause.eContainer().eContainer() != found.home()) {
					throw Headers.elsewhere(found, word, clause);
				}
				mentions.computeIfAbsent(clause, key -> new LinkedHashSet<>()).add(mentioned);
				return;
			}
		}
		throw new Refusal("'%s' says no '%s' here. Change it where it is said.".formatted(found.name(), word));
	}

	/** Looks who in a file refers to what goes. */
	private void look(XtextResource file) {
		for (TreeIterator<EObject> all = EcoreUtil.getAllProperContents(file, true); all.hasNext();) {
			EObject owner = all.next();
			if (gone.contains(owner)) {
				all.prune();
				continue;
			}
			if (owner instanceof Import imported && gone.stream().anyMatch(element -> element instanceof NamedElement named
					&& TwinModel.qualifiedName(named).equals(imported.getImportedNamespace()))) {
				gone.add(imported);
			}
			for (EReference reference : owner.eClass().getEAllReferences()) {
				if (!reference.isContainment() && !reference.isContainer() && owner.eIsSet(reference)) {
					Object value = owner.eGet(reference);
					(value instanceof List<?> list ? List.copyOf(list) : List.of(value)).forEach(target -> refer(owner, (EObject) target));
				}
			}
		}
	}

	private void refer(EObject owner, EObject target) {
		EObject deleted = target;
		while (deleted != null && !gone.contains(deleted)) {
			deleted = deleted.eContainer();
		}
		if (deleted == null || isGoing(owner)) {
			return;
		}
		switch (owner) {
			case End end -> gone.add(end.eContainer());
			case Occupancy uses -> mentions.computeIfAbsent(uses, key -> new LinkedHashSet<>()).add(target);
			case Sequence sequence -> mentions.computeIfAbsent(sequence, key -> new LinkedHashSet<>()).add(target);
			case BayPlacement placement -> mentions.computeIfAbsent(placement, key -> new LinkedHashSet<>()).add(target);
			case Cover cover -> mentions.computeIfAbsent(cover, key -> new LinkedHashSet<>()).add(target);
			case Segment segment when segment.eContainer() instanceof Path path && path.eContainer() instanceof Binding binding -> gone.add(binding);
			case Segment segment when segment.eContainer() instanceof Path path && path.eContainer() instanceof Refinement refinement -> gone.add(refinement);
			default -> users.putIfAbsent(owner, deleted);
		}
	}

	private boolean isGoing(EObject element) {
		for (EObject up = element; up != null; up = up.eContainer()) {
			if (gone.contains(up)) {
				return true;
			}
		}
		return false;
	}

	private void requireUnused() throws Refusal {
		users.keySet().removeIf(this::isGoing);
		if (users.isEmpty()) {
			return;
		}
		EObject first = users.values().iterator().next();
		throw new Refusal(Reasons.used(first, users.entrySet().stream().filter(user -> user.getValue() == first).map(Map.Entry::getKey).toList()));
	}

	/** Takes some names out of the list of a clause, and the clause with the last one. */
	private void forget(Clause clause, Set<EObject> forgotten) {
		if (isGoing(clause)) {
			return;
		}
		EReference reference = switch (clause) {
			case Occupancy uses -> TwinPackage.eINSTANCE.getOccupancy_Assets();
			case Sequence sequence -> TwinPackage.eINSTANCE.getSequence_Steps();
			case Cover cover -> TwinPackage.eINSTANCE.getCover_Part();
			default -> TwinPackage.eINSTANCE.getBayPlacement_Bay();
		};
		List<?> values = clause.eGet(reference) instanceof List<?> list ? list : List.of(clause.eGet(reference));
		if (forgotten.containsAll(values)) {
			cut(clause);
			return;
		}
		List<INode> nodes = NodeModelUtils.findNodesForFeature(clause, reference);
		int start = -1;
		for (int i = 0; i < values.size(); i++) {
			boolean goes = forgotten.contains(values.get(i));
			// the first one goes with what follows up to the next, any other with what stands before it
			if (goes && i > 0 && start < 0) {
				work.changes().replace(clause, nodes.get(i - 1).getEndOffset(), nodes.get(i).getEndOffset(), "");
			} else if (goes && start < 0) {
				start = nodes.get(i).getOffset();
			} else if (!goes && start >= 0) {
				work.changes().replace(clause, start, nodes.get(i).getOffset(), "");
				start = -1;
			}
		}
	}

	private void cut(Clause clause) {
		EObject holder = clause.eContainer();
		if (holder instanceof Refinement refinement && refinement.getClauses().size() == 1 && refinement.getValue() == null) {
			work.changes().cut(refinement);
		} else {
			Headers.cut(work, clause);
		}
	}
}
