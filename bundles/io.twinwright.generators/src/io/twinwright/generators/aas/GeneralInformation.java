package io.twinwright.generators.aas;

import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/** Who made it and what class of product it is, as the technical data say it. */
final class GeneralInformation {
	private static final String CDP = "https://api.eclass-cdp.com/";
	private static final Meaning INFORMATION =
			Meaning.of("0173-1#02-ABK161#002/0173-1#01-AHX838#002");
	private static final Meaning CLASSIFICATIONS =
			Meaning.of("0173-1#02-ABK162#002", CDP + "0173-1-02-ABK162-002");
	private static final Meaning CLASSIFICATION =
			Meaning.of("0173-1#02-ABK162#002/0173-1#01-AHX839#002");

	private final Context context;

	GeneralInformation(Context context) {
		this.context = context;
	}

	/** @return what the identity says of the manufacturer; the four elements are mandatory and may have no value */
	SubmodelElement of(Subject subject) {
		Identity identity = Identity.of(subject.layers());
		String element = subject.qualifiedName();
		return Elements.collection("GeneralInformation", INFORMATION, List.of(
				string(identity, "ManufacturerName", "ManufacturerName", "AAO677", "004", element),
				Elements.multiLanguage("ManufacturerProductDesignation", eclass("AAW338", "003"),
						Nameplate.designation(identity, subject).map(text -> context.texts().text(text, element))
								.orElse(List.of())),
				string(identity, "ProductArticleNumberOfManufacturer", "ManufacturerArticleNumber", "AAO676", "005", element),
				string(identity, "OrderCodeOfManufacturer", "ManufacturerOrderCode", "AAO227", "004", element)));
	}

	private SubmodelElement string(Identity identity, String entry, String idShort, String code, String version,
			String element) {
		return Elements.string(idShort, eclass(code, version),
				identity.get(entry).map(value -> context.texts().legal(value, element)).orElse(null));
	}

	/** A property of ECLASS with its id and its address. */
	private static Meaning eclass(String code, String version) {
		return Meaning.of("0173-1#02-" + code + "#" + version, CDP + "0173-1-02-" + code + "-" + version);
	}

	/** @return the classes that its type and base types name with a semantic id */
	Optional<SubmodelElement> classification(Subject subject) {
		List<SubmodelElement> classes = new ArrayList<>();
		for (Structure layer : subject.layers()) {
			if (layer instanceof ClauseHolder holder) {
				Concepts.semantic(holder).ifPresent(id -> classes.add(classification(id)));
			}
		}
		if (classes.isEmpty()) {
			return Optional.empty();
		}
		SubmodelElementList list = Elements.list("ProductClassifications", CLASSIFICATIONS, CLASSIFICATION.semanticId(),
				AasSubmodelElements.SUBMODEL_ELEMENT_COLLECTION, classes);
		list.setOrderRelevant(false);
		return Optional.of(list);
	}

	/** The coded name, such as 27-02-22-02 in ECLASS, does not follow from the id; its element is mandatory. */
	private SubmodelElement classification(Reference reference) {
		String id = reference.getKeys().getFirst().getValue();
		return Elements.collection(null, CLASSIFICATION,
				List.of(Elements.string("ClassificationSystem", eclass("ABL424", "001"), system(id)),
						Elements.string("ProductClassId", eclass("ABG776", "003"), context.texts().legal(id, id)),
						Elements.string("ProductClassCodedName", eclass("ABK128", "002"), null)));
	}

	/** @return the dictionary, by the registration authority with which an IRDI begins (ISO/IEC 6523) */
	private static String system(String id) {
		return id.startsWith("0173-") ? "ECLASS" : id.startsWith("0112/2///") ? "IEC CDD" : "customer specific";
	}
}
