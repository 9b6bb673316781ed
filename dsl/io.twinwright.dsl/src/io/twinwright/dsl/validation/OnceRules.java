package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.model.Clause;
import io.twinwright.model.Constraint;
import io.twinwright.model.DateMark;
import io.twinwright.model.Deadline;
import io.twinwright.model.Elapsed;
import io.twinwright.model.Entry;
import io.twinwright.model.Feedback;
import io.twinwright.model.Identity;
import io.twinwright.model.Limit;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Party;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.Reaction;
import io.twinwright.model.Refinement;
import io.twinwright.model.Sequence;
import io.twinwright.model.Structure;
import io.twinwright.model.Subjection;
import io.twinwright.model.Times;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.UseKind;
import io.twinwright.model.Watchdog;
import io.twinwright.model.Window;
import io.twinwright.model.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Group 1: what is said once, besides the clauses of one header. Of two that say it, one would be read by nobody. */
public class OnceRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	private void twice(String what, String where, EObject element, EStructuralFeature feature) {
		report(Rule.CLAUSE_TWICE, "%s is given twice%s. Keep one of them.".formatted(what, where), element, feature,
				Edits.fix("Remove the second", Edits.remove(element)));
	}

	private static String of(Object element) {
		return element instanceof NamedElement named && named.getName() != null ? " on '" + named.getName() + "'" : "";
	}

	/** A party has the entries of an address in any case of letters. */
	@Check
	public void entriesAreGivenOnce(Party party) {
		Set<String> seen = new HashSet<>();
		party.getEntries().forEach(entry -> once(entry, entry.getKey() == null ? null : entry.getKey().toLowerCase(Locale.ROOT), party, seen));
	}

	/** One element may have its identity in several braces; they hold the same entries. */
	@Check
	public void entriesAreGivenOnce(Structure structure) {
		Set<String> seen = new HashSet<>();
		structure.getElements().stream().filter(Identity.class::isInstance).flatMap(element -> ((Identity) element).getEntries().stream())
				.forEach(entry -> once(entry, entry.getKey(), structure, seen));
	}

	private void once(Entry entry, String key, EObject owner, Set<String> seen) {
		if (key != null && !seen.add(key)) {
			twice("Entry '%s'".formatted(entry.getKey()), of(owner), entry, TWIN.getEntry_Key());
		}
	}

	@Check
	public void reactionsAreGivenOnce(Feedback feedback) {
		Set<String> seen = new HashSet<>();
		for (Reaction reaction : feedback.getReactions()) {
			String once = switch (reaction) {
				case Write write when write.getTarget() != null -> "set " + QuantityRules.text(write.getTarget());
				case Limit limit -> "limit";
				case Deadline deadline -> "deadline";
				case Watchdog watchdog -> "watchdog";
				default -> null;
			};
			if (once != null && !seen.add(once)) {
				twice("'%s'".formatted(once), of(feedback), reaction, null);
			}
		}
	}

	/** A rule may name several parties and purposes. */
	@Check
	public void constraintsAreGivenOnce(PolicyRule rule) {
		Set<String> seen = new HashSet<>();
		for (Constraint constraint : rule.getConstraints()) {
			String once = switch (constraint) {
				case DateMark date -> date.getKind().getLiteral();
				case Times times -> "times";
				case Elapsed elapsed -> "after";
				case Window window -> "over";
				default -> null;
			};
			if (once != null && !seen.add(once)) {
				twice("'%s'".formatted(once), of(rule.eContainer()), constraint, null);
			}
		}
	}

	/** Policies add up, and of alarms on conditions there may be many. */
	@Check
	public void refinementsDiffer(Structure structure) {
		Set<String> seen = new HashSet<>();
		structure.getElements().stream().filter(Refinement.class::isInstance).map(Refinement.class::cast)
				.filter(refinement -> refinement.getTarget() != null).forEach(refinement -> differs(refinement, seen));
	}

	private void differs(Refinement refinement, Set<String> seen) {
		String path = QuantityRules.text(refinement.getTarget());
		if (refinement.getValue() != null && !seen.add(path + " =")) {
			report(Rule.CLAUSE_TWICE, "The value of '%s' is given twice. Keep one of them.".formatted(path), refinement,
					TWIN.getRefinement_Value(), Edits.fix("Remove the second", Edits.removeWithWordBefore(refinement, TWIN.getRefinement_Value())));
		}
		Set<String> here = new HashSet<>();
		for (Clause clause : refinement.getClauses()) {
			String once = clause instanceof Subjection ? null : ClauseFit.onceKey(clause);
			if (once != null && here.add(once) && !seen.add(path + " " + once)) {
				twice("Clause '%s'".formatted(once), " for '%s'".formatted(path), clause, null);
			}
		}
	}

	@Check
	public void piecesAreNamedOnce(Occupancy occupancy) {
		if (occupancy.getKind() == UseKind.STANDBY) {
			names(occupancy.getAssets(), occupancy, TWIN.getOccupancy_Assets());
		}
	}

	@Check
	public void policiesAreNamedOnce(Subjection subjection) {
		names(subjection.getPolicies(), subjection, TWIN.getSubjection_Policies());
	}

	@Check
	public void stepsAreNamedOnce(Sequence sequence) {
		names(sequence.getSteps(), sequence, TWIN.getSequence_Steps());
	}

	private void names(List<? extends NamedElement> names, Clause clause, EReference feature) {
		Set<NamedElement> seen = new HashSet<>();
		for (int i = 0; i < names.size(); i++) {
			NamedElement named = names.get(i);
			if (!named.eIsProxy() && named.getName() != null && !seen.add(named)) {
				report(Rule.CLAUSE_TWICE, "'%s' is named twice after '%s'. Keep one of them.".formatted(named.getName(),
						ClauseFit.word(clause)), clause, feature, i, fix(clause, feature, i));
			}
		}
	}

	private static List<Fix> fix(Clause clause, EReference feature, int index) {
		return Edits.fix("Remove the second", Edits.removeListed(clause, feature, index));
	}
}
