package io.twinwright.tests.importers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Capability;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.DataSpecificationIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/** What the shells of a project say, as sentences that do not depend on its namespaces, by the kind of what they say. */
final class Facts {
	private static final String LIBRARY = "urn:twin:twin.std.";

	private final Map<String, Submodel> submodels = new HashMap<>();
	private final Map<String, ConceptDescription> concepts = new HashMap<>();
	private final Map<String, AssetAdministrationShell> shells = new HashMap<>();
	private final Map<String, Set<String>> facts = new TreeMap<>();

	private Facts(Environment environment) {
		environment.getSubmodels().forEach(submodel -> submodels.put(submodel.getId(), submodel));
		environment.getConceptDescriptions().forEach(concept -> concepts.put(concept.getId(), concept));
		environment.getAssetAdministrationShells().forEach(shell -> shells.put(shell.getId(), shell));
	}

	/** @return sentences by kind: identity, signal, value, capability, hierarchy, endpoint, binding, port, size */
	static Map<String, Set<String>> of(Environment environment) {
		Facts facts = new Facts(environment);
		environment.getAssetAdministrationShells().stream().filter(shell -> !shell.getId().startsWith(LIBRARY)).forEach(facts::shell);
		return facts.facts;
	}

	private void add(String kind, String fact) {
		facts.computeIfAbsent(kind, missing -> new TreeSet<>()).add(fact);
	}

	private void shell(AssetAdministrationShell shell) {
		String name = name(shell);
		boolean isPosition = isPosition(shell);
		for (Reference reference : shell.getSubmodels()) {
			Submodel submodel = submodels.get(reference.getKeys().getFirst().getValue());
			switch (submodel.getIdShort()) {
				case "Nameplate" -> {
					if (!isPosition) {
						identity(name, submodel);
					}
				}
				case "TechnicalData" -> {
					if (!isPosition) {
						technical(name, submodel);
					}
				}
				case "CapabilityDescription" -> capabilities(name, submodel);
				case "HierarchicalStructures" -> hierarchy(name, submodel);
				case "AssetInterfacesDescription" -> interfaces(name, submodel);
				case "CarbonFootprint" -> all(submodel).filter(line -> text(line) != null).forEach(line ->
						add("footprint", name + " " + line.getIdShort() + " = " + text(line)));
				case "ControlComponentType", "ControlComponentInstance" -> {
					if (!isPosition) {
						skills(name, submodel);
					}
				}
				default -> {
				}
			}
		}
	}

	private boolean isPosition(AssetAdministrationShell shell) {
		return shells.containsKey(around(shell));
	}

	/** @return the id of the shell of what a position is in, one that nothing has for others */
	private String around(AssetAdministrationShell shell) {
		String id = shell.getId().replaceFirst(":aas$", "");
		while (id.contains(".") && !shells.containsKey(id + ":aas") || (id + ":aas").equals(shell.getId())) {
			id = id.substring(0, Math.max(0, id.lastIndexOf('.')));
		}
		return id + ":aas";
	}

	/** @return the asset id, of a position that of what it is in with its name behind it */
	private String name(AssetAdministrationShell shell) {
		if (!isPosition(shell)) {
			return shell.getAssetInformation().getGlobalAssetId();
		}
		String id = shell.getId().replaceFirst(":aas$", "");
		return name(shells.get(around(shell))) + "/" + id.substring(around(shell).length() - ":aas".length() + 1).replace('.', '_');
	}

	private void identity(String shell, Submodel nameplate) {
		all(nameplate).forEach(element -> {
			String text = text(element);
			if (text != null) {
				add("identity", shell + " " + element.getIdShort() + " = " + text);
			}
		});
	}

	private void technical(String shell, Submodel technical) {
		all(technical).filter(SubmodelElementCollection.class::isInstance).forEach(section -> {
			switch (section.getIdShort() == null ? "" : section.getIdShort()) {
				case "Ranges" -> in(section).forEach(range -> {
					if (!isInsight((Range) range)) {
						add("signal", "%s %s %s..%s %s".formatted(shell, range.getIdShort(), ((Range) range).getMin(), ((Range) range).getMax(), unit((Range) range)));
					}
				});
				case "Properties", "Parameters" -> in(section).forEach(property -> add("value",
						"%s %s = %s %s".formatted(shell, property.getIdShort(), text(property), unit((Property) property))));
				case "Dimensions" -> all(section).filter(Property.class::isInstance).forEach(size -> add("size",
						"%s %s = %s %s".formatted(shell, size.getIdShort(), text(size), unit((Property) size))));
				case "Ports" -> in(section).forEach(port -> all(port).forEach(line -> add("port",
						"%s %s %s = %s".formatted(shell, port.getIdShort(), line.getIdShort(), said(line)))));
				default -> {
				}
			}
		});
	}

	private static String said(SubmodelElement element) {
		return element instanceof Range range ? range.getMin() + ".." + range.getMax() : String.valueOf(text(element));
	}

	private boolean isInsight(HasSemantics element) {
		return keys(element).stream().map(concepts::get).filter(concept -> concept != null).map(this::data)
				.anyMatch(data -> data.getDefinition().stream().anyMatch(text -> text.getText().startsWith("Insight '")));
	}

	private DataSpecificationIec61360 data(ConceptDescription concept) {
		return (DataSpecificationIec61360) concept.getEmbeddedDataSpecifications().getFirst().getDataSpecificationContent();
	}

	private String unit(HasSemantics element) {
		return keys(element).stream().map(concepts::get).filter(concept -> concept != null).map(this::data).map(DataSpecificationIec61360::getUnit)
				.filter(unit -> unit != null).findFirst().orElse("");
	}

	private static List<String> keys(HasSemantics element) {
		List<Reference> references = new ArrayList<>();
		if (element.getSemanticId() != null) {
			references.add(element.getSemanticId());
		}
		references.addAll(element.getSupplementalSemanticIds());
		return references.stream().flatMap(reference -> reference.getKeys().stream()).map(Key::getValue).toList();
	}

	private void capabilities(String shell, Submodel submodel) {
		for (SubmodelElement set : in(submodel)) {
			for (SubmodelElement container : in(set)) {
				Capability capability = (Capability) in(container).stream().filter(Capability.class::isInstance).findFirst().orElseThrow();
				String name = "%s %s %s".formatted(shell, capability.getQualifiers().getFirst().getType(), capability.getIdShort());
				add("capability", name);
				in(container).stream().filter(each -> "PropertySet".equals(each.getIdShort())).flatMap(each -> in(each).stream())
						.forEach(property -> in(property).forEach(bound -> add("capability", name + " " + bound.getIdShort() + " " + said(bound))));
			}
		}
	}

	private void skills(String shell, Submodel submodel) {
		all(submodel).filter(each -> "Skills".equals(each.getIdShort())).flatMap(skills -> in(skills).stream()).forEach(skill -> {
			String name = shell + " " + skill.getIdShort();
			add("skill", name);
			in(skill).stream().filter(each -> "Parameters".equals(each.getIdShort())).flatMap(each -> in(each).stream())
					.filter(parameter -> !isInsight(parameter)).forEach(parameter -> {
						add("skill", name + " " + parameter.getIdShort() + " " + unit(parameter));
						all(parameter).filter(line -> !(line instanceof SubmodelElementCollection)).forEach(line ->
								add("skill", name + " " + parameter.getIdShort() + " " + line.getIdShort() + " " + said(line)));
					});
		});
	}

	private void hierarchy(String shell, Submodel submodel) {
		all(submodel).filter(Entity.class::isInstance).map(Entity.class::cast).filter(entity -> !entity.getIdShort().equals("EntryNode")).forEach(entity -> {
			String piece = shells.values().stream().filter(other -> !isPosition(other) && other.getAssetInformation().getAssetKind() == AssetKind.INSTANCE
					&& other.getAssetInformation().getGlobalAssetId().equals(entity.getGlobalAssetId())).map(this::name).findFirst().orElse("");
			String kind = keys(entity).stream().filter(key -> !key.contains("/idta/")).findFirst().orElse("");
			add("hierarchy", "%s has %s %s%s%s".formatted(shell, entity.getIdShort(), piece, kind,
					entity.getStatements().stream().filter(Property.class::isInstance).map(count -> " times " + text(count)).findFirst().orElse("")));
		});
	}

	private void interfaces(String shell, Submodel submodel) {
		for (SubmodelElement each : in(submodel)) {
			String base = all(each).filter(line -> "base".equals(line.getIdShort())).map(Facts::text).findFirst().orElse("");
			add("endpoint", shell + " " + base);
			all(each).filter(line -> line.getIdShort() != null && line.getIdShort().startsWith("uav_security")).forEach(line ->
					add("endpoint", base + " " + line.getIdShort() + " " + text(line)));
			all(each).filter(properties -> "properties".equals(properties.getIdShort())).flatMap(properties -> in(properties).stream()).forEach(property -> {
				String href = all(property).filter(line -> "href".equals(line.getIdShort())).map(Facts::text).findFirst().orElse("");
				String unit = all(property).filter(line -> "unit".equals(line.getIdShort())).map(Facts::text).findFirst().orElse("");
				add("binding", "%s %s %s".formatted(base, href, unit));
			});
		}
	}

	private static String text(SubmodelElement element) {
		return switch (element) {
			case Property property -> property.getValue();
			case MultiLanguageProperty texts -> texts.getValue().isEmpty() ? null : texts.getValue().getFirst().getText();
			default -> null;
		};
	}

	private static Stream<SubmodelElement> all(Referable element) {
		return in(element).stream().flatMap(each -> Stream.concat(Stream.of(each), all(each)));
	}

	private static Collection<SubmodelElement> in(Referable element) {
		return switch (element) {
			case Submodel submodel -> submodel.getSubmodelElements();
			case SubmodelElementCollection collection -> collection.getValue();
			case SubmodelElementList list -> list.getValue();
			case Entity entity -> entity.getStatements();
			default -> List.of();
		};
	}
}
