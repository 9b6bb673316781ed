package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.model.Binary;
import io.twinwright.model.Expression;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.TwinPackage;
import java.util.List;

/** The usual slip with temperatures: a difference that is written in degrees. */
final class Temperatures {
	private Temperatures() {
	}

	/** @return a fix that makes a literal that is added or subtracted a difference in kelvin, or none */
	static List<Fix> fix(Expression at) {
		if (at instanceof Binary binary) {
			for (Expression side : List.of(binary.getRight(), binary.getLeft())) {
				if (side instanceof QuantityLiteral literal && "Cel".equals(literal.getUnit())) {
					return Edits.fix("Change to [K]", Edits.replace(literal, TwinPackage.Literals.QUANTITY_LITERAL__UNIT, 0, "[K]"));
				}
			}
		}
		return List.of();
	}
}
