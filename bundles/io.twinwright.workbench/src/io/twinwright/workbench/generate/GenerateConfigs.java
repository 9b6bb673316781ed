package io.twinwright.workbench.generate;

import io.twinwright.workbench.project.Chosen;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Opens the wizard that generates the configs of the chosen project, after its open texts are saved. */
public final class GenerateConfigs extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Chosen.project(event).ifPresent(project -> {
			if (IDE.saveAllEditors(new IResource[] { project }, true)) {
				new WizardDialog(HandlerUtil.getActiveShell(event), new GenerateWizard(project)).open();
			}
		});
		return null;
	}
}
