package io.twinwright.core.discovery;

import io.twinwright.model.Asset;
import io.twinwright.model.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How far a machine is of a type.
 *
 * @param piece one of the type that no text has, by which can be asked what such a piece would be
 * @param degree from 0 to 1: the mean of what both say of manufacturer, product, type node and signals, by weight
 * @param fits what fits, parts of sentences
 * @param misfits what does not, or not as it is: whole sentences
 * @param signals how each signal that is read or written fits
 */
public record Match(Asset piece, double degree, List<String> fits, List<String> misfits, List<SignalFit> signals) {
	/** Machines that match less are of no type of the project. */
	public static final double LEAST = 0.5;

	public Type type() {
		return piece.getType();
	}

	/** @return whether the machine can be taken for one of the type */
	public boolean isLikely() {
		return degree >= LEAST;
	}

	/** @return the degree with two digits, rounded down: 1.00 is a perfect match */
	public String shown() {
		return BigDecimal.valueOf(degree).setScale(2, RoundingMode.FLOOR).toPlainString();
	}
}
