package io.twinwright.importers.mtp;

import io.twinwright.importers.draft.Leavings;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All elements of a package, and how they refer to each other. */
final class Manifest {
	private static final String REFERENCE = "RefID";

	/** What is read, and what holds it; sets that are not read are remarks of their modules. */
	private static final Set<String> READ = Set.of("ModuleTypePackage", "MTPPackage", "CommunicationSet", "InstanceList", "SourceList", "OPCUAServer", "ServiceSet", "ServicesSet",
			"ServicesSetFunction", "HMISet", "DiagnosticSet", "AlarmSet", "TextSet", "Service");

	private final List<CaexElement> elements;
	private final Map<String, CaexElement> byId = new HashMap<>();
	private final Map<String, CaexElement> dataObjects = new HashMap<>();

	Manifest(List<CaexElement> hierarchies) {
		elements = hierarchies.stream().flatMap(CaexElement::all).toList();
		for (CaexElement element : elements) {
			if (!element.id().isEmpty()) {
				byId.putIfAbsent(element.id(), element);
			}
			if (element.className().equals("InstanceList")) {
				element.children().forEach(object -> object.value(REFERENCE)
						.ifPresent(reference -> dataObjects.putIfAbsent(reference, object)));
			}
		}
	}

	/** @return the classes of elements that nobody reads, with their numbers; empty if there are none */
	Optional<String> others() {
		Set<CaexElement> read = Collections.newSetFromMap(new IdentityHashMap<>());
		elements.stream().filter(element -> element.className().equals("InstanceList") || element.className().equals("Service"))
				.flatMap(CaexElement::all).forEach(read::add);
		elements.stream().filter(element -> element.children().stream().anyMatch(child -> child.className().equals("CommunicationSet"))).forEach(module -> {
			read.add(module);
			read.addAll(module.children());
		});
		Leavings others = new Leavings();
		elements.stream().filter(element -> element.kind() == CaexElement.Kind.INTERNAL && !read.contains(element) && !READ.contains(element.className()))
				.forEach(element -> others.add(element.className().isEmpty() ? element.name() : element.className()));
		return others.list();
	}

	/** @return all elements of all documents */
	Stream<CaexElement> elements() {
		return elements.stream();
	}

	/** @return the elements whose ids a text lists, with what separates them */
	Stream<CaexElement> byIds(String ids) {
		return Arrays.stream(ids.split("[\\s,;]+")).filter(byId::containsKey).map(byId::get);
	}

	/** @return the data object that a service, procedure or parameter refers to */
	Optional<CaexElement> dataObject(CaexElement element) {
		return element.value(REFERENCE).map(dataObjects::get);
	}

	/** @return whether two elements refer to the same */
	static boolean same(CaexElement one, CaexElement other) {
		return one.value(REFERENCE).isPresent() && one.value(REFERENCE).equals(other.value(REFERENCE));
	}
}
