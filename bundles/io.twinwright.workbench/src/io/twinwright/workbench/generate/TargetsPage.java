package io.twinwright.workbench.generate;

import io.twinwright.workbench.help.HelpSupport;
import io.twinwright.workbench.project.ProjectSettings;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Asks what to generate, and into which folder of the project. */
final class TargetsPage extends WizardPage {
	private final IProject project;
	private TargetsChoice choice;
	private Button remember;

	TargetsPage(IProject project) {
		super("targets");
		this.project = project;
		setTitle(Messages.targets);
		setDescription(Messages.targetsHelp);
	}

	@Override
	public void performHelp() {
		HelpSupport.show("targets");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
		choice = new TargetsChoice(area, ProjectSettings.of(project), this::check);
		remember = new Button(area, SWT.CHECK);
		remember.setText(Messages.remember);
		remember.setSelection(true);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(remember);
		setControl(area);
		check();
	}

	private void check() {
		String problem = choice.problem();
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	ProjectSettings settings() {
		return choice.settings();
	}

	/** @return whether the choice becomes that of the project */
	boolean isRemembered() {
		return remember.getSelection();
	}
}
