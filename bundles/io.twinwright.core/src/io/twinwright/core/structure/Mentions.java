package io.twinwright.core.structure;

import io.twinwright.model.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Where the paths of declarations lead that begin with assets: those of contracts, offers and bindings. */
public final class Mentions {
	private Mentions() {
	}

	/** @return whether a path in an element leads to one of some positions, or to something in it */
	public static boolean leadInto(TwinModel twin, EObject element, Collection<Position> positions) {
		List<EObject> all = new ArrayList<>(List.of(element));
		EcoreUtil.getAllProperContents(element, false).forEachRemaining(one -> all.add((EObject) one));
		return all.stream().filter(Path.class::isInstance).map(Path.class::cast).flatMap(path -> twin.resolve(path).stream())
				.anyMatch(found -> isIn(found, positions));
	}

	/** @return whether something is one of some positions, or in one of them at any depth */
	public static boolean isIn(Located found, Collection<Position> positions) {
		Position at = found instanceof Point point ? point.position() : (Position) found;
		for (Position up = at; up != null; up = up.parent()) {
			if (positions.contains(up)) {
				return true;
			}
		}
		return false;
	}
}
