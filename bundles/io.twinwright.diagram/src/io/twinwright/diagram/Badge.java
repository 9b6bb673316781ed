package io.twinwright.diagram;

import io.twinwright.core.diagnostic.Severity;
import java.util.List;

/**
 * A finding as it is shown on an element.
 *
 * @param severity how bad it is
 * @param code of the rule
 * @param message what the rule says
 */
public record Badge(Severity severity, String code, String message) {
	/** @return the worst severity of some badges, null for none */
	public static Severity worst(List<Badge> badges) {
		return badges.stream().map(Badge::severity).min(Severity::compareTo).orElse(null);
	}
}
