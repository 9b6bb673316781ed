package io.twinwright.generators.aas;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.CapabilityUse.CapabilityRole;
import io.twinwright.model.Capability;
import io.twinwright.model.Parametrized;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.QualifierKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultCapability;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultQualifier;

/**
 * The submodel Capability Description 1.0 (IDTA 02020-1-0). One set has what is provided, required and can be started as a
 * service, with its bounds; a second one has the capabilities that these extend, in no role, so that each
 * {@code extends} is a generalization inside the submodel, as clause 1.8.1 asks.
 */
final class Capabilities implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/CapabilityDescription/";
	private static final Template TEMPLATE = new Template("capabilities", "CapabilityDescription",
			"https://admin-shell.io/idta/SubmodelTemplate/CapabilityDescription/1/0",
			Meaning.ofSubmodel("https://admin-shell.io/idta/SubmodelTemplate/CapabilityDescription/1/0"));
	private static final String OWN_SET = "CapabilitySet";
	private static final String GENERAL_SET = "GeneralCapabilities";

	private final Context context;
	private final CapabilityProperties properties;

	Capabilities(Context context) {
		this.context = context;
		this.properties = new CapabilityProperties(context);
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		Set<CapabilityUse> uses = CapabilityUse.of(subject);
		if (uses.isEmpty()) {
			return List.of();
		}
		String submodel = TEMPLATE.id(subject.qualifiedName());
		Set<Capability> general = general(uses);
		Map<Capability, String> generalIds = IdShorts.of(general, Capability::getName, TwinModel::qualifiedName);
		Map<CapabilityUse, String> ownIds = CapabilityUse.idShorts(uses);
		List<SubmodelElement> sets = new ArrayList<>();
		sets.add(Elements.collection(OWN_SET, meaning("CapabilitySet"), uses.stream()
				.map(use -> container(submodel, OWN_SET, ownIds.get(use), use, generalIds)).toList()));
		if (!general.isEmpty()) {
			sets.add(Elements.collection(GENERAL_SET, meaning("CapabilitySet"), general.stream()
					.map(each -> container(submodel, GENERAL_SET, generalIds.get(each), CapabilityUse.ofNone(each), generalIds))
					.toList()));
		}
		return sets;
	}

	private static Meaning meaning(String name) {
		return Meaning.of(IDS + name + "/1/0");
	}

	/** @return all capabilities that those in use extend, over any number of steps */
	private static Set<Capability> general(Set<CapabilityUse> uses) {
		Set<Capability> general = new LinkedHashSet<>();
		for (CapabilityUse use : uses) {
			Capability next = base(use.capability());
			while (next != null && general.add(next)) {
				next = base(next);
			}
		}
		return general;
	}

	private static Capability base(Capability capability) {
		Parametrized base = Members.base(capability);
		return base instanceof Capability general && !general.eIsProxy() && general.getName() != null ? general : null;
	}

	private SubmodelElement container(String submodel, String set, String idShort, CapabilityUse use,
			Map<Capability, String> generalIds) {
		String name = IdShorts.of(use.capability().getName());
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(capability(name, use));
		context.descriptions().of(use.labelled()).or(() -> context.descriptions().of(use.capability())).ifPresent(text ->
				elements.add(Elements.multiLanguage("CapabilityComment", meaning("CapabilityComment"),
						context.texts().text(text, use.title()))));
		List<SubmodelElement> bounds = properties.of(use);
		if (!bounds.isEmpty()) {
			elements.add(Elements.collection("PropertySet", meaning("PropertySet"), bounds));
		}
		Capability base = base(use.capability());
		if (base != null) {
			Reference first = path(submodel, set, idShort, name);
			Reference second = path(submodel, GENERAL_SET, generalIds.get(base), IdShorts.of(base.getName()));
			SubmodelElement relation = Elements.relationship("CapabilityGeneralizedBy",
					meaning("CapabilityGeneralizedBy"), first, second);
			elements.add(Elements.collection("CapabilityRelations", meaning("CapabilityRelations"),
					List.of(Elements.collection("GeneralizedBySet", meaning("GeneralizedBySet"), List.of(relation)))));
		}
		SubmodelElement container = Elements.collection(idShort, meaning("CapabilityContainer"), elements);
		if (use.role() != CapabilityRole.NOT_ASSIGNED) {
			context.label(container, use.labelled(), use.title());
		}
		return container;
	}

	private static Reference path(String submodel, String set, String container, String capability) {
		return References.submodel(submodel, Stream.concat(Stream.of(References.collections(set, container)),
				Stream.of(References.key(KeyTypes.CAPABILITY, capability))).toArray(Key[]::new));
	}

	private SubmodelElement capability(String idShort, CapabilityUse use) {
		String role = use.role().word();
		DefaultQualifier qualifier = new DefaultQualifier.Builder().type(role).kind(QualifierKind.VALUE_QUALIFIER)
				.valueType(DataTypeDefXsd.BOOLEAN).value("true").build();
		Meaning.of(IDS + "CapabilityRoleQualifier/" + role + "/1/0").on(qualifier);
		SubmodelElement capability = new DefaultCapability.Builder().idShort(idShort).qualifiers(List.of(qualifier)).build();
		context.label(capability, use.capability(), use.capability().getName());
		return new Meaning(References.external(IDS + "Capability/1/0"), List.of(context.concepts().of(use.capability())))
				.on(capability);
	}
}
