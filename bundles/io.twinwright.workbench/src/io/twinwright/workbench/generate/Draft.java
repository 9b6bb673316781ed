package io.twinwright.workbench.generate;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.diagram.svg.DrawnPictures;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.project.Project;
import io.twinwright.dsl.project.Wording;
import io.twinwright.generators.Generation;
import io.twinwright.generators.OutputFolder;
import io.twinwright.generators.Presentation;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.project.ProjectSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * The configs of a project, made but not yet put into its output folder. A draft holds that folder until it is closed. Not
 * for the thread of the user interface.
 */
final class Draft implements AutoCloseable {
	/** What a commit does with a file. */
	enum State {
		NEW, CHANGED, SAME, REMOVED
	}

	/**
	 * A file of the folder.
	 *
	 * @param path from the output folder
	 * @param foreign whether it was changed by hand, or is not from a run before
	 */
	record Item(String path, State state, boolean foreign) {
	}

	private final IProject project;
	/** The folder that a commit writes into, as it was at first, since a project may go meanwhile. */
	private final Path output;
	private final OutputFolder folder;
	private final List<Diagnostic> diagnostics;
	private final List<Item> items;

	private Draft(IProject project, Path output, OutputFolder folder, List<Diagnostic> diagnostics) throws IOException {
		this.project = project;
		this.output = output;
		this.folder = folder;
		this.diagnostics = diagnostics;
		this.items = items(folder);
	}

	/**
	 * Generates aside.
	 *
	 * @throws CoreException with a sentence if the model has errors, a target refuses or the folder cannot be written
	 */
	static Draft of(IProject project, ProjectSettings settings, SubMonitor monitor) throws CoreException {
		monitor.setTaskName(Messages.checking);
		Path output = Models.location(project).resolve(settings.output());
		Project model = Models.load(project);
		List<Target<?>> targets = Targets.all(new Presentation(Comments::of, Wording::of, new DrawnPictures()), settings.options()).stream()
				.filter(target -> settings.targets().contains(target.id())).toList();
		OutputFolder folder = null;
		boolean made = false;
		try {
			folder = new OutputFolder(output);
			Outcome<Void> outcome = new Generation(targets).run(model.twin(), folder, monitor::setTaskName);
			if (outcome instanceof Outcome.Refused<Void>) {
				throw Models.failure(outcome.diagnostics().getFirst().message(), null);
			}
			Draft draft = new Draft(project, output, folder, outcome.diagnostics());
			made = true;
			return draft;
		} catch (UncheckedIOException e) {
			throw Models.failure(FileFailure.unreadable(e.getCause()), e);
		} catch (IOException e) {
			throw unwritable(e);
		} finally {
			if (!made && folder != null) {
				close(folder);
			}
		}
	}

	private static List<Item> items(OutputFolder folder) throws IOException {
		Collection<String> foreign = folder.foreign();
		List<Item> items = new ArrayList<>();
		for (String path : folder.files()) {
			byte[] present = folder.present(path);
			State state = present == null ? State.NEW : Arrays.equals(present, folder.made(path)) ? State.SAME : State.CHANGED;
			items.add(new Item(path, state, foreign.contains(path)));
		}
		for (String path : folder.stale()) {
			if (folder.present(path) != null) {
				items.add(new Item(path, State.REMOVED, foreign.contains(path)));
			}
		}
		return items;
	}

	IProject project() {
		return project;
	}

	/** @return the folder that a commit writes into */
	Path output() {
		return output;
	}

	/** @return the files that were made, and those of a run before that go */
	List<Item> items() {
		return items;
	}

	/** @return what the targets said */
	List<Diagnostic> diagnostics() {
		return diagnostics;
	}

	/** @return the content of a file as it is in the folder, null if there is none */
	byte[] before(Item item) throws IOException {
		return folder.present(item.path());
	}

	/** @return the content of a file as it was made, null for one that goes */
	byte[] after(Item item) throws IOException {
		return item.state() == State.REMOVED ? null : folder.made(item.path());
	}

	/**
	 * Puts the files into the folder, all or none.
	 *
	 * @param force whether files that were changed by hand may be replaced
	 * @throws CoreException with a sentence if they cannot be written, or one was changed by hand
	 */
	void commit(boolean force, SubMonitor monitor) throws CoreException {
		try {
			Collection<String> foreign = folder.foreign();
			if (!force && !foreign.isEmpty()) {
				throw Models.failure(NLS.bind(Messages.foreign, output.resolve(foreign.iterator().next())), null);
			}
			folder.commit();
		} catch (IOException e) {
			throw unwritable(e);
		}
		if (project.isAccessible()) {
			project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
		}
		GenerationLog.tell(this);
	}

	private static CoreException unwritable(IOException cause) {
		return Models.failure(FileFailure.unwritable(cause) + " " + Messages.nothingWritten, cause);
	}

	/** Releases the folder; what was not committed is gone. */
	@Override
	public void close() throws CoreException {
		close(folder);
	}

	private static void close(OutputFolder folder) throws CoreException {
		try {
			folder.close();
		} catch (IOException e) {
			throw unwritable(e);
		}
	}
}
