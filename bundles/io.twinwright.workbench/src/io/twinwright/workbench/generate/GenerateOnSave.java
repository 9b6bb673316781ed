package io.twinwright.workbench.generate;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Generates the configs of a project whenever one of its twin files was saved. A project has this builder where the user
 * switched it on. What cannot be generated becomes a problem of the project; the files stay as they are.
 */
public final class GenerateOnSave extends IncrementalProjectBuilder {
	private static final String ID = "io.twinwright.workbench.generateOnSave";
	private static final String MARKER = "io.twinwright.workbench.generation";

	/** @return whether a project generates on saving */
	public static boolean isOn(IProject project) throws CoreException {
		return Arrays.stream(project.getDescription().getBuildSpec()).anyMatch(command -> ID.equals(command.getBuilderName()));
	}

	/** Switches generating on saving on or off. */
	public static void set(IProject project, boolean on) throws CoreException {
		if (on == isOn(project)) {
			return;
		}
		IProjectDescription description = project.getDescription();
		List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
		commands.removeIf(command -> ID.equals(command.getBuilderName()));
		if (on) {
			ICommand command = description.newCommand();
			command.setBuilderName(ID);
			commands.add(command);
		} else {
			project.deleteMarkers(MARKER, false, IResource.DEPTH_ZERO);
		}
		description.setBuildSpec(commands.toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	@Override
	public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
		return getProject();
	}

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		IResourceDelta delta = getDelta(getProject());
		if (kind == FULL_BUILD || delta == null || isOfTwins(delta)) {
			IProject project = getProject();
			project.deleteMarkers(MARKER, false, IResource.DEPTH_ZERO);
			SubMonitor progress = SubMonitor.convert(monitor);
			try (Draft draft = Draft.of(project, ProjectSettings.of(project), progress)) {
				draft.commit(false, progress);
			} catch (CoreException e) {
				project.createMarker(MARKER, Map.of(IMarker.MESSAGE, e.getStatus().getMessage(), IMarker.SEVERITY, IMarker.SEVERITY_WARNING));
			}
		}
		return null;
	}

	private static boolean isOfTwins(IResourceDelta delta) throws CoreException {
		List<IResource> twins = new ArrayList<>();
		delta.accept(change -> {
			if (Texts.EXTENSION.equals(change.getResource().getFileExtension())
					&& (change.getKind() != IResourceDelta.CHANGED || (change.getFlags() & IResourceDelta.CONTENT) != 0)) {
				twins.add(change.getResource());
			}
			return twins.isEmpty();
		});
		return !twins.isEmpty();
	}
}
