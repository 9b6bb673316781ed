package io.twinwright.dsl.project;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;

/** Gives everybody who looks at one state of a project's files the same view of them. */
@Singleton
public class Projects {
	@Inject
	private ResourceDescriptionsProvider descriptions;

	/** @return what all files say that are visible from a resource; computed anew when one of them was parsed anew */
	public TwinModel of(Resource resource) {
		ResourceSet resources = resource.getResourceSet();
		synchronized (resources) {
			Map<Resource, Long> state = new LinkedHashMap<>();
			files(resource).forEach(file -> state.put(file, stamp(file)));
			for (Adapter adapter : resources.eAdapters()) {
				if (adapter instanceof View view) {
					if (!view.state.equals(state)) {
						view.show(state);
					}
					return view.twin;
				}
			}
			View view = new View();
			view.show(state);
			resources.eAdapters().add(view);
			return view.twin;
		}
	}

	private List<Resource> files(Resource resource) {
		ResourceSet resources = resource.getResourceSet();
		List<URI> uris = new ArrayList<>();
		for (IResourceDescription description : descriptions.getResourceDescriptions(resource).getAllResourceDescriptions()) {
			if (!Library.contains(description.getURI())) {
				uris.add(description.getURI());
			}
		}
		uris.sort(Comparator.comparing(URI::toString));
		List<Resource> files = new ArrayList<>();
		for (URI uri : uris) {
			Resource file = resources.getResource(uri, true);
			if (file != null && !file.getContents().isEmpty() && file.getContents().getFirst() instanceof Model) {
				files.add(file);
			}
		}
		return files;
	}

	private static long stamp(Resource resource) {
		return resource instanceof XtextResource text ? text.getModificationStamp() : 0;
	}

	private static final class View extends AdapterImpl {
		private Map<Resource, Long> state;
		private TwinModel twin;

		void show(Map<Resource, Long> files) {
			state = files;
			twin = new TwinModel(files.keySet().stream().map(file -> (Model) file.getContents().getFirst()).toList());
		}
	}
}
