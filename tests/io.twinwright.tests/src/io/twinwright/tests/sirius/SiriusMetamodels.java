package io.twinwright.tests.sirius;

import io.twinwright.model.TwinPackage;
import io.twinwright.tests.language.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.junit.jupiter.api.Assumptions;

/** Sirius's own metamodels, read from their files beside the checkout. */
final class SiriusMetamodels {
	private static final Path FOLDER = Checkout.root().resolveSibling("shared").resolve("data/sirius");
	private static final List<String> FILES = List.of("viewpoint", "diagram", "table", "properties");

	/** The metamodels name each other, and that of EMF, by where they stand in Sirius's sources. */
	private final ResourceSet resources = new ResourceSetImpl() {
		@Override
		public Resource getResource(URI uri, boolean load) {
			if ("Ecore.ecore".equals(uri.lastSegment())) {
				return EcorePackage.eINSTANCE.eResource();
			}
			boolean isSibling = "ecore".equals(uri.fileExtension()) && FILES.contains(uri.trimFileExtension().lastSegment());
			return super.getResource(isSibling ? file(uri.trimFileExtension().lastSegment()) : uri, load);
		}
	};

	SiriusMetamodels() {
		Assumptions.assumeTrue(Files.isDirectory(FOLDER), () -> "Sirius's metamodels are not beside the checkout: " + FOLDER);
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("odesign", new XMIResourceFactoryImpl());
		resources.getPackageRegistry().put(TwinPackage.eNS_URI, TwinPackage.eINSTANCE);
		for (String file : FILES) {
			register((EPackage) resources.getResource(file(file), true).getContents().getFirst());
		}
	}

	private static URI file(String name) {
		return URI.createFileURI(FOLDER.resolve(name + ".ecore").toString());
	}

	private void register(EPackage metamodel) {
		resources.getPackageRegistry().put(metamodel.getNsURI(), metamodel);
		metamodel.getESubpackages().forEach(this::register);
	}

	ResourceSet resources() {
		return resources;
	}

	/** @return a class of the metamodels by its name, and that of its package */
	EClass type(String packageUri, String name) {
		return (EClass) resources.getPackageRegistry().getEPackage("http://www.eclipse.org/sirius/" + packageUri).getEClassifier(name);
	}

	EObject create(String packageUri, String name) {
		return EcoreUtil.create(type(packageUri, name));
	}

	/** @return the names of all classes that an object is of */
	static Set<String> kinds(EObject object) {
		Set<String> kinds = new TreeSet<>();
		kinds.add(object.eClass().getName());
		object.eClass().getEAllSuperTypes().forEach(type -> kinds.add(type.getName()));
		return kinds;
	}

	/** @return an object and all in it */
	static List<EObject> all(EObject root) {
		List<EObject> all = new ArrayList<>(List.of(root));
		TreeIterator<EObject> contents = root.eAllContents();
		contents.forEachRemaining(all::add);
		return all;
	}
}
