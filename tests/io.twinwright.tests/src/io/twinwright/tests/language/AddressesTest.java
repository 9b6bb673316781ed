package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The addresses of elements in their files: other elements change none of them. */
class AddressesTest {
	private static final Language LANGUAGE = new Language();

	private static Set<String> addresses(XtextResource file, boolean named) {
		Set<String> addresses = new TreeSet<>();
		file.getAllContents().forEachRemaining(element -> {
			String fragment = file.getURIFragment(element);
			assertEquals(element, file.getEObject(fragment), fragment);
			if (!named || !fragment.contains("@")) {
				addresses.add(element.eClass().getName() + " " + fragment);
			}
		});
		return addresses;
	}

	@TestFactory
	Stream<DynamicTest> reorderingChangesNoAddress() {
		return Texts.examples().entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> set.getValue().forEach((name, text) -> {
			XtextResource file = LANGUAGE.read(text);
			Set<String> before = addresses(file, true);
			List<INode> declarations = file.getContents().getFirst().eContents().stream()
					.map(NodeModelUtils::findActualNodeFor).map(INode.class::cast).toList();
			StringBuilder other = new StringBuilder(text.substring(0, declarations.getFirst().getTotalOffset()));
			declarations.reversed().forEach(declaration -> other.append(declaration.getText()).append('\n'));
			assertEquals(before, addresses(LANGUAGE.read(other.toString()), true));
			assertTrue(before.size() > 2);
		})));
	}

	@Test
	void insertingChangesNoAddressAndRenamingDoes() {
		String text = "namespace a\ntype T {\n  sensor x : [1]\n  sensor y : [1]\n}\n";
		Set<String> before = addresses(LANGUAGE.read(text), true);
		assertTrue(addresses(LANGUAGE.read(text.replace("  sensor x", "  sensor w : [1]\n  sensor x")), true).containsAll(before));
		assertTrue(addresses(LANGUAGE.read(text.replace("\ntype T", "\ntype S { }\n// more\ntype T")), true).containsAll(before));
		Set<String> renamed = addresses(LANGUAGE.read(text.replace("sensor x", "sensor z")), true);
		assertTrue(renamed.contains("Signal /T/z"));
		assertFalse(renamed.contains("Signal /T/x"));
		assertEquals(Set.of("Model /", "Type /T", "Signal /T/x", "Signal /T/y"), before);
		assertEquals(List.of("U"), List.of(EcoreUtil2.getAllContentsOfType(LANGUAGE.model(text.replace("type T", "type U")),
				io.twinwright.model.Type.class).getFirst().getName()));
	}
}
