package io.twinwright.core.structure;

import io.twinwright.model.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Where the paths of declarations lead that begin with assets: those of contracts, offers and bindings. */
public final class Mentions {
	private Mentions() {
	}

	/** @return whether a path in an element leads to one of some positions, or to something in it */
	public static boolean leadInto(TwinModel twin, EObject element, Collection<Position> positions) {
		return found(twin, element).anyMatch(found -> isIn(found, positions));
	}

	/** @return the positions to which the paths in an element lead, or in which something is to which they lead, at any depth */
	public static Set<Position> ledInto(TwinModel twin, EObject element) {
		Set<Position> positions = new LinkedHashSet<>();
		found(twin, element).forEach(found -> {
			for (Position up = position(found); up != null; up = up.parent()) {
				positions.add(up);
			}
		});
		return positions;
	}

	private static Stream<Located> found(TwinModel twin, EObject element) {
		List<EObject> all = new ArrayList<>(List.of(element));
		EcoreUtil.getAllProperContents(element, false).forEachRemaining(one -> all.add((EObject) one));
		return all.stream().filter(Path.class::isInstance).map(Path.class::cast).flatMap(path -> twin.resolve(path).stream());
	}

	private static Position position(Located found) {
		return found instanceof Point point ? point.position() : (Position) found;
	}

	/** @return whether something is one of some positions, or in one of them at any depth */
	public static boolean isIn(Located found, Collection<Position> positions) {
		for (Position up = position(found); up != null; up = up.parent()) {
			if (positions.contains(up)) {
				return true;
			}
		}
		return false;
	}
}
