package io.twinwright.dsl.validation;

import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.capability.Requirements;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Replacement;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Invocation;
import io.twinwright.model.Step;
import java.util.Map;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** What the rules of topology and capability compute from all files together, each once for one state of the files. */
final class Facts extends AdapterImpl {
	private final TwinModel twin;
	private final Clashes clashes = new Clashes();
	private Joints joints;
	private Mounting mounting;
	private Supply supply;
	private Providers providers;
	private Recipes recipes;
	private Replacement replacement;
	private Map<Invocation, Step> untimed;
	private Requirements requirements;

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

	TwinModel twin() {
		return twin;
	}

	Clashes clashes() {
		return clashes;
	}

	synchronized Joints joints() {
		if (joints == null) {
			joints = new Joints(twin);
		}
		return joints;
	}

	synchronized Mounting mounting() {
		if (mounting == null) {
			mounting = new Mounting(twin);
		}
		return mounting;
	}

	synchronized Supply supply() {
		if (supply == null) {
			supply = new Supply(twin, joints(), mounting(), clashes);
		}
		return supply;
	}

	synchronized Providers providers() {
		if (providers == null) {
			providers = new Providers(twin);
		}
		return providers;
	}

	synchronized Recipes recipes() {
		if (recipes == null) {
			recipes = new Recipes(twin, providers());
		}
		return recipes;
	}

	synchronized Replacement replacement() {
		if (replacement == null) {
			replacement = new Replacement(twin, joints(), providers(), recipes());
		}
		return replacement;
	}

	synchronized Map<Invocation, Step> untimed() {
		if (untimed == null) {
			untimed = recipes().untimed();
		}
		return untimed;
	}

	synchronized Requirements requirements() {
		if (requirements == null) {
			requirements = new Requirements(twin, providers());
		}
		return requirements;
	}
}
