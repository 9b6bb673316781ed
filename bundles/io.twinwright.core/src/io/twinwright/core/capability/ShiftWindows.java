package io.twinwright.core.capability;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Offer;
import io.twinwright.model.Path;
import io.twinwright.model.Procedure;
import io.twinwright.model.Scenario;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Structure;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;

/** Windows over shifts that have no shifts where they are computed. */
public final class ShiftWindows {
	private ShiftWindows() {
	}

	/** @return the positions of the expanded plant that have the elements of some braces, by the braces */
	public static Map<Structure, List<Position>> positions(TwinModel twin) {
		Map<Structure, List<Position>> positions = new HashMap<>();
		twin.roots().forEach(root -> root.all().forEach(position -> position.layers()
				.forEach(layer -> positions.computeIfAbsent(layer, key -> new ArrayList<>()).add(position))));
		return positions;
	}

	/**
	 * @param positions as of {@link #positions}
	 * @return where a window over shifts is computed though no site with shifts is there
	 */
	public static List<Position> withoutShifts(CalendarWindow window, TwinModel twin, Map<Structure, List<Position>> positions) {
		List<Position> computed = switch (holder(window)) {
			case Structure structure -> positions.getOrDefault(structure, List.of());
			case Contract contract -> positions(contract.getSubject(), twin);
			case Scenario scenario -> positions(scenario.getSubject(), twin);
			case Signal share -> sources(share, twin);
			case null, default -> List.of();
		};
		return computed.stream().filter(position -> WorkCalendar.shifts(position.site()).isEmpty()).toList();
	}

	/** @return the contract, scenario or share, or the braces whose positions compute a window */
	private static EObject holder(CalendarWindow window) {
		EObject up = window.eContainer();
		while (up != null && !(up instanceof Contract) && !(up instanceof Scenario) && !(up.eContainer() instanceof Offer)
				&& (!(up instanceof Structure) || up instanceof Connection || up instanceof Service || up instanceof Procedure)) {
			up = up.eContainer();
		}
		return up;
	}

	private static List<Position> positions(Path subject, TwinModel twin) {
		return subject == null ? List.of() : twin.resolve(subject).stream().map(ShiftWindows::position).toList();
	}

	/** A share has no place of its own; its shifts are those of what it reads. */
	private static List<Position> sources(Signal share, TwinModel twin) {
		List<Position> sources = new ArrayList<>();
		TreeIterator<EObject> contents = share.eAllContents();
		while (contents.hasNext()) {
			if (contents.next() instanceof ValueOf value && value.getPath() != null) {
				sources.addAll(positions(value.getPath(), twin));
			}
		}
		return sources;
	}

	private static Position position(Located located) {
		return located instanceof Point point ? point.position() : (Position) located;
	}
}
