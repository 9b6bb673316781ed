package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.TwinPackage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;

/** Each word and concept of the language is shown by an example, the library or the page of a rule. */
class CoverageTest {
	private static final Language LANGUAGE = new Language();
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Test
	void everyFeatureOccurs() {
		Set<String> missing = new TreeSet<>();
		TWIN.getEClassifiers().forEach(classifier -> {
			if (classifier instanceof EClass kind && !kind.isAbstract()) {
				missing.add(kind.getName());
				kind.getEAllStructuralFeatures().forEach(feature -> missing.add(name(feature)));
			} else if (classifier instanceof EEnum values) {
				values.getELiterals().forEach(value -> missing.add(values.getName() + " " + value.getLiteral()));
			}
		});
		Texts.all().values().forEach(set -> read(set).forEach(file -> {
			TreeIterator<EObject> contents = file.getAllContents();
			while (contents.hasNext()) {
				seen(contents.next(), missing);
			}
		}));
		assertEquals(Set.of(), missing, "No text shows these.");
	}

	private static String name(EStructuralFeature feature) {
		return feature.getEContainingClass().getName() + "." + feature.getName();
	}

	private static void seen(EObject element, Set<String> missing) {
		EClass kind = element.eClass();
		missing.remove(kind.getName());
		for (EStructuralFeature feature : kind.getEAllStructuralFeatures()) {
			if (feature instanceof EAttribute attribute && attribute.getEAttributeType() instanceof EEnum values
					&& (!feature.isUnsettable() || element.eIsSet(feature))) {
				missing.remove(values.getName() + " " + element.eGet(feature));
				missing.remove(name(feature));
			}
			if (element.eIsSet(feature)) {
				missing.remove(name(feature));
			}
		}
	}

	@Test
	void everyKeywordOccurs() {
		Set<String> missing = new TreeSet<>();
		EcoreUtil2.eAllOfType(LANGUAGE.get(TwinGrammarAccess.class).getGrammar(), Keyword.class).stream()
				.filter(keyword -> EcoreUtil2.getContainerOfType(keyword, TerminalRule.class) == null)
				.forEach(keyword -> missing.add(keyword.getValue()));
		Texts.all().values().forEach(set -> read(set).forEach(file -> {
			for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
				missing.remove(leaf.getText());
			}
		}));
		assertEquals(Set.of(), missing, "No text shows these words.");
	}

	private static List<XtextResource> read(Map<String, String> texts) {
		ResourceSet set = LANGUAGE.files();
		return texts.entrySet().stream().map(text -> LANGUAGE.read(set, text.getKey(), text.getValue()))
				.filter(file -> !file.getContents().isEmpty()).toList();
	}
}
