package io.twinwright.generators.aas;

import io.twinwright.core.address.Wire;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** The signals of an interface: what is on the wire, in which unit and bounds, and where. */
final class InteractionProperties {
	private static final String THINGS = "https://www.w3.org/2019/wot/td#";
	private static final String SCHEMA = "https://www.w3.org/2019/wot/json-schema#";
	private static final Meaning DEFINITION = Meaning.of(AssetInterfaces.IDS + "PropertyDefinition", THINGS + "name");
	private static final Meaning BOUNDS =
			Meaning.of(AssetInterfaces.IDS + "minMaxRange", SCHEMA + "minimum", SCHEMA + "maximum");

	private final Context context;
	private final Forms forms;

	InteractionProperties(Context context) {
		this.context = context;
		this.forms = new Forms(context);
	}

	/**
	 * @param security the references that each form has
	 * @return a collection for each signal, in the order of the text
	 */
	List<SubmodelElement> of(List<Attachment> attachments, InterfaceKind kind, SubmodelElement security) {
		Map<String, String> idShorts = idShorts(attachments);
		return attachments.stream().map(each -> property(idShorts.get(each.point().name()), each, kind, security))
				.toList();
	}

	/** @return the {@code idShort}s of the properties of one interface by the names of their signals */
	static Map<String, String> idShorts(List<Attachment> attachments) {
		return IdShorts.of(attachments.stream().map(each -> each.point().name()).toList());
	}

	private SubmodelElement property(String idShort, Attachment attachment, InterfaceKind kind, SubmodelElement security) {
		Point point = attachment.point();
		Wire wire = Wire.of(context.twin(), point);
		String type = type(point.signal().getType(), wire);
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(Elements.string("key", Meaning.of(AssetInterfaces.IDS + "key", THINGS + "name"), point.name()));
		elements.add(Elements.string("type", Meaning.of("https://www.w3.org/1999/02/22-rdf-syntax-ns#type"), type));
		elements.add(Elements.string("title", Meaning.of(THINGS + "title"), title(point)));
		elements.add(Elements.property("observable", Meaning.of(THINGS + "isObservable"), DataTypeDefXsd.BOOLEAN,
				Boolean.toString(point.kind() != SignalKind.PROPERTY)));
		unit(wire).ifPresent(elements::add);
		bounds(point, wire, type).ifPresent(elements::add);
		Meaning meaning = context.concepts().of(point.signal());
		if (meaning.semanticId() != null) {
			elements.add(Elements.reference("valueSemantics", Meaning.of(AssetInterfaces.IDS + "valueSemantics"),
					meaning.semanticId()));
		}
		elements.add(Elements.collection("forms", Meaning.of(THINGS + "hasForm"), forms.of(attachment, kind, security)));
		SubmodelElement element = Elements.collection(idShort, DEFINITION, elements);
		context.label(element, point.signal(), point.name());
		return element;
	}

	private String title(Point point) {
		String label = point.signal().getLabel();
		return context.texts().legal(label == null || label.isBlank() ? point.name() : label, point.qualifiedName());
	}

	/** A state is on the wire as its number; a raw value with a scale need not be whole. */
	private static String type(ValueType type, Wire wire) {
		return switch (type) {
			case EnumerationType states -> "integer";
			case PrimitiveType primitive -> primitive(primitive, wire);
			case null, default -> "number";
		};
	}

	private static String primitive(PrimitiveType type, Wire wire) {
		return switch (type.getPrimitive()) {
			case INTEGER -> wire.isPlain() ? "integer" : "number";
			case COUNTER -> wire.isPlain() && type.getUnit() == null ? "integer" : "number";
			case BOOLEAN -> "boolean";
			case STRING, TIMESTAMP, GEOPOINT -> "string";
			case REAL, MONEY -> "number";
		};
	}

	private static Optional<SubmodelElement> unit(Wire wire) {
		return Optional.ofNullable(wire.rawUnit()).map(unit -> {
			Property property = Elements.string("unit", Meaning.of("https://schema.org/unitCode"), unit.code());
			property.setValueId(References.unit(unit.code()));
			return property;
		});
	}

	private static Optional<SubmodelElement> bounds(Point point, Wire wire, String type) {
		return point.range().map(range -> SignalData.bounds(range, point.unit()))
				.filter(bounds -> bounds.low() != null && bounds.high() != null).map(bounds -> {
					BigDecimal one = wire.raw(bounds.low());
					BigDecimal other = wire.raw(bounds.high());
					DataTypeDefXsd xsd = new SignalData.Bounds(one, other)
							.type(type.equals("integer") ? DataTypeDefXsd.INTEGER : DataTypeDefXsd.DOUBLE);
					return Elements.range("min_max", BOUNDS, xsd, Values.number(one.min(other)), Values.number(one.max(other)));
				});
	}
}
