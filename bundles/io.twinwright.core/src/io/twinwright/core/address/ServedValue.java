package io.twinwright.core.address;

import io.twinwright.core.address.ServedObject.Presence;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A variable or property of an object, with what its own properties say.
 *
 * @param variable what a signal can be made of
 * @param isProperty whether it describes its object and is no part of it
 * @param description what its author says of it, empty for nothing
 * @param text its value as text; null where it has none, or is no single text, number or truth
 * @param every how often it is sampled at its source, in milliseconds; null where nobody says
 * @param presence whether each object of the type around it has it
 * @param properties its properties that have such a value, by their browse names
 */
public record ServedValue(ServedVariable variable, boolean isProperty, String description, String text, BigDecimal every, Presence presence,
		Map<String, String> properties) {
}
