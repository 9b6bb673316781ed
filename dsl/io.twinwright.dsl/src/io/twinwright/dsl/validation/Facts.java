package io.twinwright.dsl.validation;

import io.twinwright.core.binding.Bindings;
import io.twinwright.core.binding.Circles;
import io.twinwright.core.binding.NodeClash;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.binding.UnboundRead;
import io.twinwright.core.business.Agreements;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.capability.Requirements;
import io.twinwright.core.capability.ShiftWindows;
import io.twinwright.core.feedback.Fight;
import io.twinwright.core.structure.Fillings;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Replacement;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Contract;
import io.twinwright.model.Feedback;
import io.twinwright.model.Invocation;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** What the rules compute from all files together, each at the first call for it and once for one state of the files. */
final class Facts extends AdapterImpl {
	private final TwinModel twin;
	private final Map<String, Object> known = new HashMap<>();

	private Facts(TwinModel twin) {
		this.twin = twin;
	}

	/** @return the facts of a view of the files; they live as long as nobody asks for those of another view */
	static Facts of(TwinModel twin, EObject context) {
		ResourceSet resources = context.eResource().getResourceSet();
		synchronized (resources) {
			for (Adapter adapter : resources.eAdapters()) {
				if (adapter instanceof Facts facts && facts.twin == twin) {
					return facts;
				}
			}
			resources.eAdapters().removeIf(Facts.class::isInstance);
			Facts facts = new Facts(twin);
			resources.eAdapters().add(facts);
			return facts;
		}
	}

	/** One fact may be computed from others. */
	@SuppressWarnings("unchecked")
	private synchronized <T> T once(String fact, Supplier<T> compute) {
		Object value = known.get(fact);
		if (value == null) {
			value = compute.get();
			known.put(fact, value);
		}
		return (T) value;
	}

	TwinModel twin() {
		return twin;
	}

	Clashes clashes() {
		return once("clashes", Clashes::new);
	}

	Joints joints() {
		return once("joints", () -> new Joints(twin));
	}

	Mounting mounting() {
		return once("mounting", () -> new Mounting(twin));
	}

	Fillings fillings() {
		return once("fillings", () -> new Fillings(twin));
	}

	Supply supply() {
		return once("supply", () -> new Supply(twin, joints(), mounting(), clashes()));
	}

	Providers providers() {
		return once("providers", () -> new Providers(twin));
	}

	Recipes recipes() {
		return once("recipes", () -> new Recipes(twin, providers()));
	}

	Replacement replacement() {
		return once("replacement", () -> new Replacement(twin, joints(), providers(), recipes()));
	}

	Map<Invocation, Step> untimed() {
		return once("untimed", () -> recipes().untimed());
	}

	Requirements requirements() {
		return once("requirements", () -> new Requirements(twin, providers()));
	}

	Map<Contract, Agreements.Overlap> overlaps() {
		return once("overlaps", () -> Agreements.overlaps(twin));
	}

	/** @return the automatic feedbacks that fight over an actuator, by feedback */
	Map<Feedback, Fight> fights() {
		return once("fights", () -> Fight.all(twin));
	}

	/** @return the insights that are computed from themselves, circle by circle */
	List<List<Point>> circles() {
		return once("circles", () -> Circles.of(twin));
	}

	/** @return the positions that have the elements of some braces, by the braces */
	Map<Structure, List<Position>> positions() {
		return once("positions", () -> ShiftWindows.positions(twin));
	}

	/** @return what imports can name: declarations, and namespaces as a whole */
	Set<String> importable() {
		return once("importable", () -> ReferenceRules.importable(twin));
	}

	Bindings bindings() {
		return once("bindings", () -> new Bindings(twin));
	}

	Sampling sampling() {
		return once("sampling", () -> new Sampling(twin));
	}

	/** @return the signals that meet in one node, by file and by the text that makes them meet */
	Map<Resource, Map<EObject, NodeClash>> nodeClashes() {
		return once("node clashes", () -> {
			Map<Resource, Map<EObject, NodeClash>> byFile = new HashMap<>();
			NodeClash.of(twin, bindings()).forEach(clash -> {
				EObject place = BindingRules.place(clash);
				byFile.computeIfAbsent(place.eResource(), file -> new LinkedHashMap<>()).putIfAbsent(place, clash);
			});
			return byFile;
		});
	}

	/** @return what is used without a binding, by the files of those who use it */
	Map<Resource, List<UnboundRead>> unboundReads() {
		return once("unbound reads", () -> UnboundRead.of(twin, bindings()).stream()
				.collect(Collectors.groupingBy(found -> found.reader().eResource())));
	}
}
