package io.twinwright.workbench.generate;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Controls with which the targets of a project are chosen, and the folder that they are generated into. */
final class TargetsChoice {
	private final ProjectSettings before;
	private final Map<String, Button> targets = new TreeMap<>();
	private final Text output;

	/**
	 * @param area has a grid of two columns
	 * @param before what is chosen at first
	 * @param changed is run whenever the choice is another one
	 */
	TargetsChoice(Composite area, ProjectSettings before, Runnable changed) {
		this.before = before;
		Group group = new Group(area, SWT.NONE);
		group.setText(Messages.targets);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(group);
		for (Target<?> target : Targets.all()) {
			Button check = new Button(group, SWT.CHECK);
			check.setText(target.id());
			check.setSelection(before.targets().contains(target.id()));
			check.addListener(SWT.Selection, event -> changed.run());
			new Label(group, SWT.NONE).setText(target.description());
			targets.put(target.id(), check);
		}
		new Label(area, SWT.NONE).setText(Messages.folder);
		output = new Text(area, SWT.BORDER);
		output.setText(before.output());
		output.addListener(SWT.Modify, event -> changed.run());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(output);
	}

	/** @return what is wrong with the choice, a sentence; null if it is right */
	String problem() {
		if (settings().targets().isEmpty()) {
			return Messages.noTarget;
		}
		return ProjectSettings.isInside(output.getText()) ? null : Messages.noFolder;
	}

	/** @return the settings from before, with what is chosen now */
	ProjectSettings settings() {
		List<String> chosen = targets.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey).toList();
		return new ProjectSettings(chosen, output.getText(), before.formatOnSave());
	}
}
