package io.twinwright.core.structure;

import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.Contract;
import io.twinwright.model.Element;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Footprint;
import io.twinwright.model.Function;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Order;
import io.twinwright.model.Parameter;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Product;
import io.twinwright.model.Provision;
import io.twinwright.model.Recipe;
import io.twinwright.model.Service;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;

/**
 * What belongs to an element by its name, inherited members included. A name is searched in the element's own braces,
 * then in its type's, then in the base types'. Cyclic hierarchies end where they close.
 */
public final class Members {
	/** Keeps what was computed from an element until its text changes. */
	public interface Cache {
		/** @return what is kept for the owner, computed at the first call */
		<T> T get(EObject owner, Supplier<T> compute);

		/** @return a cache that keeps nothing */
		static Cache none() {
			return new Cache() {
				@Override
				public <T> T get(EObject owner, Supplier<T> compute) {
					return compute.get();
				}
			};
		}

		/** @return a cache that keeps everything for as long as it lives; for models that do not change */
		static Cache lasting() {
			Map<EObject, Object> values = new HashMap<>();
			return new Cache() {
				@Override
				@SuppressWarnings("unchecked")
				public <T> T get(EObject owner, Supplier<T> compute) {
					Object value = values.get(owner);
					if (value == null) {
						value = compute.get();
						values.put(owner, value);
					}
					return (T) value;
				}
			};
		}
	}

	/** How many steps of inheritance are followed. */
	public static final int DEEPEST_HIERARCHY = 100;
	private static final int SMALL = 8;

	private final Cache cache;

	public Members(Cache cache) {
		this.cache = cache;
	}

	/** @return the member of that name, null if there is none */
	public NamedElement find(EObject owner, String name) {
		for (Structure structure : lineage(owner)) {
			NamedElement found = own(structure, name);
			if (found != null) {
				return found;
			}
		}
		if (owner instanceof Contract contract) {
			return first(contract.getItems(), name);
		}
		return owner instanceof Enumeration states ? first(states.getLiterals(), name) : null;
	}

	/** @return all members by name, the nearest of equal names, own ones first */
	public Map<String, NamedElement> all(EObject owner) {
		Map<String, NamedElement> all = new LinkedHashMap<>();
		lineage(owner).forEach(structure -> addTo(all, structure.getElements()));
		if (owner instanceof Contract contract) {
			addTo(all, contract.getItems());
		}
		if (owner instanceof Enumeration states) {
			addTo(all, states.getLiterals());
		}
		return all;
	}

	/** @return the element itself and where it inherits from, the nearest first; empty if it has no braces */
	public static List<Structure> lineage(EObject owner) {
		if (!(owner instanceof Structure structure)) {
			return List.of();
		}
		List<Structure> lineage = new ArrayList<>(4);
		lineage.add(structure);
		Type type = switch (structure) {
			case Asset asset -> asset.getType();
			case Part part -> part.getType();
			case Type self -> self.getBase();
			default -> null;
		};
		while (type != null && !type.eIsProxy() && !lineage.contains(type) && lineage.size() < DEEPEST_HIERARCHY) {
			lineage.add(type);
			type = type.getBase();
		}
		return lineage;
	}

	/** @return the declared or inherited parameters to which an element gives arguments, the nearest first */
	public static List<Parameter> parameters(EObject invocation) {
		List<Parameter> parameters = new ArrayList<>();
		Parametrized next = switch (invocation) {
			case Provision provision -> provision.getCapability();
			case Service service -> service.getCapability();
			case Step step -> step.getCapability();
			case Port port -> port.getMedium();
			case Order order -> order.getProduct();
			case Recipe recipe -> recipe.getProduct();
			case Parametrized self -> self;
			case null, default -> null;
		};
		for (int depth = 0; next != null && depth < DEEPEST_HIERARCHY; depth++) {
			parameters.addAll(next.getParameters());
			next = base(next);
		}
		return parameters;
	}

	/** @return what the element is a kind of, null if nothing is said or possible */
	public static Parametrized base(Parametrized element) {
		return switch (element) {
			case Capability capability -> capability.getBase();
			case Medium medium -> medium.getBase();
			case Product product -> product.getBase();
			case Function function -> null;
			case Footprint footprint -> null;
			default -> null;
		};
	}

	/** @return whether the element is the other one or, over any number of steps, a kind of it */
	public static boolean isKindOf(Parametrized element, Parametrized other) {
		Parametrized next = element;
		for (int depth = 0; next != null && depth < DEEPEST_HIERARCHY; depth++) {
			if (next == other) {
				return true;
			}
			next = base(next);
		}
		return false;
	}

	/** @return whether the type is the other one or, over any number of steps, a kind of it */
	public static boolean isKindOf(Type type, Type other) {
		return type == other || type != null && other != null && lineage(type).contains(other);
	}

	private NamedElement own(Structure structure, String name) {
		List<Element> elements = structure.getElements();
		if (elements.size() <= SMALL) {
			return first(elements, name);
		}
		Map<String, NamedElement> byName = cache.get(structure, () -> {
			Map<String, NamedElement> map = new HashMap<>();
			addTo(map, elements);
			return map;
		});
		return byName.get(name);
	}

	private static NamedElement first(List<? extends EObject> elements, String name) {
		for (EObject element : elements) {
			if (element instanceof NamedElement named && name.equals(named.getName())) {
				return named;
			}
		}
		return null;
	}

	private static void addTo(Map<String, NamedElement> map, List<? extends EObject> elements) {
		for (EObject element : elements) {
			if (element instanceof NamedElement named && named.getName() != null) {
				map.putIfAbsent(named.getName(), named);
			}
		}
	}
}
