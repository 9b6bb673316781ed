package io.twinwright.sirius;

import io.twinwright.dsl.ide.edit.Reasons;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.End;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;

/** Where elements are used in the files of a session, and what goes with them when they go. */
final class Uses {
	private Uses() {
	}

	/** @return what refers to an element or to something in it, from outside of it */
	static Set<EObject> of(EObject element) {
		Set<EObject> users = new LinkedHashSet<>();
		for (XtextResource file : Drawings.of(element).files()) {
			EcoreUtil.getAllContents(file, true).forEachRemaining(content -> {
				EObject user = (EObject) content;
				if (!EcoreUtil.isAncestor(element, user) && refersInto(user, element)) {
					users.add(user);
				}
			});
		}
		return users;
	}

	private static boolean refersInto(EObject user, EObject element) {
		for (EReference reference : user.eClass().getEAllReferences()) {
			if (!reference.isContainment() && !reference.isContainer() && user.eIsSet(reference)) {
				Object value = user.eGet(reference);
				List<?> targets = value instanceof List<?> list ? list : List.of(value);
				if (targets.stream().anyMatch(target -> target instanceof EObject other && EcoreUtil.isAncestor(element, other))) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Takes an element away, with the connections that end at it and the mentions as reserve, standby, place or step before.
	 *
	 * @return why it was not taken away, or an empty text
	 */
	static String remove(EObject element) {
		Map<EObject, EObject> going = new LinkedHashMap<>();
		List<EObject> waiting = new ArrayList<>(List.of(element));
		while (!waiting.isEmpty()) {
			EObject gone = waiting.removeFirst();
			for (EObject user : of(gone)) {
				EObject with = user instanceof End end && end.eContainer() instanceof Connection connection ? connection : user;
				boolean isMention = with instanceof Connection || with instanceof Cover || with instanceof Occupancy || with instanceof BayPlacement
						|| with instanceof Sequence;
				if (!isMention) {
					return Reasons.used(element, List.of(user));
				}
				if (going.put(with, gone) == null && with instanceof Connection) {
					waiting.add(with);
				}
			}
		}
		going.forEach(Uses::forget);
		EcoreUtil.remove(element);
		return "";
	}

	/** A list loses one of its names; what has no other name left goes whole. */
	private static void forget(EObject user, EObject gone) {
		List<? extends EObject> names = switch (user) {
			case Occupancy occupancy -> occupancy.getAssets();
			case Sequence sequence -> sequence.getSteps();
			default -> new ArrayList<>();
		};
		names.removeIf(name -> EcoreUtil.isAncestor(gone, name));
		if (names.isEmpty()) {
			EcoreUtil.remove(user);
		}
	}
}
