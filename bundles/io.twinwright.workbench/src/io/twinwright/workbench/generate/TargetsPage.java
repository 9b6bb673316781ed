package io.twinwright.workbench.generate;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.workbench.help.HelpSupport;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks what to generate, and into which folder of the project. */
final class TargetsPage extends WizardPage {
	private final ProjectSettings before;
	private final Map<String, Button> targets = new TreeMap<>();
	private Text output;
	private Button remember;

	TargetsPage(IProject project) {
		super("targets");
		this.before = ProjectSettings.of(project);
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
		for (Target<?> target : Targets.all()) {
			Button check = new Button(area, SWT.CHECK);
			check.setText(target.id());
			check.setSelection(before.targets().contains(target.id()));
			check.addListener(SWT.Selection, event -> check());
			new Label(area, SWT.NONE).setText(target.description());
			targets.put(target.id(), check);
		}
		new Label(area, SWT.NONE).setText(Messages.folder);
		output = new Text(area, SWT.BORDER);
		output.setText(before.output());
		output.addListener(SWT.Modify, event -> check());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(output);
		remember = new Button(area, SWT.CHECK);
		remember.setText(Messages.remember);
		remember.setSelection(true);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(remember);
		setControl(area);
		check();
	}

	private void check() {
		String problem = settings().targets().isEmpty() ? Messages.noTarget
				: ProjectSettings.isInside(output.getText()) ? null : Messages.noFolder;
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	ProjectSettings settings() {
		List<String> chosen = targets.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey).toList();
		return new ProjectSettings(chosen, output.getText(), before.formatOnSave());
	}

	/** @return whether the choice becomes that of the project */
	boolean isRemembered() {
		return remember.getSelection();
	}
}
