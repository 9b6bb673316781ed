package io.twinwright.generators.mtp;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.RawRange;
import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.PaUnits;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.NamedElement;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Signals as data objects: what is on the wire, with its unit code, scale and limits. */
final class DataObjects {
	/** No signal says how good another one is and who operates it: all is well, and nobody is said to operate it. */
	private static final Map<String, String> FIXED = Map.of("WQC", "255", "OSLevel", "0");
	private static final List<String> LIMITS = List.of("VAH", "VWH", "VTH", "VTL", "VWL", "VAL");

	private final TwinModel twin;
	private final Edition edition;
	private final Function<NamedElement, Optional<String>> comments;
	private final Findings findings;

	DataObjects(TwinModel twin, Edition edition, Function<NamedElement, Optional<String>> comments, Findings findings) {
		this.twin = twin;
		this.edition = edition;
		this.comments = comments;
		this.findings = findings;
	}

	/** @return the variable of an OPC UA server that a signal has, empty if it has none */
	Optional<Item> item(Point point) {
		boolean written = point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER;
		return twin.attachment(point).filter(Attachment::isRead)
				.filter(at -> Addresses.isOpcUa(at.endpoint()) && Addresses.node(at.binding()).isPresent())
				.map(at -> new Item(at.endpoint(), Addresses.of(twin, point), written));
	}

	/** @return the object of a signal beside services, empty if the edition has none for it */
	Optional<DataObject> signal(String name, Point point, Item item) {
		boolean watched = !item.written() && point.alarms().stream().anyMatch(LimitAlarm.class::isInstance);
		return values(point).flatMap(values -> {
			boolean isNumber = values == Values.ANALOG || values == Values.INTEGER;
			return item.written() ? object(name, point, item, values, edition.operation(values), edition.operated())
					: object(name, point, item, values, watched && isNumber ? edition.monitor(values) : edition.view(values), shown(values));
		});
	}

	/** @return the object of a parameter of a service, empty if the edition has none for it */
	Optional<DataObject> parameter(String name, Point point, Item item) {
		return values(point).flatMap(values -> object(name, point, item, values, edition.parameter(values), "VExt"));
	}

	private static String shown(Values values) {
		return values == Values.TEXT ? "Text" : "V";
	}

	private Optional<Values> values(Point point) {
		boolean isPlain = Wire.of(twin, point).isPlain();
		return switch (point.signal().getType()) {
			case EnumerationType states -> {
				if (states.getEnumeration() != null) {
					String name = TwinModel.qualifiedName(states.getEnumeration());
					findings.add(Rule.NOT_IN_MODULE_PACKAGE, name,
							"The states of '%s' are numbers in module type packages, without their names.".formatted(name));
				}
				yield Optional.of(Values.INTEGER);
			}
			case PrimitiveType type -> switch (type.getPrimitive()) {
				case INTEGER -> Optional.of(isPlain ? Values.INTEGER : Values.ANALOG);
				case COUNTER -> Optional.of(isPlain && type.getUnit() == null ? Values.INTEGER : Values.ANALOG);
				case REAL -> Optional.of(Values.ANALOG);
				case BOOLEAN -> Optional.of(Values.BINARY);
				case STRING -> Optional.of(Values.TEXT);
				case MONEY, TIMESTAMP, GEOPOINT -> Optional.empty();
			};
			case null, default -> Optional.of(Values.ANALOG);
		};
	}

	private Optional<DataObject> object(String name, Point point, Item item, Values values, String className, String variable) {
		if (!edition.classes().has(className)) {
			return Optional.empty();
		}
		DataObject object = empty(name, className, point.text(TextKind.TAG).orElse(name), description(point.signal()));
		object.items().put(variable, item);
		switch (values) {
			case ANALOG, INTEGER -> number(object, point, variable);
			case BINARY -> {
				object.literals().put("VState0", "false");
				object.literals().put("VState1", "true");
			}
			case TEXT -> {
				// A text has no unit and no limits.
			}
		}
		return Optional.of(object);
	}

	/** @return an object with what is the same for all signals */
	DataObject empty(String name, String className, String tag, String description) {
		DataObject object = new DataObject(name, className, tag, description);
		ClassTable classes = edition.classes();
		classes.variables(classes.named(className)).stream().map(ClassTable.Variable::name).filter(FIXED::containsKey)
				.forEach(variable -> object.literals().put(variable, FIXED.get(variable)));
		return object;
	}

	/** @return the comment or else the label of an element, on one line */
	String description(NamedElement element) {
		return comments.apply(element).or(() -> Optional.ofNullable(element.getLabel())).map(text -> text.strip().replaceAll("\\s+", " ")).orElse("");
	}

	private void number(DataObject object, Point point, String variable) {
		Wire wire = Wire.of(twin, point);
		object.literals().put("VUnit", Integer.toString(unit(point, wire)));
		RawRange range = RawRange.of(point, wire);
		range.low().ifPresent(low -> limit(object, "Min", low, point));
		range.high().ifPresent(high -> limit(object, "Max", high, point));
		if (object.className().endsWith("Mon")) {
			alarms(object, point, wire);
		}
		Units.parse(point.unit() == null ? "1" : point.unit()).unit().flatMap(unit -> Quantities.in(Quantities.of(point.value(), point.unit()), unit))
				.ifPresent(value -> object.initial().put(variable, plain(wire.raw(value))));
	}

	/** What is written has limits beside its scale. */
	private void limit(DataObject object, String end, BigDecimal number, Point point) {
		object.literals().put("VScl" + end, plain(number));
		if (point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER) {
			object.literals().put("V" + end, plain(number));
		}
	}

	private int unit(Point point, Wire wire) {
		Unit unit = wire.rawUnit();
		if (unit == null || unit.code().equals("1")) {
			return PaUnits.NO_UNIT;
		}
		OptionalInt code = PaUnits.code(unit);
		if (code.isEmpty()) {
			String name = TwinModel.qualifiedName(point.signal());
			findings.add(Rule.UNIT_WITHOUT_CODE, name,
					"Unit %s of '%s' has no code for process devices, so module type packages say that it is unknown.".formatted(unit, name));
		}
		return code.orElse(PaUnits.UNKNOWN);
	}

	/** Alarms are beyond warnings (VDI/VDE/NAMUR 2658-3, AnaMon). */
	private void alarms(DataObject object, Point point, Wire wire) {
		LIMITS.forEach(limit -> object.literals().put(limit + "En", "false"));
		for (Alarm alarm : point.alarms()) {
			if (alarm instanceof LimitAlarm limit) {
				String variable = variable(limit.getLevel());
				Units.parse(point.unit() == null ? "1" : point.unit()).unit()
						.flatMap(unit -> Quantities.in(Quantities.of(limit.getLimit(), point.unit()), unit)).ifPresent(value -> {
							object.literals().put(variable + "En", "true");
							object.literals().put(variable + "Lim", plain(wire.raw(value)));
						});
			}
		}
	}

	private static String variable(AlarmLevel level) {
		return switch (level) {
			case LOWLOW -> "VAL";
			case LOW -> "VWL";
			case HIGH -> "VWH";
			case HIGHHIGH -> "VAH";
		};
	}

	private static String plain(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
	}
}
