package io.twinwright.core.quantity;

/**
 * A row of the table of UNECE Recommendation 20 codes that OPC UA 1.05 Part 8, clause 5.6.3.4 refers to: the fields of an
 * EUInformation whose namespace is {@link Unece#NAMESPACE}.
 *
 * @param code the UNECE common code, two or three characters: {@code KWH}
 * @param unitId the code as a number, see {@link Unece#unitId}
 * @param displayName the symbol for people
 * @param description the name
 */
public record UneceUnit(String code, int unitId, String displayName, String description) {
}
