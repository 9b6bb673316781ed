package io.twinwright.workbench.diagram;

import io.twinwright.diagram.server.ProjectState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.DeleteParticipant;
import org.eclipse.ltk.core.refactoring.participants.MoveParticipant;
import org.eclipse.ltk.core.refactoring.participants.RefactoringProcessor;
import org.eclipse.ltk.core.refactoring.participants.RenameParticipant;
import org.eclipse.ltk.core.refactoring.resource.DeleteResourceChange;
import org.eclipse.ltk.core.refactoring.resource.MoveResourceChange;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceChange;

/** The file of positions of a twin file goes where that goes, and goes with it. */
public final class Positions {
	private Positions() {
	}

	/** @return the file of positions of a twin file, which may not be there */
	static IFile of(IFile twin) {
		return twin.getParent().getFile(IPath.fromPath(ProjectState.layout(Path.of(twin.getName()))));
	}

	/** @return that file, if it is there and nothing is done with it anyway */
	private static Optional<IFile> taken(Object element, RefactoringProcessor processor) {
		return element instanceof IFile twin ? Optional.of(of(twin)).filter(file -> file.exists() && !Arrays.asList(processor.getElements()).contains(file))
				: Optional.empty();
	}

	/** Renames it. */
	public static final class Rename extends RenameParticipant {
		private IFile file;

		@Override
		protected boolean initialize(Object element) {
			file = taken(element, getProcessor()).orElse(null);
			return file != null && getArguments().getNewName().endsWith(".twin");
		}

		@Override
		public String getName() {
			return file.getName();
		}

		@Override
		public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) {
			return new RefactoringStatus();
		}

		@Override
		public Change createChange(IProgressMonitor monitor) {
			return new RenameResourceChange(file.getFullPath(), ProjectState.layout(Path.of(getArguments().getNewName())).toString());
		}
	}

	/** Moves it. */
	public static final class Move extends MoveParticipant {
		private IFile file;

		@Override
		protected boolean initialize(Object element) {
			file = taken(element, getProcessor()).orElse(null);
			return file != null && getArguments().getDestination() instanceof IContainer;
		}

		@Override
		public String getName() {
			return file.getName();
		}

		@Override
		public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) {
			return new RefactoringStatus();
		}

		@Override
		public Change createChange(IProgressMonitor monitor) {
			return new MoveResourceChange(file, (IContainer) getArguments().getDestination());
		}
	}

	/** Deletes it. */
	public static final class Delete extends DeleteParticipant {
		private IFile file;

		@Override
		protected boolean initialize(Object element) {
			file = taken(element, getProcessor()).orElse(null);
			return file != null;
		}

		@Override
		public String getName() {
			return file.getName();
		}

		@Override
		public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) {
			return new RefactoringStatus();
		}

		@Override
		public Change createChange(IProgressMonitor monitor) {
			return new DeleteResourceChange(file.getFullPath(), true);
		}
	}
}
