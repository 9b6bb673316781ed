package io.twinwright.dsl.library;

import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.TopElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
		return of(resources, List.of());
	}

	/**
	 * Reads other files of a resource set side by side with the library: only linking needs both.
	 *
	 * @param readers each reads a file whose resource is in the set already
	 * @return the library, loaded into the resource set at the first call
	 */
	public static Library of(ResourceSet resources, List<Runnable> readers) {
		synchronized (resources) {
			for (Adapter adapter : resources.eAdapters()) {
				if (adapter instanceof Library library) {
					readers.forEach(Runnable::run);
					return library;
				}
			}
			Library library = new Library();
			List<Resource> files = library.create(resources);
			List<Runnable> all = new ArrayList<>(readers);
			files.stream().filter(file -> !file.isLoaded()).forEach(file -> all.add(() -> read(file, resources)));
			all.parallelStream().forEach(Runnable::run);
			files.forEach(library::declare);
			return library;
		}
	}

	private List<Resource> create(ResourceSet resources) {
		resources.eAdapters().add(this);
		if (resources instanceof XtextResourceSet set && set.getClasspathURIContext() == null) {
			// whichever thread asks: its class loader need not know this bundle
			set.setClasspathURIContext(Library.class);
		}
		return FILES.stream().map(FOLDER::appendSegment).map(uri -> {
			Resource resource = resources.getResource(uri, false);
			return resource == null ? resources.createResource(uri) : resource;
		}).toList();
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

	private static void read(Resource file, ResourceSet resources) {
		try (InputStream text = open(file.getURI().lastSegment())) {
			file.load(text, resources.getLoadOptions());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void declare(Resource file) {
		for (TopElement element : ((Model) file.getContents().getFirst()).getElements()) {
			if (element instanceof Declaration declaration) {
				declarations.put(declaration.getName(), declaration);
			}
		}
	}
}
