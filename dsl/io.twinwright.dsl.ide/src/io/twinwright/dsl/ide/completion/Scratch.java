package io.twinwright.dsl.ide.completion;

import io.twinwright.dsl.ide.text.Pointed;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.LazyStringInputStream;

/**
 * A copy of a file in which something stands at the cursor, so that the parser says what it would be. It sees what the file
 * sees until it is closed.
 */
final class Scratch implements AutoCloseable {
	/** A name that nobody has. */
	static final String NAME = "_0cursor0_";
	private static final URI PLACE = URI.createURI("scratch:/completion.twin");

	private final ResourceSet resources;
	private final XtextResource file;
	private final int offset;

	private Scratch(XtextResource original, String text, int offset) {
		this.resources = original.getResourceSet();
		this.file = (XtextResource) original.getResourceServiceProvider().get(IResourceFactory.class).createResource(PLACE);
		this.offset = offset;
		resources.getResources().add(file);
		try {
			file.load(new LazyStringInputStream(text), resources.getLoadOptions());
		} catch (IOException e) {
			close();
			throw new UncheckedIOException(e);
		}
	}

	/** @return the file with a name in the place of the word at the cursor */
	static Scratch withName(XtextResource original, Cursor cursor) {
		return with(NAME, original, cursor);
	}

	/** @return the file with a connection in the place of the word at the cursor, which alone could be its name or an end */
	static Scratch withConnection(XtextResource original, Cursor cursor) {
		return with(NAME + " -> " + NAME, original, cursor);
	}

	private static Scratch with(String inserted, XtextResource original, Cursor cursor) {
		String text = cursor.text().substring(0, cursor.start()) + inserted + cursor.text().substring(cursor.wordEnd());
		return new Scratch(original, text, cursor.start());
	}

	/** @return the file with a whole unit in the place of the unit at the cursor */
	static Scratch withUnit(XtextResource original, Cursor cursor) {
		String text = cursor.text().substring(0, cursor.start()) + "1]" + cursor.text().substring(cursor.unitEnd());
		return new Scratch(original, text, cursor.start());
	}

	XtextResource file() {
		return file;
	}

	/** @return what stands at the cursor */
	ILeafNode leaf() {
		return Pointed.leaf(file, offset);
	}

	@Override
	public void close() {
		resources.getResources().remove(file);
	}
}
