package io.twinwright.importers.aas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.AbstractLangString;
import org.eclipse.digitaltwin.aas4j.v3.model.AnnotatedRelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/** What submodel elements say; nothing that a file leaves out is null. */
final class Elements {
	private static final String ENGLISH = "en";

	private Elements() {
	}

	/** @return the elements directly in another one, or in a submodel */
	static List<SubmodelElement> in(Referable element) {
		List<SubmodelElement> inner = switch (element) {
			case Submodel submodel -> submodel.getSubmodelElements();
			case SubmodelElementCollection collection -> collection.getValue();
			case SubmodelElementList list -> list.getValue();
			case Entity entity -> entity.getStatements();
			case AnnotatedRelationshipElement relationship -> new ArrayList<SubmodelElement>(orEmpty(relationship.getAnnotations()));
			case null, default -> List.of();
		};
		return orEmpty(inner).stream().filter(each -> each != null).toList();
	}

	private static <T> List<T> orEmpty(List<T> list) {
		return list == null ? List.of() : list;
	}

	/** @return all elements at any depth, each before those in it */
	static Stream<SubmodelElement> all(Referable element) {
		return in(element).stream().flatMap(each -> Stream.concat(Stream.of(each), all(each)));
	}

	/** @return the element of a name directly in another one */
	static Optional<SubmodelElement> child(Referable element, String idShort) {
		return in(element).stream().filter(each -> idShort.equalsIgnoreCase(each.getIdShort())).findFirst();
	}

	/** @return the text of the first of some children that has one */
	static Optional<String> text(Referable element, String... idShorts) {
		return Stream.of(idShorts).map(idShort -> child(element, idShort).flatMap(Elements::text)).flatMap(Optional::stream).findFirst();
	}

	/** @return the value of a property as a text: of several languages English, else the first */
	static Optional<String> text(SubmodelElement element) {
		return switch (element) {
			case Property property -> Optional.ofNullable(property.getValue()).map(String::strip).filter(text -> !text.isEmpty());
			case MultiLanguageProperty texts -> language(texts.getValue());
			case null, default -> Optional.empty();
		};
	}

	/** @return the text in English, else the first */
	static Optional<String> language(Collection<? extends AbstractLangString> texts) {
		if (texts == null) {
			return Optional.empty();
		}
		List<AbstractLangString> all = texts.stream().<AbstractLangString>map(text -> text).filter(text -> text != null && text.getText() != null).toList();
		return all.stream().filter(text -> text.getLanguage() != null && text.getLanguage().startsWith(ENGLISH)).findFirst()
				.or(() -> all.stream().findFirst()).map(text -> text.getText().strip()).filter(text -> !text.isEmpty());
	}

	/** @return how an element is shown to people */
	static Optional<String> displayName(Referable element) {
		return language(element.getDisplayName());
	}

	static Optional<String> description(Referable element) {
		return language(element.getDescription());
	}

	/** @return the keys of its semantic id and the supplemental ones, the nearest first */
	static List<String> meanings(HasSemantics element) {
		List<String> meanings = new ArrayList<>(keys(element.getSemanticId()));
		orEmpty(element.getSupplementalSemanticIds()).forEach(reference -> meanings.addAll(keys(reference)));
		return meanings;
	}

	/** @return the values of the keys of a reference */
	static List<String> keys(Reference reference) {
		return reference == null ? List.of() : orEmpty(reference.getKeys()).stream().map(Key::getValue).filter(value -> value != null).toList();
	}

	/** @return whether one of the meanings of an element has a part */
	static boolean means(HasSemantics element, String part) {
		return meanings(element).stream().anyMatch(meaning -> meaning.contains(part));
	}
}
