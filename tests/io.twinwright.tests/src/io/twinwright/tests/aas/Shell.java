package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/**
 * Finds what a test asks for in an environment.
 *
 * @param environment where it is
 * @param qualifiedName of the asset
 */
record Shell(Environment environment, String qualifiedName) {
	AssetAdministrationShell aas() {
		return environment.getAssetAdministrationShells().stream().filter(shell -> shell.getId().equals(urn() + ":aas"))
				.findFirst().orElseThrow(() -> new AssertionError("No shell of " + qualifiedName));
	}

	private String urn() {
		return "urn:twin:" + qualifiedName.replace("#", "%23");
	}

	/** @return whether it has the submodel */
	boolean has(String word) {
		return submodel(word).isPresent();
	}

	private Optional<Submodel> submodel(String word) {
		return environment.getSubmodels().stream().filter(submodel -> submodel.getId().equals(urn() + ":" + word)).findFirst();
	}

	/** @return the element to which names and numbers lead in a submodel, null if there is none */
	SubmodelElement find(String word, String path) {
		List<SubmodelElement> elements = submodel(word).map(Submodel::getSubmodelElements).orElse(List.of());
		SubmodelElement found = null;
		for (String name : path.split("/")) {
			found = Character.isDigit(name.charAt(0)) ? elements.get(Integer.parseInt(name))
					: elements.stream().filter(element -> name.equals(element.getIdShort())).findFirst().orElse(null);
			elements = children(found);
		}
		return found;
	}

	private static List<SubmodelElement> children(SubmodelElement element) {
		return switch (element) {
			case SubmodelElementCollection collection -> collection.getValue();
			case SubmodelElementList list -> list.getValue();
			case Entity entity -> entity.getStatements();
			case null, default -> List.of();
		};
	}

	/** @return the value of a property, the text of a multi-language property, or both bounds of a range */
	String value(String word, String path) {
		SubmodelElement element = find(word, path);
		assertNotNull(element, () -> qualifiedName + " has no " + word + "/" + path + " in " + names(word));
		return switch (element) {
			case Property property -> property.getValue();
			case MultiLanguageProperty texts -> texts.getValue().getFirst().getText();
			case Range range -> range.getMin() + ".." + range.getMax();
			default -> throw new AssertionError(element.getClass().getSimpleName());
		};
	}

	private List<String> names(String word) {
		return submodel(word).map(Submodel::getSubmodelElements).orElse(List.of()).stream()
				.flatMap(element -> Stream.concat(Stream.of(element), children(element).stream()))
				.map(SubmodelElement::getIdShort).toList();
	}
}
