package io.twinwright.core.evaluate;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.BuiltIn.Use;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Call;
import io.twinwright.model.Function;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Signal;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes terms of calls: formulas of functions are put in place, built-ins are computed. */
final class Calls {
	private static final int DEEPEST = 50;

	private final Expressions expressions;
	private final Compiler compiler;
	private final Paths paths;
	private final Windows windows;
	private final OverTime overTime;
	private final AcrossParts acrossParts;

	Calls(Expressions expressions, Compiler compiler, Paths paths, Windows windows, OverTime overTime) {
		this.expressions = expressions;
		this.compiler = compiler;
		this.paths = paths;
		this.windows = windows;
		this.overTime = overTime;
		this.acrossParts = new AcrossParts(expressions, compiler, paths);
	}

	Formula compile(Call call, Scope scope) throws Unevaluable {
		if (call.getWindow() == null) {
			return inWindow(call, scope);
		}
		Draft draft = windows.draft(call.getWindow(), scope);
		Formula body = inWindow(call, scope.over(draft));
		return Formula.of(compiler.window(draft, body, -1), body.kind());
	}

	private Formula inWindow(Call call, Scope scope) throws Unevaluable {
		Function function = call.getFunction();
		if (function == null || function.eIsProxy()) {
			throw new Unevaluable("A function is not known. Use one of the library, or declare it.");
		}
		if (function.getSource() != null) {
			throw new Unevaluable("Function '%s' is the model '%s', which is not run here.", function.getName(),
					function.getSource());
		}
		if (function.getValue() != null) {
			return formula(call, function, scope);
		}
		Optional<BuiltIn> builtIn = BuiltIn.of(function);
		if (builtIn.isEmpty()) {
			throw new Unevaluable("Function '%s' has no formula and is not built in. Give it a formula.", function.getName());
		}
		return builtIn(builtIn.get(), call, scope);
	}

	private Formula formula(Call call, Function function, Scope scope) throws Unevaluable {
		if (scope.depth() >= DEEPEST) {
			throw new Unevaluable("Function '%s' calls itself. A formula must not.", function.getName());
		}
		if (call.getFilter() != null) {
			throw new Unevaluable("'where' stands in a call of '%s', which goes over no samples.", function.getName());
		}
		Map<Parameter, Formula> values = new HashMap<>();
		for (int i = 0; i < call.getOperands().size(); i++) {
			Operand operand = call.getOperands().get(i);
			Parameter parameter = parameter(function, operand, i);
			if (parameter == null || operand.isEach()) {
				throw new Unevaluable("Function '%s' is called with operands that it does not take.", function.getName());
			}
			values.put(parameter, declared(expressions.compile(operand.getValue(), scope), parameter.getType()));
		}
		Scope inside = scope.function(values);
		for (Parameter parameter : function.getParameters()) {
			if (!values.containsKey(parameter)) {
				if (parameter.getValue() == null) {
					throw new Unevaluable("Function '%s' is called without '%s', which has no default.", function.getName(),
							parameter.getName());
				}
				values.put(parameter, declared(expressions.compile(parameter.getValue(), inside), parameter.getType()));
			}
		}
		return declared(expressions.compile(function.getValue(), inside), function.getType());
	}

	private static Parameter parameter(Function function, Operand operand, int index) {
		List<Parameter> parameters = function.getParameters();
		if (operand.getName() == null) {
			return index < parameters.size() ? parameters.get(index) : null;
		}
		return parameters.stream().filter(parameter -> operand.getName().equals(parameter.getName())).findFirst()
				.orElse(null);
	}

	/** A plain {@code real} stands for any number with any unit. */
	private static Formula declared(Formula formula, ValueType type) throws Unevaluable {
		boolean any = type instanceof PrimitiveType primitive && primitive.getPrimitive() == Primitive.REAL
				&& primitive.getUnit() == null && formula.kind() instanceof Numeric;
		return any ? formula : formula.to(Kind.of(type));
	}

	private Formula builtIn(BuiltIn builtIn, Call call, Scope scope) throws Unevaluable {
		int given = call.getOperands().size();
		if (given < builtIn.least() || given > builtIn.most()) {
			throw new Unevaluable("Function '%s' is called with %d operands, which it does not take.", builtIn.word(), given);
		}
		if (builtIn.uses().contains(Use.SIMULATION)) {
			throw new Unevaluable("Function '%s' belongs to scenarios and has no value here.", builtIn.word());
		}
		if (builtIn == BuiltIn.ARRIVAL) {
			throw new Unevaluable("Function 'arrival' needs the plan of the voyage, which is not known here.");
		}
		boolean each = call.getOperands().stream().anyMatch(Operand::isEach);
		if (each && builtIn.uses().contains(Use.PARTS)) {
			return acrossParts.compile(builtIn, call, scope);
		}
		if (builtIn.needsWindow(given, each)) {
			return overTime.compile(builtIn, call, scope);
		}
		if (each || call.getFilter() != null) {
			throw new Unevaluable("Function '%s' takes neither 'each' nor 'where' here.", builtIn.word());
		}
		return plain(builtIn, call, scope);
	}

	private Formula plain(BuiltIn builtIn, Call call, Scope scope) throws Unevaluable {
		if (builtIn == BuiltIn.ALARMED) {
			Point point = signal(call, scope);
			return Formula.of(compiler.alarms(point), Kind.TRUTH);
		}
		Formula first = expressions.compile(call.getOperands().getFirst().getValue(), scope);
		return switch (builtIn) {
			case ABS -> Operators.map(Operators.unscaled(first), Math::abs);
			case SQRT -> Mathematics.root(Operators.unscaled(first));
			case EXP -> Operators.map(Expressions.in(first, "1"), Math::exp);
			case LOG -> Operators.map(Expressions.in(first, "1"), number -> number > 0 ? Math.log(number) : Double.NaN);
			case POW -> Mathematics.power(first, expressions.compile(call.getOperands().get(1).getValue(), scope),
					call.getOperands().get(1).getValue() instanceof QuantityLiteral);
			case ROUND -> Mathematics.round(first, expressions.compile(call.getOperands().get(1).getValue(), scope));
			case MIN, MAX -> extreme(builtIn == BuiltIn.MAX, first, call, scope);
			case LIFETIME -> compiler.lifetime(first, isCounter(call), scope);
			default -> throw new Unevaluable("Function '%s' is not known here.", builtIn.word());
		};
	}

	private Formula extreme(boolean largest, Formula first, Call call, Scope scope) throws Unevaluable {
		Formula extreme = first;
		for (Operand operand : call.getOperands().subList(1, call.getOperands().size())) {
			extreme = Mathematics.extreme(largest, extreme, expressions.compile(operand.getValue(), scope).to(first.kind()));
		}
		return extreme;
	}

	private Point signal(Call call, Scope scope) throws Unevaluable {
		if (call.getOperands().getFirst().getValue() instanceof ValueOf value && value.getPath() != null) {
			return paths.one(value.getPath(), scope);
		}
		throw new Unevaluable("Function 'alarmed' takes the name of a signal.");
	}

	static boolean isCounter(Call call) {
		return call.getOperands().getFirst().getValue() instanceof ValueOf value && value.getPath() != null
				&& value.getPath().getSegments().getLast().getTarget() instanceof Signal signal
				&& signal.getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.COUNTER;
	}
}
