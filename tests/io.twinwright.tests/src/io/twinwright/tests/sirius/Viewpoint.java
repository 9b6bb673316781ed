package io.twinwright.tests.sirius;

import io.twinwright.tests.language.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;

/** A viewpoint, read by Sirius's metamodels. */
final class Viewpoint {
	static final Path BUNDLE = Checkout.root().resolve("bundles/io.twinwright.sirius");

	private final SiriusMetamodels metamodels;
	private final Resource file;

	/** An expression and where it stands. */
	record Expression(EObject owner, EAttribute feature, String text) {
		String place() {
			return owner.eClass().getName() + " '" + name(owner) + "' " + feature.getName() + " " + text;
		}
	}

	/** Reads a text as a viewpoint; what is wrong with it stands in {@link #problems}. */
	Viewpoint(SiriusMetamodels metamodels, String text) {
		this.metamodels = metamodels;
		file = metamodels.resources().createResource(URI.createURI("memory:/" + metamodels.resources().getResources().size() + ".odesign"));
		try {
			file.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
		} catch (IOException e) {
			// told by the resource too
			if (file.getErrors().isEmpty()) {
				throw new UncheckedIOException(e);
			}
		}
	}

	/** @return the text of the viewpoint that is shipped */
	static String shipped() {
		try {
			return Files.readString(BUNDLE.resolve("description/twinwright.odesign"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	SiriusMetamodels metamodels() {
		return metamodels;
	}

	/** @return what could not be read */
	List<String> problems() {
		return file.getErrors().stream().map(Resource.Diagnostic::getMessage).toList();
	}

	EObject root() {
		return file.getContents().getFirst();
	}

	List<EObject> all() {
		return SiriusMetamodels.all(root());
	}

	/** @return all objects that are of a class */
	Stream<EObject> all(String kind) {
		return all().stream().filter(object -> SiriusMetamodels.kinds(object).contains(kind));
	}

	/** @return the only object of a class with a name, in a diagram or table */
	EObject named(String representation, String kind, String name) {
		return all(kind).filter(object -> name.equals(name(object)) && representation.equals(name(representation(object)))).findFirst()
				.orElseThrow(() -> new AssertionError("No %s '%s' in %s".formatted(kind, name, representation)));
	}

	/** @return the diagram or table that an object is in */
	static EObject representation(EObject object) {
		EObject up = object;
		while (up != null && !SiriusMetamodels.kinds(up).contains("RepresentationDescription")) {
			up = up.eContainer();
		}
		return up;
	}

	/** @return all expressions that are set */
	List<Expression> expressions() {
		List<Expression> found = new ArrayList<>();
		for (EObject object : all()) {
			for (EAttribute feature : object.eClass().getEAllAttributes()) {
				EClassifier type = feature.getEType();
				if (type.getName().equals("InterpretedExpression") && object.eIsSet(feature)) {
					found.add(new Expression(object, feature, (String) object.eGet(feature)));
				}
			}
		}
		return found;
	}

	static Object get(EObject object, String feature) {
		EStructuralFeature found = object == null ? null : object.eClass().getEStructuralFeature(feature);
		return found == null ? null : object.eGet(found);
	}

	static String text(EObject object, String feature) {
		return get(object, feature) instanceof String text ? text : "";
	}

	static String name(EObject object) {
		return text(object, "name");
	}

	@SuppressWarnings("unchecked")
	static List<EObject> list(EObject object, String feature) {
		return switch (get(object, feature)) {
			case null -> List.of();
			case List<?> many -> (List<EObject>) many;
			case Object one -> List.of((EObject) one);
		};
	}
}
