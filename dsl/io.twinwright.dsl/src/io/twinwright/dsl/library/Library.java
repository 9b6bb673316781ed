package io.twinwright.dsl.library;

import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.TopElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResourceSet;

/** The standard library {@code twin.std}, which every file sees without an import. */
public final class Library extends AdapterImpl {
	/** The namespace of the library. */
	public static final String NAMESPACE = "twin.std";

	/** The files of the library, each a resource beside this class. */
	public static final List<String> FILES = List.of("media.twin", "capabilities.twin", "equipment.twin",
			"containers.twin", "states.twin", "functions.twin", "kpi.twin");

	private static final URI FOLDER = URI.createURI("classpath:/io/twinwright/dsl/library");

	private final Map<String, Declaration> declarations = new HashMap<>();

	private Library() {
	}

	/** @return the library of a resource set, loaded into it at the first call */
	public static Library of(ResourceSet resources) {
		synchronized (resources) {
			for (Adapter adapter : resources.eAdapters()) {
				if (adapter instanceof Library library) {
					return library;
				}
			}
			Library library = new Library();
			resources.eAdapters().add(library);
			if (resources instanceof XtextResourceSet set && set.getClasspathURIContext() == null) {
				// whichever thread asks: its class loader need not know this bundle
				set.setClasspathURIContext(Library.class);
			}
			FILES.forEach(file -> library.load(file, resources));
			return library;
		}
	}

	/** @return whether a resource is a file of the library */
	public static boolean contains(URI uri) {
		return uri.toString().startsWith(FOLDER + "/");
	}

	/** @return the text of a file of the library; the caller closes it */
	public static InputStream open(String file) {
		InputStream stream = Library.class.getResourceAsStream(file);
		if (stream == null) {
			throw new IllegalArgumentException("The library has no file " + file);
		}
		return stream;
	}

	/** @return the declarations by their simple names, which are unique in the library */
	public Map<String, Declaration> declarations() {
		return declarations;
	}

	private void load(String file, ResourceSet resources) {
		URI uri = FOLDER.appendSegment(file);
		Resource resource = resources.getResource(uri, false);
		if (resource == null) {
			resource = resources.createResource(uri);
		}
		if (!resource.isLoaded()) {
			try (InputStream text = open(file)) {
				resource.load(text, resources.getLoadOptions());
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		for (TopElement element : ((Model) resource.getContents().getFirst()).getElements()) {
			if (element instanceof Declaration declaration) {
				declarations.put(declaration.getName(), declaration);
			}
		}
	}
}
