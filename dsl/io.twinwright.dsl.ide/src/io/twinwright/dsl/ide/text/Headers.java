package io.twinwright.dsl.ide.text;

import io.twinwright.dsl.project.Wording;
import io.twinwright.model.Capability;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.ValueType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** Short texts of elements, for lists and headings. */
public final class Headers {
	private Headers() {
	}

	/** @return a value type as in the language, empty if it is missing */
	public static String type(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> "[" + quantity.getUnit() + "]";
			case PrimitiveType primitive when primitive.getUnit() != null ->
				primitive.getPrimitive().getLiteral() + " [" + primitive.getUnit() + "]";
			case PrimitiveType primitive -> primitive.getPrimitive().getLiteral();
			case EnumerationType states -> name(states.getEnumeration());
			case null, default -> "";
		};
	}

	/** @return the name of an element, empty if it is missing or not known */
	public static String name(NamedElement element) {
		return element == null || element.eIsProxy() || element.getName() == null ? "" : element.getName();
	}

	/** @return a parameter list in parentheses, empty for none */
	public static String parameters(List<Parameter> parameters) {
		return parameters.isEmpty() ? "" : parameters.stream().map(Headers::parameter).collect(Collectors.joining(", ", "(", ")"));
	}

	/** @return one parameter with its type */
	public static String parameter(Parameter parameter) {
		return name(parameter) + " : " + type(parameter.getType());
	}

	/** @return {@code 1..24}, empty for null */
	public static String multiplicity(Multiplicity numbers) {
		return numbers == null ? "" : numbers.getLow() + ".." + numbers.getHigh();
	}

	/** @return the text of an element on one line, comments left out; empty if it has none */
	public static String text(EObject element) {
		return Wording.of(element);
	}

	/** @return a path as it stands in the text, empty for null */
	public static String path(Path path) {
		return path == null ? "" : text(path).replace(" ", "");
	}

	/** @return {@code Filling(volume : [l])} */
	public static String signature(Capability capability) {
		return name(capability) + parameters(capability.getParameters());
	}
}
