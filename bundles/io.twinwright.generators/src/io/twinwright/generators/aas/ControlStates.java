package io.twinwright.generators.aas;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.States;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Literal;
import io.twinwright.model.SignalKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the states of a subject say of how it is controlled: by the states and modes of the library, which are those of standards. */
final class ControlStates {
	private static final Map<String, String> PROFILES = Map.of(
			"twin.std.PackML", "ISA-TR88.00.02 (PackML)",
			"twin.std.MtpState", "VDI/VDE/NAMUR 2658-4 (MTP)");
	private static final Set<String> MODES = Set.of("twin.std.PackMLMode", "twin.std.MachineryOperationMode", "twin.std.MtpOperationMode");

	private ControlStates() {
	}

	/** @return the state machines of a subject, each with the standard that it follows */
	static Map<Point, String> profiles(Subject subject) {
		Map<Point, String> profiles = new LinkedHashMap<>();
		for (Point point : subject.points()) {
			String profile = PROFILES.get(states(point));
			if (profile != null) {
				profiles.put(point, profile);
			}
		}
		return profiles;
	}

	/** @return the modes of the standard that a subject follows otherwise */
	static String proposedMode(Subject subject) {
		return subject.points().stream().anyMatch(point -> states(point).equals("twin.std.PackML")) ? "PackMLMode" : "MtpOperationMode";
	}

	/** @return the modes that a subject reports, none where it reports no mode */
	static List<String> modes(Subject subject) {
		return subject.points().stream().filter(point -> MODES.contains(states(point))).findFirst()
				.map(point -> States.of(point.signal().getType()).getLiterals().stream().map(Literal::getName).toList()).orElse(List.of());
	}

	private static String states(Point point) {
		Enumeration states = point.kind() == SignalKind.STATE ? States.of(point.signal().getType()) : null;
		return states == null || states.eIsProxy() ? "" : TwinModel.qualifiedName(states);
	}
}
