package io.twinwright.dsl.resource;

import com.google.inject.Inject;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IFragmentProvider;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * Addresses elements by their names, so that an address goes on meaning the same when something is inserted before it:
 * {@code /Filler/vibration}. What has no name is addressed by its place: {@code /Filler/vibration/@clauses.2}.
 */
public final class NameFragments implements IFragmentProvider {
	private static final String PLACE = "@";

	@Inject
	private IResourceScopeCache cache;

	@Override
	public String getFragment(EObject element, Fallback fallback) {
		StringBuilder path = new StringBuilder();
		for (EObject inner = element; inner.eContainer() != null; inner = inner.eContainer()) {
			path.insert(0, "/" + segment(inner));
		}
		return path.isEmpty() ? "/" : path.toString();
	}

	private static String segment(EObject element) {
		if (element instanceof NamedElement named && named.getName() != null && !named.getName().isEmpty()) {
			return URLEncoder.encode(named.getName(), StandardCharsets.UTF_8);
		}
		EStructuralFeature feature = element.eContainmentFeature();
		String place = PLACE + feature.getName();
		return feature.isMany() ? place + "." + ((List<?>) element.eContainer().eGet(feature)).indexOf(element) : place;
	}

	@Override
	public EObject getEObject(Resource resource, String fragment, Fallback fallback) {
		if (!fragment.startsWith("/") || fragment.startsWith("//")) {
			return fallback.getEObject(fragment);
		}
		EObject element = resource.getContents().isEmpty() ? null : resource.getContents().getFirst();
		for (String segment : fragment.substring(1).split("/")) {
			if (element != null && !segment.isEmpty()) {
				element = segment.startsWith(PLACE) ? placed(element, segment.substring(1))
						: named(element, URLDecoder.decode(segment, StandardCharsets.UTF_8));
			}
		}
		return element;
	}

	private EObject named(EObject owner, String name) {
		return owner instanceof Model model ? declarations(model).get(name) : first(owner.eContents(), name);
	}

	private Map<String, EObject> declarations(Model model) {
		return cache.get(NameFragments.class, model.eResource(), () -> {
			Map<String, EObject> declarations = new HashMap<>();
			model.getElements().forEach(element -> {
				if (element instanceof Declaration declaration && declaration.getName() != null) {
					declarations.putIfAbsent(declaration.getName(), declaration);
				}
			});
			return declarations;
		});
	}

	private static EObject first(List<? extends EObject> elements, String name) {
		return elements.stream().filter(element -> element instanceof NamedElement named && name.equals(named.getName()))
				.findFirst().orElse(null);
	}

	private static EObject placed(EObject owner, String place) {
		int dot = place.indexOf('.');
		EStructuralFeature feature = owner.eClass().getEStructuralFeature(dot < 0 ? place : place.substring(0, dot));
		Object value = feature == null ? null : owner.eGet(feature);
		if (dot < 0) {
			return value instanceof EObject element ? element : null;
		}
		int index = Integer.parseInt(place.substring(dot + 1));
		return value instanceof List<?> list && index >= 0 && index < list.size() ? (EObject) list.get(index) : null;
	}
}
