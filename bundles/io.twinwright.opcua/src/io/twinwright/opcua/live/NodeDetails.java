package io.twinwright.opcua.live;

import io.twinwright.core.address.ServedVariable;

/**
 * What a server says of a variable.
 *
 * @param variable what a signal can be made of
 * @param value its value now, for people; the name of its status where that is bad
 * @param dataType the name of its data type
 * @param unit its unit as the server spells it, empty if it has none
 * @param access {@code R}, {@code W} or {@code RW} for this user, empty for neither
 */
public record NodeDetails(ServedVariable variable, String value, String dataType, String unit, String access) {
}
