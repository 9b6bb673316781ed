package io.twinwright.workbench.diagram;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/**
 * The diagrams of a file as what an editor shows. Another one than the file itself, so that who opens the file, such as with a
 * finding, gets its text though a diagram is open.
 */
public final class DiagramInput implements IEditorInput, IPersistableElement {
	private static final String PATH = "path";

	private final IFile file;

	DiagramInput(IFile file) {
		this.file = file;
	}

	/** Makes what was open when the workbench was closed. */
	public static final class Factory implements IElementFactory {
		static final String ID = "io.twinwright.workbench.diagramInput";

		@Override
		public IAdaptable createElement(IMemento memento) {
			String path = memento.getString(PATH);
			return path == null ? null : new DiagramInput(ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(path)));
		}
	}

	@Override
	public boolean exists() {
		return file.exists();
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return null;
	}

	@Override
	public String getName() {
		return file.getName();
	}

	@Override
	public String getToolTipText() {
		return file.getFullPath().makeRelative().toString();
	}

	@Override
	public IPersistableElement getPersistable() {
		return this;
	}

	@Override
	public String getFactoryId() {
		return Factory.ID;
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString(PATH, file.getFullPath().toPortableString());
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == IFile.class || kind == IResource.class ? kind.cast(file) : null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DiagramInput that && that.file.equals(file);
	}

	@Override
	public int hashCode() {
		return file.hashCode() + 1;
	}
}
