package io.twinwright.workbench.generate;

import io.twinwright.workbench.project.ProjectSettings;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.PropertyPage;

/** The properties of a project that Twinwright knows. */
public final class SettingsPage extends PropertyPage {
	private TargetsChoice choice;
	private Button generateOnSave;
	private Button formatOnSave;

	@Override
	protected Control createContents(Composite parent) {
		noDefaultAndApplyButton();
		ProjectSettings settings = ProjectSettings.of(project());
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		choice = new TargetsChoice(area, settings, this::check);
		generateOnSave = button(area, Messages.generateOnSave);
		formatOnSave = button(area, Messages.formatOnSave);
		formatOnSave.setSelection(settings.formatOnSave());
		check();
		try {
			generateOnSave.setSelection(GenerateOnSave.isOn(project()));
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
		return area;
	}

	private static Button button(Composite area, String text) {
		Button check = new Button(area, SWT.CHECK);
		check.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
		return check;
	}

	private void check() {
		String problem = choice.problem();
		setErrorMessage(problem);
		setValid(problem == null);
	}

	private IProject project() {
		return Adapters.adapt(getElement(), IProject.class);
	}

	@Override
	public boolean performOk() {
		ProjectSettings chosen = choice.settings();
		try {
			new ProjectSettings(chosen.targets(), chosen.output(), chosen.options(), formatOnSave.getSelection()).store(project());
			GenerateOnSave.set(project(), generateOnSave.getSelection());
			return true;
		} catch (CoreException e) {
			ErrorDialog.openError(getShell(), Messages.settings, null, e.getStatus());
			return false;
		}
	}
}
