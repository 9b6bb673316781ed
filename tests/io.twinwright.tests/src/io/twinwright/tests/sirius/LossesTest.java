package io.twinwright.tests.sirius;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Projects;
import io.twinwright.model.Asset;
import io.twinwright.model.Model;
import io.twinwright.model.Part;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.Type;
import io.twinwright.sirius.TwinFiles;
import io.twinwright.sirius.TwinViewpoint;
import io.twinwright.tests.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Sirius would lose if files were saved and addressed as those of any language are. */
class LossesTest {
	private static final String LINE = "namespace plant\n// what the plant has\ntype Station {\n  port in from : Item\n}\nasset Row : Line {\n  part one : Station // the first\n  part two : Station\n}\n";

	@TempDir
	private Path folder;

	private Resource load(String text) throws IOException {
		Path file = folder.resolve("line.twin");
		Files.writeString(file, text);
		ResourceSet set = new ResourceSetImpl();
		set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("twin", new TwinFiles());
		return set.getResource(URI.createFileURI(file.toString()), true);
	}

	private String text() throws IOException {
		return Files.readString(folder.resolve("line.twin"));
	}

	private static Asset row(Resource file) {
		return (Asset) Language.declaration((Model) file.getContents().getFirst(), "Row");
	}

	@Test
	void keepsWhatWasNotUnderstood() throws IOException {
		String broken = LINE + "asset Other : Line {\n  part ??? lost\n}\n";
		Resource file = load(broken);
		row(file).setLabel("changed");
		IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> file.save(null));
		assertEquals("'line.twin' is not saved: its text has syntax errors, and what stands there would be lost. Correct the text first.", refusal.getMessage());
		assertThrows(IllegalStateException.class, () -> file.save(new ByteArrayOutputStream(), null));
		assertEquals(broken, text());
	}

	@Test
	void keepsTheFileWhereAModelCannotBeWritten() throws IOException {
		Resource file = load(LINE);
		Part nameless = TwinFactory.eINSTANCE.createPart();
		row(file).getElements().add(nameless);
		assertThrows(RuntimeException.class, () -> file.save(null));
		assertEquals(LINE, text());
	}

	@Test
	void savesWhatWasUnderstoodWithItsComments() throws IOException {
		Resource file = load(LINE);
		row(file).setLabel("changed");
		file.save(null);
		assertEquals(LINE.replace("asset Row", "asset Row \"changed\""), text());
	}

	@Test
	void keepsNamesThatAreNotKnown() throws IOException {
		String text = LINE.replace("two : Station", "two : Statoin");
		Resource file = load(text);
		row(file).setLabel("changed");
		file.save(null);
		assertEquals(text.replace("asset Row", "asset Row \"changed\""), text());
	}

	@Test
	void addressesStayWhenSomethingIsInserted() throws IOException {
		Resource file = load(LINE);
		EObject two = row(file).getElements().get(1);
		String address = file.getURIFragment(two);
		Part inserted = TwinFactory.eINSTANCE.createPart();
		inserted.setName("zero");
		inserted.setType(((Part) two).getType());
		row(file).getElements().addFirst(inserted);
		assertEquals(address, file.getURIFragment(two));
		file.save(null);
		Resource again = load(text());
		assertEquals("two", ((Part) again.getEObject(address)).getName());
	}

	/** A name that a diagram sets need not be one of the language: what separates names in addresses is escaped. */
	@Test
	void addressesEscapeWhatSeparatesNames() throws IOException {
		Resource file = load(LINE);
		Part one = (Part) row(file).getElements().getFirst();
		Part two = (Part) row(file).getElements().get(1);
		for (String name : List.of("a/b", "a:b", "/", ":", "@elements.0", "a b", "100%", "한글", "a#b", "a+b", "//")) {
			one.setName(name);
			two.setName(name + "2");
			String address = file.getURIFragment(one);
			assertSame(one, file.getEObject(address), address);
			assertSame(one, EcoreUtil.resolve(TwinProxies.of(EcoreUtil.getURI(one)), file.getResourceSet()), address);
			assertSame(two, file.getEObject(file.getURIFragment(two)), name);
			assertTrue(address.chars().noneMatch(character -> character == ':' || character == ' ' || character == '#'), address);
			assertEquals(3, address.chars().filter(character -> character == '/').count() + 1, address);
		}
	}

	/** An object whose address is known and nothing else, as in a file that refers to it. */
	private static final class TwinProxies {
		static EObject of(URI address) {
			Part proxy = TwinFactory.eINSTANCE.createPart();
			((InternalEObject) proxy).eSetProxyURI(address);
			return proxy;
		}
	}

	/** Sirius keeps references to the library in its own file, and saves what it does not find again. */
	@Test
	void theLibraryIsFoundAndNeverSaved() throws IOException {
		Resource file = load(LINE);
		Type line = ((Asset) Language.declaration((Model) file.getContents().getFirst(), "Row")).getType();
		URI address = EcoreUtil.getURI(line);
		URIConverter converter = file.getResourceSet().getURIConverter();
		assertTrue(converter.exists(address.trimFragment(), null));
		assertEquals(true, converter.getAttributes(address.trimFragment(), null).get(URIConverter.ATTRIBUTE_READ_ONLY));
		assertThrows(IOException.class, () -> converter.createOutputStream(address.trimFragment()));
		ResourceSet other = new ResourceSetImpl();
		other.getResourceFactoryRegistry().getExtensionToFactoryMap().put("twin", new TwinFiles());
		assertEquals("Line", ((Type) other.getEObject(address, true)).getName());
		assertEquals(List.of(), other.getResource(address.trimFragment(), false).getErrors());
		assertSame(other.getEObject(address, true), Library.of(other).declarations().get("Line"));
	}

	@Test
	void theLanguageIsSetUpOnce() throws IOException {
		Resource one = load(LINE);
		Resource other = load(LINE);
		assertSame(((XtextResource) one).getResourceServiceProvider().get(Projects.class),
				((XtextResource) other).getResourceServiceProvider().get(Projects.class));
		assertEquals(List.of(), Language.faults((XtextResource) one));
		assertTrue(one.getResourceSet().getResources().stream().anyMatch(file -> Library.contains(file.getURI())));
	}

	/** Stands in for Sirius's registry, which is called by name. */
	public static final class Registry {
		static final List<String> REGISTERED = new ArrayList<>();

		public static Registry getInstance() {
			return new Registry();
		}

		public void registerFromPlugin(String place) {
			REGISTERED.add(place);
		}
	}

	@Test
	void registersTheViewpointThatIsShipped() throws ReflectiveOperationException {
		TwinViewpoint.register(Registry.class);
		assertEquals(List.of(TwinViewpoint.PLACE), Registry.REGISTERED);
		assertTrue(Files.isRegularFile(Viewpoint.BUNDLE.resolveSibling(TwinViewpoint.PLACE)));
		assertThrows(ReflectiveOperationException.class, () -> TwinViewpoint.register(String.class));
	}
}
