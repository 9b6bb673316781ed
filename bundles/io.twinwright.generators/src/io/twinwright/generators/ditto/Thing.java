package io.twinwright.generators.ditto;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A thing of Ditto, with the keys of its JSON; what is null is not there.
 *
 * @param thingId namespace and name
 * @param policyId who may do what with it
 * @param definition its type
 * @param attributes what is fixed
 * @param features its signals by their names
 */
public record Thing(String thingId, String policyId, String definition, Attributes attributes, Map<String, Feature> features) {
	/**
	 * What is fixed.
	 *
	 * @param name the path of the position
	 * @param partOf the ID of the thing around it
	 * @param piece the qualified name of the piece that fills it
	 * @param identity entries as in the nameplate
	 * @param site the qualified name of its site
	 */
	public record Attributes(String name, String label, String description, String partOf, String piece, Map<String, String> identity, String site,
			Location location) {
	}

	/** Where it is, in degrees. */
	public record Location(BigDecimal latitude, BigDecimal longitude) {
	}

	/** A signal. */
	public record Feature(Properties properties) {
	}

	/**
	 * What is known of a signal before its first sample.
	 *
	 * @param value a number, a text or a truth value that the text fixes
	 * @param type of the value, as JSON calls it
	 * @param unit of value and range, as UCUM spells it
	 * @param states the names of its states
	 */
	public record Properties(String kind, Object value, String type, String unit, BigDecimal minimum, BigDecimal maximum, List<String> states, String label,
			String description, String semanticId) {
	}
}
