package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.w3c.dom.Element;

/**
 * Makes the variable of a signal with its properties. Numbers are analog items (OPC 10000-8, 5.3.2): EURange is what can
 * occur here, InstrumentRange what the declaration allowed before it was narrowed. The limits of alarms are properties
 * named as those of LimitAlarmType (OPC 10000-9, 5.8.18), so that they can be read where no alarm object is served.
 */
final class Variables {
	/** Reading and writing of the current value (OPC 10000-3, 8.57). */
	private static final long READ = 1;
	private static final long WRITE = 2;
	private static final int ONE_DIMENSION = 1;

	private final Run run;
	private final Draft draft;

	Variables(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
	}

	/**
	 * @param rule the modelling rule in a type, null at a position
	 * @return the variable
	 */
	Made add(SignalFacts facts, NodeAddress address, Name name, String display, Made parent, NodeAddress rule) {
		UAVariable variable = new UAVariable();
		shape(variable, facts);
		if (facts.isWritable()) {
			variable.setAccessLevel(READ | WRITE);
			variable.setUserAccessLevel(READ | WRITE);
		}
		facts.interval().ifPresent(variable::setMinimumSamplingInterval);
		Made made = draft.add(variable, address, name, display, run.description(facts.signal()), type(facts),
				parent.address(), Standard.HAS_COMPONENT);
		rule(made, rule);
		run.constants().of(facts).ifPresent(value -> value(variable, value));
		addProperties(made, facts, rule);
		return made;
	}

	void rule(Made made, NodeAddress rule) {
		if (rule != null) {
			draft.refer(made, Standard.HAS_MODELLING_RULE, rule, true);
		}
	}

	/** A geographic point is an array of latitude and longitude in degrees (WGS 84). */
	private void shape(UAVariable variable, SignalFacts facts) {
		variable.setDataType(draft.dataType(dataType(facts)));
		if (facts.shape() == SignalFacts.Shape.GEOPOINT) {
			variable.setValueRank(ONE_DIMENSION);
			variable.setArrayDimensions("2");
		}
	}

	private static NodeAddress dataType(SignalFacts facts) {
		return switch (facts.shape()) {
			case REAL, MONEY, GEOPOINT -> Standard.DOUBLE;
			case COUNTER -> facts.unit().isPresent() ? Standard.DOUBLE : Standard.UINT32;
			case INTEGER -> facts.isLarge() ? Standard.INT64 : Standard.INT32;
			case BOOLEAN -> Standard.BOOLEAN;
			case STRING -> Standard.STRING;
			case TIMESTAMP -> Standard.DATE_TIME;
			case STATE -> facts.signal().getType() instanceof EnumerationType states && states.getEnumeration() != null
					&& states.getEnumeration().getName() != null ? Run.of(states.getEnumeration()) : Standard.INT32;
		};
	}

	/** What is declared decides, not what is refined, because the node of a position must fit that of its type. */
	private static NodeAddress type(SignalFacts facts) {
		if (!facts.isNumber()) {
			return Standard.BASE_DATA_VARIABLE_TYPE;
		}
		if (facts.unit().isPresent()) {
			return facts.declared() == null ? Standard.ANALOG_UNIT_TYPE : Standard.ANALOG_UNIT_RANGE_TYPE;
		}
		return facts.shape() == SignalFacts.Shape.MONEY || facts.shape() == SignalFacts.Shape.COUNTER
				? Standard.BASE_DATA_VARIABLE_TYPE : Standard.BASE_ANALOG_TYPE;
	}

	private void addProperties(Made variable, SignalFacts facts, NodeAddress rule) {
		facts.bounds().ifPresent(bounds -> property(variable, Name.ua("EURange"), Standard.RANGE,
				run.values().range(bounds.low(), bounds.high()), rule));
		facts.declaredBounds().ifPresent(bounds -> property(variable, Name.ua("InstrumentRange"), Standard.RANGE,
				run.values().range(bounds.low(), bounds.high()), rule));
		facts.unit().ifPresent(unit -> property(variable, Name.ua("EngineeringUnits"), Standard.EU_INFORMATION,
				run.values().unit(unit), rule));
		facts.limits().forEach((level, limit) -> property(variable, Name.ua(limit(level)), Standard.DOUBLE,
				run.values().number("Double", limit), rule));
		if (facts.shape() == SignalFacts.Shape.MONEY) {
			currency(facts).ifPresent(currency -> property(variable, Name.ua("CurrencyUnit"), Standard.CURRENCY_UNIT_TYPE,
					run.values().currency(currency), rule));
		}
		if (facts.tag() != null) {
			property(variable, Std.name("Tag"), Standard.STRING, run.values().scalar("String", facts.tag()), rule);
		}
		if (facts.semantic() != null) {
			property(variable, Std.name("SemanticId"), Standard.STRING, run.values().scalar("String", facts.semantic()), rule);
		}
	}

	private static String limit(AlarmLevel level) {
		return switch (level) {
			case LOWLOW -> "LowLowLimit";
			case LOW -> "LowLimit";
			case HIGH -> "HighLimit";
			case HIGHHIGH -> "HighHighLimit";
		};
	}

	/** @return the currency of the first amount in the formula, which has only one */
	private static Optional<Currency> currency(SignalFacts facts) {
		if (facts.value() == null) {
			return Optional.empty();
		}
		for (TreeIterator<EObject> all = EcoreUtil.getAllContents(List.of(facts.value())); all.hasNext();) {
			if (all.next() instanceof MoneyLiteral literal && literal.getMoney() != null) {
				String code = literal.getMoney().getCurrency();
				return Currency.getAvailableCurrencies().stream().filter(one -> one.getCurrencyCode().equals(code)).findFirst();
			}
		}
		return Optional.empty();
	}

	/** Adds a property with its value. */
	Made property(Made owner, Name name, NodeAddress dataType, Element content, NodeAddress rule) {
		return property(owner, name, name.text(), dataType, content, rule);
	}

	Made property(Made owner, Name name, String display, NodeAddress dataType, Element content, NodeAddress rule) {
		UAVariable property = new UAVariable();
		property.setDataType(draft.dataType(dataType));
		if (content != null) {
			value(property, content);
			list(property, content);
		}
		Made made = draft.add(property, run.below(owner.address(), name.text()), name, display, null,
				Standard.PROPERTY_TYPE, owner.address(), Standard.HAS_PROPERTY);
		rule(made, rule);
		return made;
	}

	static void value(UAVariable variable, Element content) {
		UAVariable.Value value = new UAVariable.Value();
		value.setAny(content);
		variable.setValue(value);
	}

	private static void list(UAVariable property, Element content) {
		if (content.getLocalName().startsWith("ListOf")) {
			property.setValueRank(ONE_DIMENSION);
			property.setArrayDimensions(Integer.toString(content.getChildNodes().getLength()));
		}
	}

	/** Adds a variable that is no signal: what a port or a state machine says of itself. */
	Made variable(Made owner, Name name, NodeAddress dataType, NodeAddress type, Element content) {
		UAVariable variable = new UAVariable();
		variable.setDataType(draft.dataType(dataType));
		if (content != null) {
			value(variable, content);
			list(variable, content);
		}
		return draft.add(variable, run.below(owner.address(), name.text()), name, name.text(), null, type,
				owner.address(), Standard.HAS_COMPONENT);
	}
}
