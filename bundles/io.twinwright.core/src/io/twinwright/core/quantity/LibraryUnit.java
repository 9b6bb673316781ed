package io.twinwright.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.measure.Unit;
import javax.measure.UnitConverter;

import tech.units.indriya.AbstractUnit;
import tech.units.indriya.function.AbstractConverter;
import tech.units.indriya.function.AddConverter;
import tech.units.indriya.function.LogConverter;
import tech.units.indriya.function.PowerOfIntConverter;
import tech.units.indriya.function.RationalConverter;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.UnitDimension;

/**
 * A unit of the library as an {@link Atom}. Only the steps of the library's converters are read, exactly; it is never
 * asked to convert, since it applies logarithmic scales the wrong way round and rounds pi early.
 */
final class LibraryUnit {
	private static final Ratio PI = Ratio.of(new BigDecimal("3.1415926535897932384626433832795028841971693993751"));
	private static final Ratio LOG_OF_E = Ratio.of(new BigDecimal("0.43429448190325182765112891891660508229439700580367"));

	private LibraryUnit() {
	}

	static Atom atom(String code, String name, Unit<?> unit) {
		List<UnitConverter> steps = new ArrayList<>();
		unfold(((AbstractUnit<?>) unit).getSystemConverter(), steps);
		Dimension dimension = dimension(unit.getDimension());
		int log = 0;
		while (log < steps.size() && !(steps.get(log) instanceof LogConverter)) {
			log++;
		}
		if (log < steps.size()) {
			return level(code, name, dimension, steps, log);
		}
		Ratio factor = Ratio.ONE;
		Ratio offset = Ratio.ZERO;
		for (UnitConverter step : steps.reversed()) {
			if (step instanceof AddConverter add) {
				offset = offset.plus(exact(add.getOffset()));
			} else {
				factor = factor.times(factor(step));
				offset = offset.times(factor(step));
			}
		}
		return new Atom(code, name, dimension, factor, offset, false);
	}

	/**
	 * A level: p times the logarithm of a quantity over its reference (UCUM §21). The library has the reference
	 * before and p after the logarithm.
	 */
	private static Atom level(String code, String name, Dimension dimension, List<UnitConverter> steps, int log) {
		Ratio reference = product(steps.subList(0, log));
		Ratio p = product(steps.subList(log + 1, steps.size()));
		Ratio decades = ((LogConverter) steps.get(log)).getBase() == 10 ? Ratio.ONE : LOG_OF_E;
		String scale = dimension.isNone() ? "level" : "level of " + dimension.name();
		return new Atom(code, name, Dimension.base(scale), decades.over(p), reference.log10(), true);
	}

	private static Ratio product(List<UnitConverter> steps) {
		Ratio product = Ratio.ONE;
		for (UnitConverter step : steps) {
			product = product.times(factor(step));
		}
		return product;
	}

	private static void unfold(UnitConverter converter, List<UnitConverter> steps) {
		if (converter instanceof AbstractConverter.Pair pair) {
			unfold(pair.getLeft(), steps);
			unfold(pair.getRight(), steps);
		} else if (!converter.isIdentity()) {
			steps.add(converter);
		}
	}

	private static Ratio factor(UnitConverter step) {
		if (step instanceof RationalConverter rational) {
			return new Ratio(rational.getDividend(), rational.getDivisor());
		}
		if (step instanceof PowerOfIntConverter power) {
			return Ratio.of(power.getBase()).pow(power.getExponent());
		}
		return step.toString().contains("π") ? pi(step) : exact(step.convert(BigInteger.ONE));
	}

	/** The library hides the class of powers of pi; its value tells the exponent. */
	private static Ratio pi(UnitConverter power) {
		return PI.pow((int) Math.round(Math.log(power.convert(1.0)) / Math.log(Math.PI)));
	}

	private static Ratio exact(Number number) {
		return number instanceof RationalNumber rational
				? new Ratio(rational.getDividend(), rational.getDivisor())
				: Ratio.of(new BigDecimal(number.toString()));
	}

	private static Dimension dimension(javax.measure.Dimension dimension) {
		Map<? extends javax.measure.Dimension, Integer> product = dimension.getBaseDimensions();
		if (product == null) {
			return UnitDimension.NONE.equals(dimension) ? Dimension.NONE : base(dimension);
		}
		Dimension result = Dimension.NONE;
		for (Map.Entry<? extends javax.measure.Dimension, Integer> power : product.entrySet()) {
			result = result.times(base(power.getKey()).pow(power.getValue()));
		}
		return result;
	}

	private static Dimension base(javax.measure.Dimension dimension) {
		String symbol = dimension.toString();
		return Dimension.base(symbol.substring(1, symbol.length() - 1));
	}
}
