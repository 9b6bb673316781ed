package io.twinwright.core.quantity;

import static io.twinwright.core.quantity.Dimension.AMOUNT;
import static io.twinwright.core.quantity.Dimension.CURRENT;
import static io.twinwright.core.quantity.Dimension.LENGTH;
import static io.twinwright.core.quantity.Dimension.LUMINOUS_INTENSITY;
import static io.twinwright.core.quantity.Dimension.MASS;
import static io.twinwright.core.quantity.Dimension.NONE;
import static io.twinwright.core.quantity.Dimension.TEMPERATURE;
import static io.twinwright.core.quantity.Dimension.TIME;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What people call the dimensions. */
final class DimensionNames {
	private static final Map<Dimension, String> NAMES = new HashMap<>();

	static {
		mechanics();
		heat();
		electricity();
	}

	private DimensionNames() {
	}

	private static void mechanics() {
		Dimension area = LENGTH.pow(2);
		Dimension volume = LENGTH.pow(3);
		Dimension speed = LENGTH.divide(TIME);
		Dimension force = MASS.times(speed).divide(TIME);
		Dimension pressure = force.divide(area);
		Dimension energy = force.times(LENGTH);
		NAMES.put(NONE, "number");
		NAMES.put(LENGTH, "length");
		NAMES.put(area, "area");
		NAMES.put(volume, "volume");
		NAMES.put(LENGTH.pow(-1), "1/length");
		NAMES.put(TIME, "time");
		NAMES.put(TIME.pow(-1), "frequency");
		NAMES.put(speed, "speed");
		NAMES.put(speed.divide(TIME), "acceleration");
		NAMES.put(MASS, "mass");
		NAMES.put(MASS.divide(TIME), "mass flow");
		NAMES.put(MASS.divide(LENGTH), "mass per length");
		NAMES.put(MASS.divide(area), "mass per area");
		NAMES.put(MASS.divide(volume), "density");
		NAMES.put(volume.divide(TIME), "volume flow");
		NAMES.put(volume.divide(MASS), "specific volume");
		NAMES.put(force, "force");
		NAMES.put(pressure, "pressure");
		NAMES.put(pressure.times(TIME), "viscosity");
		NAMES.put(area.divide(TIME), "kinematic viscosity");
		NAMES.put(energy, "energy");
		NAMES.put(energy.divide(TIME), "power");
		NAMES.put(energy.divide(MASS), "specific energy");
		NAMES.put(MASS.divide(energy), "specific consumption");
	}

	private static void heat() {
		Dimension energy = MASS.times(LENGTH.pow(2)).divide(TIME.pow(2));
		Dimension flux = energy.divide(TIME).divide(LENGTH.pow(2));
		NAMES.put(TEMPERATURE, "temperature");
		NAMES.put(TEMPERATURE.divide(TIME), "temperature/time");
		NAMES.put(flux, "heat flux");
		NAMES.put(flux.divide(TEMPERATURE), "heat transfer coefficient");
		NAMES.put(flux.times(LENGTH).divide(TEMPERATURE), "thermal conductivity");
		NAMES.put(energy.divide(TEMPERATURE), "heat capacity");
		NAMES.put(energy.divide(TEMPERATURE).divide(MASS), "specific heat capacity");
		NAMES.put(energy.divide(TEMPERATURE).divide(LENGTH.pow(3)), "volumetric heat capacity");
		NAMES.put(AMOUNT, "amount of substance");
		NAMES.put(AMOUNT.divide(LENGTH.pow(3)), "concentration");
		NAMES.put(AMOUNT.divide(TIME), "catalytic activity");
		NAMES.put(MASS.divide(AMOUNT), "molar mass");
		NAMES.put(LUMINOUS_INTENSITY, "luminous intensity");
		NAMES.put(LUMINOUS_INTENSITY.divide(LENGTH.pow(2)), "illuminance");
	}

	private static void electricity() {
		Dimension charge = CURRENT.times(TIME);
		Dimension power = MASS.times(LENGTH.pow(2)).divide(TIME.pow(3));
		Dimension voltage = power.divide(CURRENT);
		Dimension resistance = voltage.divide(CURRENT);
		NAMES.put(CURRENT, "current");
		NAMES.put(charge, "charge");
		NAMES.put(voltage, "voltage");
		NAMES.put(voltage.divide(LENGTH), "electric field");
		NAMES.put(resistance, "resistance");
		NAMES.put(resistance.pow(-1), "conductance");
		NAMES.put(resistance.times(LENGTH), "resistivity");
		NAMES.put(resistance.times(LENGTH).pow(-1), "conductivity");
		NAMES.put(charge.divide(voltage), "capacitance");
		NAMES.put(voltage.times(TIME), "magnetic flux");
		NAMES.put(voltage.times(TIME).divide(LENGTH.pow(2)), "magnetic flux density");
		NAMES.put(resistance.times(TIME), "inductance");
		NAMES.put(CURRENT.divide(LENGTH), "magnetic field");
	}

	static String of(Dimension dimension) {
		String name = NAMES.get(dimension);
		return name != null ? name : composed(dimension);
	}

	private static String composed(Dimension dimension) {
		StringJoiner above = new StringJoiner("·").setEmptyValue("1");
		StringJoiner below = new StringJoiner("·");
		int divisors = 0;
		for (Map.Entry<String, Ratio> factor : dimension.exponents().entrySet()) {
			boolean divides = factor.getValue().compareTo(Ratio.ZERO) < 0;
			Ratio exponent = divides ? factor.getValue().negated() : factor.getValue();
			(divides ? below : above).add(base(factor.getKey()) + Superscript.of(exponent));
			divisors += divides ? 1 : 0;
		}
		return switch (divisors) {
			case 0 -> above.toString();
			case 1 -> above + "/" + below;
			default -> above + "/(" + below + ")";
		};
	}

	private static String base(String key) {
		return switch (key) {
			case "L" -> "length";
			case "M" -> "mass";
			case "T" -> "time";
			case "I" -> "current";
			case "Θ" -> "temperature";
			case "N" -> "amount";
			case "J" -> "luminous intensity";
			default -> key;
		};
	}
}
