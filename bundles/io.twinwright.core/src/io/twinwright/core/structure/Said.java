package io.twinwright.core.structure;

import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Policy;
import io.twinwright.model.Refinement;
import io.twinwright.model.Structure;
import io.twinwright.model.Subjection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is said of a position, and in that of all its signals. */
final class Said {
	private final List<Refinement> refinements;
	private final List<Structure> layers;
	private final Said around;
	private final Map<MeasureKind, Optional<Measure>> common = new HashMap<>();
	private List<ClauseHolder> holders;
	private Set<Policy> policies;

	/** @param around what is said of the position around it, null for a root */
	Said(List<Refinement> refinements, List<Structure> layers, Said around) {
		this.refinements = refinements;
		this.layers = layers;
		this.around = around;
	}

	/** @return where something is said: refinements, the position's own header and those of its layers, the nearest first */
	List<ClauseHolder> holders() {
		if (holders == null) {
			List<ClauseHolder> found = new ArrayList<>(refinements);
			for (Structure layer : layers) {
				if (layer instanceof ClauseHolder holder) {
					found.add(holder);
				}
			}
			holders = List.copyOf(found);
		}
		return holders;
	}

	/** @return the policies that bind all values of the position, by its headers or by those around it */
	Set<Policy> policies() {
		if (policies == null) {
			Set<Policy> found = new LinkedHashSet<>();
			holders().forEach(holder -> addPolicies(holder, found));
			if (around != null) {
				found.addAll(around.policies());
			}
			policies = Collections.unmodifiableSet(found);
		}
		return policies;
	}

	/** Adds the policies that a header names. */
	static void addPolicies(ClauseHolder holder, Set<Policy> policies) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Subjection subjection) {
				policies.addAll(subjection.getPolicies());
			}
		}
	}

	/** @return what the nearest header around its signals, this one's or that of a position around it, says for all of them */
	Optional<Measure> common(MeasureKind kind) {
		Optional<Measure> known = common.get(kind);
		if (known == null) {
			known = holders().stream().map(holder -> Point.first(holder, Measure.class, measure -> Point.states(measure, kind)))
					.filter(found -> found != null).findFirst().or(() -> around == null ? Optional.empty() : around.common(kind));
			common.put(kind, known);
		}
		return known;
	}
}
