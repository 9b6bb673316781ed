package io.twinwright.opcua.behaviour;

import io.twinwright.core.quantity.Conversion;

/**
 * How an actuator moves a sensor.
 *
 * @param actuator its value now
 * @param bounds of the actuator
 * @param start its value at the start
 * @param setPoint converts its value to the sensor's, where it is the sensor's set point; null where it only pushes
 * @param gain by how much of the sensor's range the whole of its own range pushes; negative if it takes away
 */
record Drive(Held actuator, Bounds bounds, double start, Conversion setPoint, double gain) {
	/** @return where the sensor is driven to from where it would be, in the sensor's unit */
	double target(double nominal, Bounds sensor) {
		if (setPoint != null) {
			return sensor.clip(setPoint.apply(actuator.number()));
		}
		return sensor.clip(nominal + gain * sensor.width() * (actuator.number() - start) / bounds.width());
	}
}
