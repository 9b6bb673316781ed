package io.twinwright.diagram;

import io.twinwright.core.capability.Arguments;
import io.twinwright.core.capability.Limits;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Invocation;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parametrized;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** What the diagrams of one state of a project are made of. */
final class Facts {
	private final TwinModel twin;
	private final Function<EObject, List<Diagnostic>> findings;
	private final Mounting mounting;
	private final Supply supply;
	private Recipes recipes;

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

	Recipes recipes() {
		if (recipes == null) {
			recipes = new Recipes(twin, new Providers(twin));
		}
		return recipes;
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
