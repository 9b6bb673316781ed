package io.twinwright.tests.sirius;

import io.twinwright.model.TwinPackage;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Of which types an expression is. Stricter than Sirius: a service must fit whatever its receiver and arguments may be. */
final class Typing {
	private final SiriusMetamodels metamodels;
	private final Services services;

	/**
	 * A type; of a list that of its elements.
	 *
	 * @param java its class in Java
	 * @param model its class in a model, null where it has none or any
	 */
	record Type(Class<?> java, EClass model) {
		@Override
		public String toString() {
			return model == null ? java.getSimpleName() : model.getName();
		}
	}

	Typing(SiriusMetamodels metamodels, Services services) {
		this.metamodels = metamodels;
		this.services = services;
	}

	/** @return a type by the name of its package and its own; as Sirius does, the name may be written with a dot or two colons */
	Set<Type> named(String qualified) {
		String[] names = qualified.split("\\.|::");
		if (qualified.equals("ecore.EObject") || qualified.equals("ecore::EObject")) {
			return Set.of(new Type(EObject.class, null));
		}
		if (names.length != 2) {
			throw new IllegalArgumentException("'%s' is no name of a type".formatted(qualified));
		}
		if (names[0].equals(TwinPackage.eINSTANCE.getName())) {
			if (TwinPackage.eINSTANCE.getEClassifier(names[1]) instanceof EClass found) {
				return Set.of(new Type(found.getInstanceClass(), found));
			}
			throw new IllegalArgumentException("There is no class '%s' in the model".formatted(names[1]));
		}
		for (Object registered : metamodels.resources().getPackageRegistry().values()) {
			if (registered instanceof EPackage metamodel && metamodel.getName().equals(names[0]) && metamodel.getEClassifier(names[1]) instanceof EClass found) {
				return Set.of(new Type(EObject.class, found));
			}
		}
		throw new IllegalArgumentException("There is no class '%s'".formatted(qualified));
	}

	Set<Type> java(Class<?> java) {
		EClass model = null;
		for (EClassifier classifier : TwinPackage.eINSTANCE.getEClassifiers()) {
			model = classifier instanceof EClass found && found.getInstanceClass() == java ? found : model;
		}
		return Set.of(new Type(java, model));
	}

	/** @throws IllegalArgumentException if a variable, feature or service does not exist or does not fit */
	Set<Type> of(Aql expression, Map<String, Set<Type>> scope) {
		return switch (expression) {
			case Aql.Literal literal -> java(literal.value().getClass());
			case Aql.Variable variable -> {
				if (!scope.containsKey(variable.name())) {
					throw new IllegalArgumentException("There is no variable '%s' here".formatted(variable.name()));
				}
				yield scope.get(variable.name());
			}
			case Aql.Feature feature -> {
				Set<Type> types = new LinkedHashSet<>();
				of(feature.receiver(), scope).forEach(receiver -> types.addAll(feature(receiver, feature.name())));
				yield types;
			}
			case Aql.Call call -> {
				List<Set<Type>> arguments = new ArrayList<>();
				arguments.add(of(call.receiver(), scope));
				call.arguments().forEach(argument -> arguments.add(of(argument, scope)));
				yield service(call.service(), arguments);
			}
		};
	}

	private Set<Type> feature(Type receiver, String name) {
		EStructuralFeature found = receiver.model() == null ? null : receiver.model().getEStructuralFeature(name);
		if (found == null) {
			throw new IllegalArgumentException("'%s' has no feature '%s'".formatted(receiver, name));
		}
		return found instanceof EReference reference
				? Set.of(new Type(reference.getEReferenceType().getInstanceClass() == null ? EObject.class : reference.getEReferenceType().getInstanceClass(),
						reference.getEReferenceType()))
				: java(found.getEType().getInstanceClass());
	}

	private Set<Type> service(String name, List<Set<Type>> arguments) {
		Set<Type> types = new LinkedHashSet<>();
		for (Type receiver : arguments.getFirst()) {
			Method fitting = services.named(name, arguments.size()).stream().filter(method -> fits(method, receiver, arguments)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("No service '%s' fits %s with %s".formatted(name, receiver,
							arguments.subList(1, arguments.size()))));
			types.addAll(fitting.getGenericReturnType() instanceof ParameterizedType list ? java((Class<?>) list.getActualTypeArguments()[0])
					: java(fitting.getReturnType()));
		}
		return types;
	}

	private static boolean fits(Method method, Type receiver, List<Set<Type>> arguments) {
		for (int i = 0; i < arguments.size(); i++) {
			Class<?> wanted = method.getParameterTypes()[i];
			if (!(i == 0 ? Set.of(receiver) : arguments.get(i)).stream().allMatch(type -> wanted.isAssignableFrom(type.java()))) {
				return false;
			}
		}
		return true;
	}
}
