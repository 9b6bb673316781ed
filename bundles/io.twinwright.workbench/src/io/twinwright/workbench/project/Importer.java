package io.twinwright.workbench.project;

import io.twinwright.importers.Importers;
import io.twinwright.importers.input.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Makes twin files from what another tool has written. The import wizard offers each one that is an OSGi service of this
 * type, besides those for plant files, folders and archives that the workbench has itself.
 */
public interface Importer {
	/** @return what it reads, for people, such as "OPC UA node set" */
	String name();

	/**
	 * @param start the first bytes of a file, empty for a folder and for a file that cannot be read
	 * @return whether it reads files or folders with such a name and start
	 */
	boolean reads(String fileName, byte[] start);

	/**
	 * Makes the files of a project; where it fails the project goes again.
	 *
	 * @param source is there or not, of any size; this is not the thread of the user interface
	 * @param project is open and has no files yet
	 * @throws CoreException with a sentence that says what to do
	 */
	void fill(Path source, IProject project, SubMonitor monitor) throws CoreException;

	/** @return the importer for a source: one of other bundles, else ours; reads its start, so this is not for the thread of the user interface */
	static Importer of(Path source) {
		String name = Optional.ofNullable(source.getFileName()).map(Path::toString).orElse("");
		byte[] start = start(source);
		return all().stream().filter(importer -> importer.reads(name, start)).findFirst().orElseThrow();
	}

	private static byte[] start(Path source) {
		try {
			return new Source(source).start();
		} catch (IOException e) {
			// who fills the project from it says why
			return new byte[0];
		}
	}

	/** @return all that there are, folders last since they may have any name */
	static List<Importer> all() {
		List<Importer> importers = new ArrayList<>();
		BundleContext bundle = FrameworkUtil.getBundle(Importer.class).getBundleContext();
		try {
			for (ServiceReference<Importer> service : bundle.getServiceReferences(Importer.class, null)) {
				Optional.ofNullable(bundle.getService(service)).ifPresent(importers::add);
			}
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException(e);
		}
		Importers.all().forEach(format -> importers.add(new PlantFileImporter(format)));
		importers.add(new ArchiveImporter());
		importers.add(new FolderImporter());
		return importers;
	}
}
