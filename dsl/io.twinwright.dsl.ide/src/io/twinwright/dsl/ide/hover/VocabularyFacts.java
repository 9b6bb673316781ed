package io.twinwright.dsl.ide.hover;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.Element;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Function;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Service;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known about functions, capabilities, media and states. */
final class VocabularyFacts {
	private VocabularyFacts() {
	}

	static void addFunction(Page page, Function function) {
		if (BuiltIn.of(function).isPresent()) {
			page.fact("Computed", "by the runtime, built in");
		} else if (function.getSource() != null) {
			page.fact("Computed", "by the model " + Page.code(function.getSource()));
		} else if (function.getValue() != null) {
			page.fact("Computed", "as " + Page.code(Headers.text(function.getValue())));
		}
	}

	static void addCapability(Page page, Capability capability, TwinModel twin) {
		addBases(page, capability);
		Set<String> providers = new LinkedHashSet<>();
		List<Structure> all = new ArrayList<>(twin.all(Type.class));
		all.addAll(twin.all(Asset.class));
		for (Structure equipment : all) {
			if (equipment.getElements().stream().anyMatch(element -> Members.isKindOf(offered(element), capability))) {
				providers.add(Page.code(Headers.name((NamedElement) equipment)));
			}
		}
		page.fact("Provided by", providers);
	}

	private static Capability offered(Element element) {
		return switch (element) {
			case Provision provision when provision.getKind() == ProvisionKind.PROVIDES -> provision.getCapability();
			case Service service -> service.getCapability();
			default -> null;
		};
	}

	static void addBases(Page page, Parametrized element) {
		List<String> bases = new ArrayList<>();
		Set<Parametrized> seen = new LinkedHashSet<>(Set.of(element));
		for (Parametrized base = Members.base(element); base != null && seen.add(base); base = Members.base(base)) {
			bases.add(Page.code(Headers.name(base)));
		}
		page.fact("Kind of", bases);
		List<String> parameters = Members.parameters(element).stream().map(parameter -> Page.code(Headers.parameter(parameter))).toList();
		page.fact("Parameters", parameters.size() > element.getParameters().size() ? parameters : List.of());
	}

	static void addStates(Page page, Enumeration states) {
		page.fact("States", states.getLiterals().stream().map(literal -> Page.code(Headers.name(literal))).toList());
	}
}
