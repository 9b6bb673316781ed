package io.twinwright.dsl.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.eclipse.xtext.resource.XtextResourceSet;

/**
 * Lets EMF read the files of the library by their addresses, and never write them. Sets of resources that are not Xtext's know no address in a
 * class path: Sirius, which keeps references to the library in its files, would not find it again, and would try to save what it takes for lost.
 */
public final class LibraryFiles extends URIHandlerImpl {
	private LibraryFiles() {
	}

	/** Lets a set of resources read the library, if it could not before. */
	public static void addTo(ResourceSet resources) {
		var handlers = resources.getURIConverter().getURIHandlers();
		if (!(resources instanceof XtextResourceSet) && handlers.stream().noneMatch(LibraryFiles.class::isInstance)) {
			handlers.addFirst(new LibraryFiles());
		}
	}

	@Override
	public boolean canHandle(URI uri) {
		return Library.contains(uri);
	}

	@Override
	public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
		if (!exists(uri, options)) {
			throw new IOException("'%s' is no file of the library.".formatted(uri));
		}
		return Library.open(uri.lastSegment());
	}

	@Override
	public OutputStream createOutputStream(URI uri, Map<?, ?> options) throws IOException {
		throw new IOException("'%s' belongs to the library and stays as it is.".formatted(uri));
	}

	@Override
	public void delete(URI uri, Map<?, ?> options) throws IOException {
		throw new IOException("'%s' belongs to the library and stays as it is.".formatted(uri));
	}

	@Override
	public boolean exists(URI uri, Map<?, ?> options) {
		return Library.FILES.contains(uri.lastSegment());
	}

	@Override
	public Map<String, ?> getAttributes(URI uri, Map<?, ?> options) {
		return Map.of(URIConverter.ATTRIBUTE_READ_ONLY, true);
	}

	@Override
	public void setAttributes(URI uri, Map<String, ?> attributes, Map<?, ?> options) {
		// they stay as they are
	}
}
