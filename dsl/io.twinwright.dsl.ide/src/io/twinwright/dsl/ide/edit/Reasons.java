package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.dsl.ide.navigation.Kinds;
import io.twinwright.model.Connection;
import io.twinwright.model.NamedElement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** Why an element stays as it is, for whoever changes texts or models in diagrams: what it is, why, and what to do instead. */
public final class Reasons {
	private static final int NAMED = 3;

	private Reasons() {
	}

	/** @return the name of an element; of a connection without one its ends */
	public static String name(EObject element) {
		return element instanceof NamedElement named && named.getName() != null ? named.getName() : element instanceof Connection connection
				&& ConnectionFit.isKnown(connection) ? ConnectionFit.ends(connection) : element == null ? "?" : element.eClass().getName();
	}

	/** @return that an element stands somewhere else than it is shown */
	public static String inherited(EObject element) {
		return "'%s' comes from '%s' and is the same wherever that is used. Change it there.".formatted(name(element),
				element.eContainer() instanceof NamedElement owner ? TwinModel.qualifiedName(owner) : name(element.eContainer()));
	}

	/** @return that an element cannot be deleted because of what uses it, by the nearest names */
	public static String used(EObject element, Collection<? extends EObject> users) {
		Set<String> names = new LinkedHashSet<>();
		users.forEach(user -> names.add(user(user)));
		String all = names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "");
		return "'%s' cannot be deleted: it is used by %s. Change that first.".formatted(name(element), all);
	}

	private static String user(EObject user) {
		EObject up = user;
		while (up != null && !(up instanceof NamedElement named && named.getName() != null)) {
			up = up.eContainer();
		}
		return up == null ? "'" + user.eResource().getURI().lastSegment() + "'" : Kinds.word(up) + " '" + TwinModel.qualifiedName((NamedElement) up) + "'";
	}

	/** @return that an element has no parts */
	public static String noParts(EObject element) {
		return "'%s' has no parts. Choose an asset or a type.".formatted(name(element));
	}

	/** @return that an element has no ports */
	public static String noPorts(EObject element) {
		return "'%s' has no ports. Choose an asset, a type or a site.".formatted(name(element));
	}

	/** @return that an element is not of the kind that is needed */
	public static String noneOf(EObject element, String what) {
		return "'%s' is no %s. Choose a %s.".formatted(name(element), what, what);
	}
}
