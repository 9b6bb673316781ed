package io.twinwright.diagram;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.capability.Arguments;
import io.twinwright.core.capability.Limits;
import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.structure.Mentions;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Asset;
import io.twinwright.model.Contract;
import io.twinwright.model.Invocation;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** What the diagrams of one state of a project are made of. */
final class Facts {
	private final TwinModel twin;
	private final Function<EObject, List<Diagnostic>> findings;
	private final Mounting mounting;
	private final Supply supply;
	private Providers providers;
	private Recipes recipes;
	private Map<Position, Map<Step, Provider>> steps;
	private Map<Point, Set<Point>> readers;
	private Map<Asset, List<Position>> waited;
	private Map<Position, Set<NamedElement>> agreed;

	Facts(TwinModel twin, Function<EObject, List<Diagnostic>> findings) {
		this.twin = twin;
		this.findings = findings;
		this.mounting = new Mounting(twin);
		this.supply = new Supply(twin, new Joints(twin), mounting, new Clashes());
	}

	TwinModel twin() {
		return twin;
	}

	Mounting mounting() {
		return mounting;
	}

	Supply supply() {
		return supply;
	}

	Providers providers() {
		if (providers == null) {
			providers = new Providers(twin);
		}
		return providers;
	}

	Recipes recipes() {
		if (recipes == null) {
			recipes = new Recipes(twin, providers());
		}
		return recipes;
	}

	/** @return the steps of recipes that something at a position or below it can do, with the first that can */
	Map<Step, Provider> steps(Position place) {
		if (steps == null) {
			steps = new HashMap<>();
			twin.all(Recipe.class).stream().flatMap(recipe -> recipe.getSteps().stream())
					.filter(step -> step.getName() != null && step.getCapability() != null && !step.getCapability().eIsProxy()).forEach(this::addStep);
		}
		return steps.getOrDefault(place, Map.of());
	}

	private void addStep(Step step) {
		recipes().staffing(step).stream().flatMap(staffing -> staffing.fit().stream()).forEach(provider -> {
			for (Position up = provider.position(); up != null; up = up.parent()) {
				steps.computeIfAbsent(up, key -> new LinkedHashMap<>()).putIfAbsent(step, provider);
			}
		});
	}

	/** @return the insights of the project that are computed from a signal */
	Set<Point> readers(Point signal) {
		if (readers == null) {
			readers = new HashMap<>();
			twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream()).forEach(insight ->
					Reads.of(twin, insight).forEach(read -> readers.computeIfAbsent(read, key -> new LinkedHashSet<>()).add(insight)));
		}
		return readers.getOrDefault(signal, Set.of());
	}

	/** @return the contracts about a position or something in it, or the offers that share something of it, in the order of the text */
	<T extends NamedElement> List<T> agreed(Position place, Class<T> kind) {
		if (agreed == null) {
			agreed = new HashMap<>();
			twin.all(Contract.class).stream().filter(contract -> contract.getSubject() != null).forEach(contract -> addAgreed(contract, contract.getSubject()));
			twin.all(Offer.class).forEach(offer -> offer.getItems().forEach(item -> addAgreed(offer, item)));
		}
		return agreed.getOrDefault(place, Set.of()).stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	private void addAgreed(NamedElement agreement, EObject about) {
		if (agreement.getName() != null) {
			Mentions.ledInto(twin, about).forEach(place -> agreed.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(agreement));
		}
	}

	/** @return the positions for which a piece is standby */
	List<Position> waitedFor(Asset piece) {
		if (waited == null) {
			waited = new HashMap<>();
			twin.roots().stream().flatMap(root -> root.all().stream()).forEach(position -> position.standby()
					.forEach(standby -> waited.computeIfAbsent(standby, key -> new ArrayList<>()).add(position)));
		}
		return waited.getOrDefault(piece, List.of());
	}

	/** @return in whose braces, or those it inherits from, the parts of a position stand */
	static Structure inside(Position position) {
		boolean own = position.element() instanceof Structure braces && braces.getElements().stream().anyMatch(Part.class::isInstance);
		return own || position.piece() == null ? (Structure) position.element() : position.piece();
	}

	List<Badge> badges(EObject element) {
		return findings.apply(element).stream().map(finding -> new Badge(finding.severity(), finding.code(), finding.message())).toList();
	}

	/** @return {@code Bottle(width 40..95 [mm])} */
	static String invocation(Parametrized called, Invocation invocation) {
		return invocation(called, Arguments.of(invocation));
	}

	static String invocation(Parametrized called, Map<String, Limits> limits) {
		return name(called) + (limits.isEmpty() ? "" : limits.entrySet().stream()
				.map(limit -> limit.getKey() + " " + limit.getValue().text()).collect(Collectors.joining(", ", "(", ")")));
	}

	/** @return its name, a question mark where it is not known */
	static String name(NamedElement element) {
		return element == null || element.eIsProxy() || element.getName() == null ? "?" : element.getName();
	}

	/** @return its label, else its name */
	static String title(NamedElement element) {
		return element.getLabel() != null ? element.getLabel() : name(element);
	}
}
