package io.twinwright.generators.aas;

import io.twinwright.core.capability.Arguments;
import io.twinwright.core.capability.Limits;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Members;
import io.twinwright.model.Invocation;
import io.twinwright.model.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * An argument of a port or capability as it stands in a shell.
 *
 * @param parameter what it bounds
 * @param limits what it says
 */
record ArgumentData(Parameter parameter, Limits limits) {
	/**
	 * A bounded parameter in its declared unit.
	 *
	 * @param type of the bounds
	 * @param low in the lexical form of the type, null for none
	 * @param high in the lexical form of the type, null for none
	 * @param isRange whether it is a range, else a single value
	 */
	private record Bounded(DataTypeDefXsd type, String low, String high, boolean isRange) {
	}

	/** @return the arguments that limit something, in the order of the text */
	static List<ArgumentData> of(Invocation invocation) {
		Map<String, Limits> limits = Arguments.of(invocation);
		List<Parameter> parameters = Members.parameters(invocation);
		List<ArgumentData> data = new ArrayList<>();
		limits.forEach((name, limit) -> parameters.stream().filter(parameter -> name.equals(parameter.getName())).findFirst()
				.ifPresent(parameter -> data.add(new ArgumentData(parameter, limit))));
		return data;
	}

	/** @return the names of the parameters as {@code idShort}, by name */
	static Map<String, String> idShorts(List<ArgumentData> arguments) {
		return IdShorts.of(arguments.stream().map(argument -> argument.parameter().getName()).distinct().toList());
	}

	private Bounded bounded() {
		return switch (limits) {
			case Limits.Word word -> new Bounded(word(), word.word(), word.word(), false);
			case Limits.Span span -> span(span);
		};
	}

	private DataTypeDefXsd word() {
		DataTypeDefXsd declared = Values.xsd(parameter.getType());
		return declared == DataTypeDefXsd.BOOLEAN ? declared : DataTypeDefXsd.STRING;
	}

	private Bounded span(Limits.Span span) {
		BigDecimal low = number(span.low());
		BigDecimal high = number(span.high());
		DataTypeDefXsd type = new SignalData.Bounds(low, high).type(Values.xsd(parameter.getType()));
		boolean single = span.low() != null && span.low().equals(span.high());
		return new Bounded(type, low == null ? null : Values.number(low), high == null ? null : Values.number(high), !single);
	}

	private BigDecimal number(Quantity quantity) {
		return Values.in(Optional.ofNullable(quantity), Quantities.unit(parameter.getType())).orElse(null);
	}

	/** @return the range or property of what the argument says */
	SubmodelElement element(String idShort, Meaning ofRange, Meaning ofProperty) {
		Bounded bounded = bounded();
		return bounded.isRange() ? Elements.range(idShort, ofRange, bounded.type(), bounded.low(), bounded.high())
				: Elements.property(idShort, ofProperty, bounded.type(), bounded.low());
	}

	/** @return as people write it, to tell two uses of one capability apart */
	String text() {
		return parameter.getName() + "=" + limits.text();
	}
}
