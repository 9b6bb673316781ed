package io.twinwright.tests.sirius;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The services that a viewpoint names, called as Sirius calls them: the receiver is the first argument. */
final class Services {
	private final List<Method> methods = new ArrayList<>();

	/** @param classes their qualified names */
	Services(Collection<String> classes) {
		for (String name : classes) {
			try {
				for (Method method : Class.forName(name).getMethods()) {
					if (Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0) {
						methods.add(method);
					}
				}
			} catch (ClassNotFoundException e) {
				throw new IllegalArgumentException("There is no class " + name, e);
			}
		}
	}

	/** @return the services with a name and so many arguments, the receiver among them */
	List<Method> named(String name, int arguments) {
		return methods.stream().filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments).toList();
	}

	List<Method> all() {
		return methods;
	}

	/** @return the value of an expression */
	Object value(String expression, Map<String, ?> variables) {
		return value(Aql.parse(expression), variables);
	}

	private Object value(Aql expression, Map<String, ?> variables) {
		return switch (expression) {
			case Aql.Literal literal -> literal.value();
			case Aql.Variable variable -> {
				if (!variables.containsKey(variable.name())) {
					throw new IllegalArgumentException("There is no variable " + variable.name());
				}
				yield variables.get(variable.name());
			}
			case Aql.Feature feature -> {
				EObject receiver = (EObject) value(feature.receiver(), variables);
				EStructuralFeature found = receiver.eClass().getEStructuralFeature(feature.name());
				if (found == null) {
					throw new IllegalArgumentException(receiver.eClass().getName() + " has no feature " + feature.name());
				}
				yield receiver.eGet(found);
			}
			case Aql.Call call -> {
				List<Object> arguments = new ArrayList<>();
				arguments.add(value(call.receiver(), variables));
				call.arguments().forEach(argument -> arguments.add(value(argument, variables)));
				yield invoke(call.service(), arguments);
			}
		};
	}

	private Object invoke(String name, List<Object> arguments) {
		Method method = named(name, arguments.size()).stream().filter(candidate -> fits(candidate, arguments)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No service " + name + " for " + arguments));
		try {
			return method.invoke(null, arguments.toArray());
		} catch (IllegalAccessException | InvocationTargetException e) {
			throw new AssertionError(name + " failed for " + arguments, e.getCause() == null ? e : e.getCause());
		}
	}

	private static boolean fits(Method method, List<Object> arguments) {
		for (int i = 0; i < arguments.size(); i++) {
			Class<?> wanted = method.getParameterTypes()[i];
			if (arguments.get(i) != null && !wanted.isInstance(arguments.get(i))) {
				return false;
			}
		}
		return true;
	}
}
