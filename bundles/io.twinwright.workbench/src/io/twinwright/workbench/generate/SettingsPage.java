package io.twinwright.workbench.generate;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PropertyPage;

/** The properties of a project that Twinwright knows. */
public final class SettingsPage extends PropertyPage {
	private final Map<String, Button> targets = new TreeMap<>();
	private Text output;
	private Button generateOnSave;
	private Button formatOnSave;

	@Override
	protected Control createContents(Composite parent) {
		noDefaultAndApplyButton();
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		Group group = new Group(area, SWT.NONE);
		group.setText(Messages.targets);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(group);
		for (Target<?> target : Targets.all()) {
			Button check = new Button(group, SWT.CHECK);
			check.setText(target.id());
			new Label(group, SWT.NONE).setText(target.description());
			targets.put(target.id(), check);
		}
		new Label(area, SWT.NONE).setText(Messages.folder);
		output = new Text(area, SWT.BORDER);
		output.addListener(SWT.Modify, event -> {
			boolean inside = ProjectSettings.isInside(output.getText());
			setErrorMessage(inside ? null : Messages.noFolder);
			setValid(inside);
		});
		GridDataFactory.fillDefaults().grab(true, false).applyTo(output);
		generateOnSave = check(area, Messages.generateOnSave);
		formatOnSave = check(area, Messages.formatOnSave);
		show();
		return area;
	}

	private static Button check(Composite area, String text) {
		Button check = new Button(area, SWT.CHECK);
		check.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
		return check;
	}

	private void show() {
		ProjectSettings settings = ProjectSettings.of(project());
		targets.forEach((id, check) -> check.setSelection(settings.targets().contains(id)));
		output.setText(settings.output());
		formatOnSave.setSelection(settings.formatOnSave());
		try {
			generateOnSave.setSelection(GenerateOnSave.isOn(project()));
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
	}

	private IProject project() {
		return Adapters.adapt(getElement(), IProject.class);
	}

	@Override
	public boolean performOk() {
		List<String> chosen = targets.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey).toList();
		try {
			new ProjectSettings(chosen, output.getText(), formatOnSave.getSelection()).store(project());
			GenerateOnSave.set(project(), generateOnSave.getSelection());
			return true;
		} catch (CoreException e) {
			ErrorDialog.openError(getShell(), Messages.settings, null, e.getStatus());
			return false;
		}
	}
}
