package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.SiriusMetamodels.kinds;
import static io.twinwright.tests.sirius.Viewpoint.name;
import static io.twinwright.tests.sirius.Viewpoint.text;

import io.twinwright.model.TwinPackage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Finds in a viewpoint what Sirius would find, and more: names of classes, features, services, variables, pictures and texts that are not there. */
final class ViewpointCheck {
	/** Sirius silently leaves out a viewpoint of a later version. */
	static final String VERSION = "12.0.0.2017041100";
	private static final String PICTURES = "/io.twinwright.sirius/";

	private final Viewpoint viewpoint;
	private final Services services;
	private final Typing typing;
	private final Scopes scopes;
	private final List<String> faults = new ArrayList<>();

	private ViewpointCheck(Viewpoint viewpoint) {
		this.viewpoint = viewpoint;
		this.services = services(viewpoint);
		this.typing = new Typing(viewpoint.metamodels(), services);
		this.scopes = new Scopes(viewpoint, typing);
	}

	static Services services(Viewpoint viewpoint) {
		return new Services(viewpoint.all("JavaExtension").map(extension -> text(extension, "qualifiedClassName")).toList());
	}

	/** @return what is wrong with a viewpoint, each with its place; nothing of what follows from what could not be read */
	static List<String> faults(Viewpoint viewpoint) {
		if (!viewpoint.problems().isEmpty()) {
			return viewpoint.problems();
		}
		EcoreUtil.resolveAll(viewpoint.root());
		List<String> dangling = new ArrayList<>();
		EcoreUtil.UnresolvedProxyCrossReferencer.find(viewpoint.root()).keySet().forEach(proxy -> dangling.add("Nothing is at " + EcoreUtil.getURI(proxy)));
		if (!dangling.isEmpty()) {
			return dangling;
		}
		ViewpointCheck check;
		try {
			check = new ViewpointCheck(viewpoint);
		} catch (IllegalArgumentException noClass) {
			return List.of(noClass.getMessage());
		}
		if (!VERSION.equals(text(viewpoint.root(), "version"))) {
			check.faults.add("The version is not " + VERSION);
		}
		viewpoint.all().forEach(check::checkFeatures);
		viewpoint.expressions().forEach(check::checkExpression);
		viewpoint.all("FeatureColumnMapping").forEach(check::checkColumn);
		check.faults.addAll(new Habits(viewpoint).faults());
		return check.faults;
	}

	private void checkFeatures(EObject object) {
		for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
			boolean isGiven = !feature.isDerived() && !feature.isTransient() && !feature.isVolatile() && feature.isChangeable();
			if (isGiven && feature.isRequired() && !object.eIsSet(feature) && feature.getDefaultValue() == null) {
				faults.add("%s '%s' lacks %s".formatted(object.eClass().getName(), name(object), feature.getName()));
			}
			if (feature instanceof EAttribute attribute && object.eIsSet(feature) && object.eGet(feature) instanceof String text) {
				checkText(object, attribute, text);
			}
		}
	}

	private void checkText(EObject object, EAttribute feature, String text) {
		String place = "%s '%s' %s".formatted(object.eClass().getName(), name(object), feature.getName());
		switch (feature.getEType().getName()) {
			case "TypeName" -> {
				try {
					typing.named(text);
				} catch (IllegalArgumentException e) {
					faults.add(place + ": " + e.getMessage());
				}
			}
			case "ImagePath" -> checkPicture(place, text);
			case "TranslatableMessage" -> {
				for (String file : List.of("plugin.properties", "plugin_ko.properties")) {
					if (!text.startsWith("%") || !keys(file).containsKey(text.substring(1))) {
						faults.add("%s: '%s' has no text in %s".formatted(place, text, file));
					}
				}
			}
			default -> {
				// a name, a number, or an expression, which is checked apart
			}
		}
	}

	private void checkPicture(String place, String path) {
		if (!path.startsWith(PICTURES) || !Files.isRegularFile(Viewpoint.BUNDLE.resolve(path.substring(PICTURES.length())))) {
			faults.add("%s: there is no picture %s".formatted(place, path));
		}
	}

	private static Properties keys(String file) {
		Properties keys = new Properties();
		try (Reader reader = Files.newBufferedReader(Viewpoint.BUNDLE.resolve(file))) {
			keys.load(reader);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return keys;
	}

	private void checkExpression(Viewpoint.Expression expression) {
		if (expression.text().matches("-?\\d+")) {
			return;
		}
		if (expression.feature().getName().equals("imageExpression")) {
			checkPicture(expression.place(), expression.text());
			return;
		}
		try {
			typing.of(Aql.parse(expression.text()), scopes.of(expression.owner(), expression.feature()));
		} catch (IllegalArgumentException e) {
			faults.add(expression.place() + ": " + e.getMessage());
		}
	}

	/** A column shows a feature of at least one kind of line of its table. */
	private void checkColumn(EObject column) {
		boolean isKnown = SiriusMetamodels.all(Viewpoint.representation(column)).stream().filter(line -> kinds(line).contains("LineMapping"))
				.map(line -> text(line, "domainClass").replaceFirst("^model::", "")).map(TwinPackage.eINSTANCE::getEClassifier)
				.anyMatch(type -> type instanceof EClass line && line.getEStructuralFeature(text(column, "featureName")) != null);
		if (!isKnown) {
			faults.add("Column '%s': no line has a feature '%s'".formatted(name(column), text(column, "featureName")));
		}
	}
}
