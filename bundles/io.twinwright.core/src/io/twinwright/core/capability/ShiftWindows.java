package io.twinwright.core.capability;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Model;
import io.twinwright.model.Period;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Windows over shifts that have no shifts where they are computed. */
public final class ShiftWindows {
	private ShiftWindows() {
	}

	/** @return by window, the positions of the expanded plant at which no site with shifts is */
	public static Map<CalendarWindow, List<Position>> withoutShifts(TwinModel twin) {
		Map<Structure, List<CalendarWindow>> windows = new HashMap<>();
		Map<CalendarWindow, List<Position>> without = new LinkedHashMap<>();
		for (Model file : twin.files()) {
			TreeIterator<EObject> contents = EcoreUtil.getAllContents(file, true);
			while (contents.hasNext()) {
				if (contents.next() instanceof CalendarWindow window && window.getPeriod() == Period.SHIFT) {
					EObject holder = holder(window);
					if (holder instanceof Structure structure) {
						windows.computeIfAbsent(structure, key -> new ArrayList<>()).add(window);
					} else if (holder instanceof Contract contract && contract.getSubject() != null) {
						twin.resolve(contract.getSubject()).forEach(subject -> add(window, position(subject), without));
					}
				}
			}
		}
		if (!windows.isEmpty()) {
			twin.roots().forEach(root -> root.all().forEach(position -> position.layers().forEach(layer ->
					windows.getOrDefault(layer, List.of()).forEach(window -> add(window, position, without)))));
		}
		return without;
	}

	/** @return the contract, or the braces whose positions compute a window */
	private static EObject holder(CalendarWindow window) {
		EObject up = window.eContainer();
		while (up != null && !(up instanceof Contract) && (!(up instanceof Structure) || up instanceof Connection
				|| up instanceof Service || up instanceof Procedure)) {
			up = up.eContainer();
		}
		return up;
	}

	private static Position position(Located located) {
		return located instanceof Point point ? point.position() : (Position) located;
	}

	private static void add(CalendarWindow window, Position position, Map<CalendarWindow, List<Position>> without) {
		if (WorkCalendar.shifts(position.site()).isEmpty()) {
			without.computeIfAbsent(window, key -> new ArrayList<>()).add(position);
		}
	}
}
