package io.twinwright.workbench.project;

import org.eclipse.ui.INewWizard;

/** Makes a project from an example, or an empty one, and opens its plant. */
public final class NewProjectWizard extends ProjectWizard<ProjectPage> implements INewWizard {
	public NewProjectWizard() {
		super(Messages.newProject, new ProjectPage());
	}

	@Override
	Wanted wanted(ProjectPage page) {
		return new Wanted(page.project(), Examples.filling(page.example()), Messages.making);
	}
}
