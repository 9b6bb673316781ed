package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.Subject.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SpecificAssetId;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAssetInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEnvironment;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSpecificAssetId;

/** Builds the shells of a project with their submodels. */
final class Shells {
	private static final Meaning SERIAL_NUMBER = Meaning.of("0112/2///61987#ABA951#009");

	private final Context context;
	private final List<Chapter> chapters;
	private final List<AssetAdministrationShell> shells = new ArrayList<>();
	private final List<Submodel> submodels = new ArrayList<>();
	private final Map<String, String> owners = new HashMap<>();

	Shells(Context context) {
		this.context = context;
		AssetInterfaces interfaces = new AssetInterfaces(context);
		TimeSeries series = new TimeSeries(context);
		this.chapters = List.of(new Nameplate(context), new TechnicalData(context), new Capabilities(context),
				new BillOfMaterial(context), interfaces, series, new InterfaceMappings(interfaces, series),
				new CarbonFootprint(context), new ControlComponentTypes(context), new ControlComponents(context, interfaces));
	}

	/** @return all shells, submodels and concepts; identifiers are unique or there is a finding */
	Environment build(List<Subject> subjects) {
		subjects.forEach(this::add);
		return new DefaultEnvironment.Builder().assetAdministrationShells(shells).submodels(submodels)
				.conceptDescriptions(context.concepts().all()).build();
	}

	private void add(Subject subject) {
		List<Reference> references = new ArrayList<>();
		for (Chapter chapter : chapters) {
			List<SubmodelElement> elements = chapter.elements(subject);
			if (!elements.isEmpty()) {
				Submodel submodel = chapter.template().submodel(subject, elements);
				submodels.add(submodel);
				references.add(References.submodel(submodel.getId()));
			}
		}
		AssetAdministrationShell shell = new DefaultAssetAdministrationShell.Builder()
				.id(Identifiers.shell(subject.qualifiedName())).idShort(IdShorts.of(name(subject))).submodels(references)
				.derivedFrom(derivedFrom(subject)).assetInformation(information(subject)).build();
		context.label(shell, subject.element(), name(subject));
		context.describe(shell, subject.element(), subject.qualifiedName());
		own(shell.getId(), subject.qualifiedName());
		shells.add(shell);
	}

	private static Reference derivedFrom(Subject subject) {
		return subject.type() == null ? null
				: References.shell(Identifiers.shell(TwinModel.qualifiedName(subject.type())));
	}

	private static String name(Subject subject) {
		return subject.kind() == Kind.POSITION ? subject.view().path() : subject.element().getName();
	}

	private AssetInformation information(Subject subject) {
		String id = Identity.globalAssetId(subject);
		own(id, subject.qualifiedName());
		return new DefaultAssetInformation.Builder().assetKind(kind(subject))
				.globalAssetId(context.texts().legal(id, subject.qualifiedName()))
				.assetType(subject.type() == null ? null : Identity.globalAssetId(subject.type()))
				.specificAssetIds(specificAssetIds(subject)).build();
	}

	/** Metamodel 3.0 has no kind for a place that any piece may take. */
	private static AssetKind kind(Subject subject) {
		return switch (subject.kind()) {
			case TYPE -> AssetKind.TYPE;
			case PIECE -> AssetKind.INSTANCE;
			case POSITION -> subject.view().piece() == null ? AssetKind.NOT_APPLICABLE : AssetKind.INSTANCE;
		};
	}

	private List<SpecificAssetId> specificAssetIds(Subject subject) {
		List<SpecificAssetId> ids = new ArrayList<>();
		if (subject.kind() != Kind.TYPE) {
			Identity.of(subject.layers()).get("SerialNumber").ifPresent(number -> ids.add(SERIAL_NUMBER.on(
					new DefaultSpecificAssetId.Builder().name("serialNumber").value(number).build())));
		}
		if (subject.kind() == Kind.POSITION && subject.view().piece() != null) {
			ids.add(new DefaultSpecificAssetId.Builder().name("piece")
					.value(Identity.globalAssetId(subject.view().piece())).build());
		}
		return ids;
	}

	private void own(String id, String element) {
		if (id.length() > Identifiers.LONGEST) {
			context.findings().add(Rule.IDENTIFIER_TOO_LONG, element,
					"The identifier of '%s' has %d characters. A shell allows %d; shorten the names or give a 'globalAssetId'."
							.formatted(element, id.length(), Identifiers.LONGEST));
		}
		String other = owners.putIfAbsent(id, element);
		if (other != null) {
			context.findings().add(Rule.IDENTIFIER_TWICE, element,
					"'%s' and '%s' have the same identifier '%s'. Each needs one of its own.".formatted(other, element, id));
		}
	}
}
