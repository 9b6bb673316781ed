package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.Map;

/** What the declaration of a signal says, by which a piece is as its type says, or not. */
record Facts(SignalKind kind, ServedVariable.Data data, Map<String, Integer> states, String unit, BigDecimal low, BigDecimal high,
		int repeated) {
	/** @param repeated how many of it there are, 0 for a single one */
	static Facts of(ServedValue value, int repeated) {
		ServedVariable variable = value.variable();
		return new Facts(SignalText.kind(variable), variable.data(), variable.states(), variable.unit(), plain(variable.low()), plain(variable.high()),
				repeated);
	}

	private static BigDecimal plain(BigDecimal number) {
		return number == null ? null : number.stripTrailingZeros();
	}
}
