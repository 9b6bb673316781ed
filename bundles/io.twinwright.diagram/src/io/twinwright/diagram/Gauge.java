package io.twinwright.diagram;

/**
 * How much of what there is is used.
 *
 * @param used in the unit
 * @param available in the unit; infinite where it is not said
 * @param unit the UCUM code, empty where none is known
 */
public record Gauge(double used, double available, String unit) {
	/** @return the part that is used, more than 1 where it does not suffice */
	public double share() {
		return available <= 0 ? used > 0 ? Double.MAX_VALUE : 0 : used / available;
	}
}
