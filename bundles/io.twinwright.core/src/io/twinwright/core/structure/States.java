package io.twinwright.core.structure;

import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Enumeration;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.Signal;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;

/** Which states an expression can have. */
public final class States {
	private States() {
	}

	/** @return the enumeration of an expression's value, null if its value is no state */
	public static Enumeration of(Expression expression) {
		return switch (expression) {
			case ValueOf value -> of(value.getPath());
			case Call call when !call.getOperands().isEmpty() -> of(call.getOperands().getFirst().getValue());
			case Conditional choice -> of(choice.getYes());
			case null, default -> null;
		};
	}

	private static Enumeration of(Path path) {
		if (path == null || path.getSegments().isEmpty()) {
			return null;
		}
		NamedElement target = path.getSegments().getLast().getTarget();
		return switch (target) {
			case Signal signal -> of(signal.getType());
			case Parameter parameter -> of(parameter.getType());
			case Literal literal -> (Enumeration) literal.eContainer();
			case null, default -> null;
		};
	}

	/** @return the enumeration of a value type, null if it has none */
	public static Enumeration of(ValueType type) {
		return type instanceof EnumerationType states ? states.getEnumeration() : null;
	}
}
