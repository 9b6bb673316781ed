package io.twinwright.generators.aas;

import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.LangStringTextType;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceElement;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultFile;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultMultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultRange;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultReferenceElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultRelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementList;

/** Makes submodel elements. */
final class Elements {
	private Elements() {
	}

	/** @param value in the lexical form of the type, null for none */
	static Property property(String idShort, Meaning meaning, DataTypeDefXsd type, String value) {
		return meaning.on(new DefaultProperty.Builder().idShort(idShort).valueType(type).value(value).build());
	}

	/** @param value any text, null for none */
	static Property string(String idShort, Meaning meaning, String value) {
		return property(idShort, meaning, DataTypeDefXsd.STRING, value);
	}

	static MultiLanguageProperty multiLanguage(String idShort, Meaning meaning, List<LangStringTextType> value) {
		return meaning.on(new DefaultMultiLanguageProperty.Builder().idShort(idShort).value(value).build());
	}

	/** @param low, high in the lexical form of the type, null for none */
	static Range range(String idShort, Meaning meaning, DataTypeDefXsd type, String low, String high) {
		return meaning.on(new DefaultRange.Builder().idShort(idShort).valueType(type).min(low).max(high).build());
	}

	/** @param value where the file is */
	static File file(String idShort, Meaning meaning, String contentType, String value) {
		return meaning.on(new DefaultFile.Builder().idShort(idShort).contentType(contentType).value(value).build());
	}

	static SubmodelElementCollection collection(String idShort, Meaning meaning, List<? extends SubmodelElement> value) {
		return meaning.on(new DefaultSubmodelElementCollection.Builder().idShort(idShort)
				.value(List.<SubmodelElement>copyOf(value)).build());
	}

	/**
	 * Makes a list whose order counts.
	 *
	 * @param ofElements the meaning that all elements have
	 * @param value elements of the kind, without {@code idShort}
	 */
	static SubmodelElementList list(String idShort, Meaning meaning, Reference ofElements, AasSubmodelElements kind,
			List<? extends SubmodelElement> value) {
		return meaning.on(new DefaultSubmodelElementList.Builder().idShort(idShort).semanticIdListElement(ofElements)
				.orderRelevant(true).typeValueListElement(kind).value(List.<SubmodelElement>copyOf(value)).build());
	}

	/** @param idShort null in a list */
	static ReferenceElement reference(String idShort, Meaning meaning, Reference value) {
		return meaning.on(new DefaultReferenceElement.Builder().idShort(idShort).value(value).build());
	}

	static RelationshipElement relationship(String idShort, Meaning meaning, Reference first, Reference second) {
		return meaning.on(new DefaultRelationshipElement.Builder().idShort(idShort).first(first).second(second).build());
	}

	/** @return whether nobody has said what an element is about */
	static boolean isEmpty(SubmodelElement element) {
		return switch (element) {
			case Property property -> property.getValue() == null;
			case MultiLanguageProperty texts -> texts.getValue().isEmpty();
			case SubmodelElementCollection collection -> collection.getValue().isEmpty();
			default -> false;
		};
	}
}
