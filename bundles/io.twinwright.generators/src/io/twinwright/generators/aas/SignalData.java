package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Point;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.Range;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** The values and ranges of signals as technical data. */
final class SignalData {
	private static final String ARBITRARY = "https://admin-shell.io/SMT/General/Arbitrary";

	private final Context context;

	SignalData(Context context) {
		this.context = context;
	}

	/** @return a property for each signal of a kind, with its value where that is fixed */
	List<SubmodelElement> values(Subject subject, SignalKind kind) {
		List<Point> points = subject.points().stream().filter(point -> point.kind() == kind).toList();
		Map<String, String> idShorts = IdShorts.of(points.stream().map(Point::name).toList());
		List<SubmodelElement> elements = new ArrayList<>();
		for (Point point : points) {
			DataTypeDefXsd type = point.value() instanceof MoneyLiteral ? DataTypeDefXsd.STRING
					: Values.xsd(point.signal().getType());
			SubmodelElement element = Elements.property(idShorts.get(point.name()), meaning(point), type,
					value(point, subject));
			context.label(element, point.signal(), point.name());
			elements.add(element);
		}
		return elements;
	}

	private String value(Point point, Subject subject) {
		if (point.value() == null) {
			return null;
		}
		Optional<String> value = Values.of(point.value(), point.signal().getType());
		String name = subject.qualifiedName() + "." + point.name();
		if (value.isEmpty()) {
			context.findings().add(Rule.VALUE_IS_FORMULA, name,
					("The value of '%s' is a formula, which a shell cannot hold, so it is left out. "
							+ "A number, text, state or truth value would be written.").formatted(name));
		}
		return value.map(text -> context.texts().legal(text, name)).orElse(null);
	}

	/** @return a range for each signal that has one */
	List<SubmodelElement> ranges(Subject subject) {
		List<Point> points = subject.points().stream().filter(point -> point.range().isPresent()).toList();
		Map<String, String> idShorts = IdShorts.of(points.stream().map(Point::name).toList());
		List<SubmodelElement> elements = new ArrayList<>();
		for (Point point : points) {
			Bounds bounds = bounds(point.range().get(), point.unit());
			DataTypeDefXsd type = bounds.type(Values.xsd(point.signal().getType()));
			SubmodelElement element = Elements.range(idShorts.get(point.name()), meaning(point), type,
					bounds.lexical(bounds.low()), bounds.lexical(bounds.high()));
			context.label(element, point.signal(), point.name());
			elements.add(element);
		}
		return elements;
	}

	private Meaning meaning(Point point) {
		return context.concepts().of(point.signal()).or(ARBITRARY);
	}

	/** A range as numbers in the unit of its signal, null for a bound that is not known. */
	record Bounds(BigDecimal low, BigDecimal high) {
		/** @return the signal's type if it has both bounds, else a type of all numbers */
		DataTypeDefXsd type(DataTypeDefXsd declared) {
			return (low == null || Values.fits(low, declared)) && (high == null || Values.fits(high, declared)) ? declared
					: DataTypeDefXsd.DOUBLE;
		}

		String lexical(BigDecimal bound) {
			return bound == null ? null : Values.number(bound);
		}
	}

	/** @param unit the UCUM code of the signal, null for plain numbers; it holds where neither bound has a unit */
	static Bounds bounds(Range range, String unit) {
		return new Bounds(bound(range.getLow(), range.getHigh(), unit), bound(range.getHigh(), range.getLow(), unit));
	}

	private static BigDecimal bound(io.twinwright.model.Quantity bound, io.twinwright.model.Quantity other, String unit) {
		String otherwise = other != null && other.getUnit() != null ? other.getUnit() : unit;
		Optional<Quantity> quantity = Quantities.of(bound, otherwise);
		return Values.in(quantity, unit).orElse(null);
	}
}
