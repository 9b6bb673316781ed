package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Containment;
import io.twinwright.core.structure.Members;
import io.twinwright.model.Argument;
import io.twinwright.model.Asset;
import io.twinwright.model.Bound;
import io.twinwright.model.Contract;
import io.twinwright.model.Element;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Invocation;
import io.twinwright.model.Literal;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 1: names that are declared once, and hierarchies that end. */
public class NameRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void namesAreUnique(Structure structure) {
		unique(structure.getElements(), structure);
	}

	@Check
	public void namesAreUnique(Parametrized parametrized) {
		unique(parametrized.getParameters(), parametrized);
	}

	@Check
	public void namesAreUnique(Enumeration states) {
		unique(states.getLiterals(), states);
	}

	@Check
	public void namesAreUnique(Recipe recipe) {
		unique(recipe.getSteps(), recipe);
	}

	@Check
	public void namesAreUnique(Contract contract) {
		unique(contract.getItems(), contract);
	}

	@Check
	public void namesAreUnique(Offer offer) {
		unique(offer.getItems(), offer);
	}

	private void unique(List<? extends EObject> elements, EObject braces) {
		if (elements.size() < 2) {
			return;
		}
		Set<String> seen = new HashSet<>();
		for (EObject element : elements) {
			if (element instanceof NamedElement named && named.getName() != null && !seen.add(named.getName())) {
				report(Rule.DUPLICATE_NAME, "Name '%s' is declared twice%s. Give one of them another name."
						.formatted(named.getName(), inBraces(braces)), named, TWIN.getNamedElement_Name(), renamed(named, seen));
			}
		}
	}

	private static String inBraces(EObject braces) {
		return braces instanceof NamedElement named && named.getName() != null ? " in '" + named.getName() + "'" : "";
	}

	static List<Fix> renamed(NamedElement element, Set<String> taken) {
		int number = 2;
		while (taken.contains(element.getName() + number)) {
			number++;
		}
		String name = element.getName() + number;
		return Edits.fix("Rename to '%s'".formatted(name),
				Edits.replace(element, TWIN.getNamedElement_Name(), 0, name));
	}

	@Check
	public void inheritedNamesAreNotHidden(Structure structure) {
		List<Structure> lineage = Members.lineage(structure);
		if (lineage.size() < 2) {
			return;
		}
		Map<String, Structure> inherited = new HashMap<>();
		lineage.subList(1, lineage.size()).forEach(base -> named(base, inherited));
		for (Element element : structure.getElements()) {
			if (element instanceof NamedElement named && named.getName() != null && inherited.containsKey(named.getName())) {
				Structure base = inherited.get(named.getName());
				report(Rule.HIDES_INHERITED, "Name '%s' is already declared in '%s'. Refine it there, or use another name."
						.formatted(named.getName(), ((NamedElement) base).getName()), named, TWIN.getNamedElement_Name(),
						renamed(named, inherited.keySet()));
			}
		}
	}

	/** What the type of the part declares is found in its own braces. */
	@Check(CheckType.NORMAL)
	public void namesOfPiecesAreNotHidden(Part part) {
		if (part.getElements().isEmpty()) {
			return;
		}
		List<Structure> declared = Members.lineage(part);
		for (Asset piece : facts(part).fillings().of(part)) {
			Map<String, Structure> brought = new HashMap<>();
			Members.lineage(piece).stream().filter(layer -> !declared.contains(layer)).forEach(layer -> named(layer, brought));
			for (Element element : part.getElements()) {
				if (element instanceof NamedElement named && named.getName() != null && brought.containsKey(named.getName())) {
					report(Rule.HIDES_INHERITED, "Name '%s' is already declared in '%s', which '%s' brings to '%s'. Refine it there, or use another name."
							.formatted(named.getName(), ((NamedElement) brought.get(named.getName())).getName(), piece.getName(), part.getName()),
							named, TWIN.getNamedElement_Name(), renamed(named, brought.keySet()));
				}
			}
		}
	}

	/** Adds what braces declare, by its name, as far as nothing nearer has the name. */
	private static void named(Structure braces, Map<String, Structure> names) {
		for (Element element : braces.getElements()) {
			if (element instanceof NamedElement named && named.getName() != null) {
				names.putIfAbsent(named.getName(), braces);
			}
		}
	}

	@Check
	public void hierarchyEnds(Parametrized element) {
		Parametrized base = Members.base(element);
		if (base != null && !base.eIsProxy() && Members.isKindOf(base, element)) {
			cyclic(element, element.eClass().getEStructuralFeature("base"));
		}
	}

	@Check
	public void hierarchyEnds(Type type) {
		if (type.getBase() != null && !type.getBase().eIsProxy() && Members.isKindOf(type.getBase(), type)) {
			cyclic(type, TWIN.getType_Base());
		} else if (Members.lineage(type).size() >= Members.DEEPEST_HIERARCHY) {
			endless(type, TWIN.getType_Base());
		}
	}

	private void endless(NamedElement element, EStructuralFeature feature) {
		report(Rule.CYCLIC_HIERARCHY, "'%s' extends %d others, one over another, or itself. Let one of them extend nothing."
				.formatted(element.getName(), Members.DEEPEST_HIERARCHY - 1), element, feature);
	}

	private void cyclic(NamedElement element, EStructuralFeature feature) {
		report(Rule.CYCLIC_HIERARCHY, "'%s' extends itself over its base. Let one of them extend nothing."
				.formatted(element.getName()), element, feature, Edits.fix("Remove 'extends'",
				Edits.removeWithWordBefore(element, feature)));
	}

	@Check
	public void typeDoesNotContainItself(Part part) {
		if (!(part.eContainer() instanceof Structure around) || part.getType() == null || part.getType().eIsProxy()) {
			return;
		}
		Type outer = around instanceof Type type ? type : null;
		if (outer != null) {
			Containment.refusal(part.getName(), outer, part.getType()).ifPresent(message -> report(Rule.CONTAINS_ITSELF, message, part, TWIN.getPart_Type()));
		}
	}

	@Check(CheckType.NORMAL)
	public void assetsAreConcrete(Asset asset) {
		Type type = asset.getType();
		if (type == null || type.eIsProxy() || !type.isAbstract()) {
			return;
		}
		List<String> concrete = twin(asset).all(Type.class).stream()
				.filter(other -> !other.isAbstract() && other.getName() != null && Members.isKindOf(other, type))
				.map(Type::getName).toList();
		String remedy = concrete.isEmpty() ? "Declare a type that extends it."
				: "Use one of its subtypes: %s.".formatted(concrete.stream().limit(5).map(name -> "'" + name + "'")
						.collect(Collectors.joining(", ")));
		List<Fix> fixes = new ArrayList<>();
		concrete.stream().limit(5).forEach(name -> fixes.addAll(Edits.fix("Use '%s'".formatted(name),
				Edits.replace(asset, TWIN.getAsset_Type(), 0, name))));
		report(Rule.ABSTRACT_ASSET, "Asset '%s' has the abstract type '%s'. %s".formatted(asset.getName(), type.getName(),
				remedy), asset, TWIN.getAsset_Type(), fixes);
	}

	@Check
	public void repetitionIsNotEmpty(Multiplicity numbers) {
		int low = numbers.getLow();
		int high = numbers.getHigh();
		NamedElement element = (NamedElement) numbers.eContainer();
		if (low < 1) {
			report(Rule.EMPTY_MULTIPLICITY, "Repetition %d..%d of '%s' begins below 1. Numbers count from 1."
					.formatted(low, high, element.getName()), numbers, null, Edits.fix("Begin at 1",
					Edits.replace(numbers, "1.." + Math.max(high, 1))));
		} else if (low > high) {
			report(Rule.EMPTY_MULTIPLICITY, "Repetition %d..%d of '%s' is empty. The first number must not be greater than the last."
					.formatted(low, high, element.getName()), numbers, null, Edits.fix("Swap the numbers",
					Edits.replace(numbers, high + ".." + low)));
		}
	}

	@Check
	public void argumentsAreGivenOnce(Invocation invocation) {
		Map<NamedElement, Argument> seen = new HashMap<>();
		for (Argument argument : invocation.getArguments()) {
			Argument first = argument.getParameter() == null ? null : seen.putIfAbsent(argument.getParameter(), argument);
			if (first != null && (first.getBound() == Bound.EXACTLY || first.getBound() == argument.getBound()
					|| argument.getBound() == Bound.EXACTLY)) {
				report(Rule.ARGUMENT_TWICE, "Argument '%s' is given twice. Keep one of them.".formatted(
						argument.getParameter().getName()), argument, null, Edits.fix("Remove the second '%s'"
						.formatted(argument.getParameter().getName()), Edits.removeListed(argument)));
			}
		}
	}

	@Check
	public void stateNumbersDiffer(Enumeration states) {
		Map<Integer, Literal> seen = new HashMap<>();
		int next = 0;
		for (Literal state : states.getLiterals()) {
			int number = state.isSetValue() ? state.getValue() : next;
			Literal first = seen.putIfAbsent(number, state);
			if (first != null) {
				int free = number + 1;
				while (seen.containsKey(free)) {
					free++;
				}
				String changed = state.isSetValue() ? Integer.toString(free) : " = " + free;
				report(Rule.DUPLICATE_STATE_NUMBER, "State '%s' has the number %d of '%s'. Give it another number."
						.formatted(state.getName(), number, first.getName()), state, TWIN.getNamedElement_Name(),
						Edits.fix("Use %d".formatted(free), state.isSetValue()
								? Edits.replace(state, TWIN.getLiteral_Value(), 0, changed) : Edits.after(state, changed)));
			}
			next = number + 1;
		}
	}
}
