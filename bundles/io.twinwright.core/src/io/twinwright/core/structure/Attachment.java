package io.twinwright.core.structure;

import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Match;
import io.twinwright.model.TextKind;

/**
 * Where a signal is read and written.
 *
 * @param point the signal
 * @param binding the nearest binding: of the signal, its position, or one around it
 * @param way the browse path from the bound node to the position, with a {@code /} behind each name; null if the signal is bound itself
 */
public record Attachment(Point point, Binding binding, String way) {
	/** @return the browse path from the bound node down, names separated by {@code /}; empty if the signal is bound itself */
	public String relative() {
		return way == null ? "" : way + point.text(TextKind.NODE).orElseGet(() -> point.name().replace('.', '/'));
	}

	/** @return the server, broker or file */
	public Endpoint endpoint() {
		return binding.getEndpoint();
	}

	/** @return the node, topic or column of the binding, empty where it names none */
	public String address() {
		return binding.getAddress() == null ? "" : binding.getAddress();
	}

	/** @return whether the signal is found by its tag */
	public boolean byTag() {
		return binding.isSetMatch() && binding.getMatch() == Match.TAG;
	}

	/** @return the UCUM code of the unit on the wire */
	public String unit() {
		return binding.getUnit() != null && way == null ? binding.getUnit() : point.unit();
	}

	/**
	 * Whether the endpoint has the signal, so that it is read there. What is bound itself always is; below something
	 * bound, what is computed or fixed is not.
	 */
	public boolean isRead() {
		if (endpoint() == null || endpoint().eIsProxy()) {
			return false;
		}
		return way == null || switch (point.kind()) {
			case SENSOR, ACTUATOR, STATE, PARAMETER -> true;
			case PROPERTY -> point.value() == null || point.text(TextKind.NODE).isPresent();
			case INSIGHT -> point.text(TextKind.NODE).isPresent();
			case METER, SHARE -> false;
		};
	}
}
