package io.twinwright.workbench.generate;

import io.twinwright.generators.Options;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.mtp.Edition;
import io.twinwright.generators.mtp.MtpTarget;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
	private final Map<AasForm, Button> shells = new EnumMap<>(AasForm.class);
	private Button old;
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
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(group);
		for (Target<?> target : Targets.all()) {
			Button check = new Button(group, SWT.CHECK);
			check.setText(target.id());
			check.setSelection(before.targets().contains(target.id()));
			check.addListener(SWT.Selection, event -> changed.run());
			new Label(group, SWT.NONE).setText(target.description());
			targets.put(target.id(), check);
			Composite options = new Composite(group, SWT.NONE);
			GridLayoutFactory.fillDefaults().numColumns(AasForm.values().length).applyTo(options);
			if (target instanceof AasTarget) {
				Arrays.stream(AasForm.values()).forEach(form -> shells.put(form, option(options, check, form.name(), before.options().shells().contains(form), changed)));
			} else if (target instanceof MtpTarget) {
				old = option(options, check, Messages.formOf2019, before.options().packages() == Edition.OF_2019, changed);
			}
		}
		new Label(area, SWT.NONE).setText(Messages.folder);
		output = new Text(area, SWT.BORDER);
		output.setText(before.output());
		output.addListener(SWT.Modify, event -> changed.run());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(output);
	}

	/** @return a button for what a target writes, which is of no use without that target */
	private static Button option(Composite area, Button target, String text, boolean isChosen, Runnable changed) {
		Button check = new Button(area, SWT.CHECK);
		check.setText(text);
		check.setSelection(isChosen);
		check.setEnabled(target.getSelection());
		check.addListener(SWT.Selection, event -> changed.run());
		target.addListener(SWT.Selection, event -> check.setEnabled(target.getSelection()));
		return check;
	}

	/** @return what is wrong with the choice, a sentence; null if it is right */
	String problem() {
		if (settings().targets().isEmpty()) {
			return Messages.noTarget;
		}
		if (settings().targets().contains(new AasTarget().id()) && settings().options().shells().isEmpty()) {
			return Messages.noForm;
		}
		return ProjectSettings.isInside(output.getText()) ? null : Messages.noFolder;
	}

	/** @return the settings from before, with what is chosen now */
	ProjectSettings settings() {
		List<String> chosen = targets.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey).toList();
		Set<AasForm> forms = shells.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey).collect(Collectors.toSet());
		Options options = new Options(forms, old.getSelection() ? Edition.OF_2019 : Edition.OF_2022);
		return new ProjectSettings(chosen, output.getText(), options, before.formatOnSave());
	}
}
