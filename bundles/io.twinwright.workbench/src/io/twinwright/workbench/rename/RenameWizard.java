package io.twinwright.workbench.rename;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name. */
final class RenameWizard extends RefactoringWizard {
	private final Renaming renaming;

	RenameWizard(Renaming renaming) {
		super(renaming, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
		this.renaming = renaming;
		setDefaultPageTitle(Messages.title);
	}

	@Override
	protected void addUserInputPages() {
		addPage(new NamePage(renaming));
	}

	private static final class NamePage extends UserInputWizardPage {
		private final Renaming renaming;

		NamePage(Renaming renaming) {
			super("name");
			this.renaming = renaming;
		}

		@Override
		public void createControl(Composite parent) {
			Composite area = new Composite(parent, SWT.NONE);
			GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
			new Label(area, SWT.NONE).setText(Messages.newName);
			Text name = new Text(area, SWT.BORDER);
			name.setText(renaming.wanted());
			name.selectAll();
			GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
			name.addModifyListener(event -> {
				renaming.setWanted(name.getText());
				setPageComplete(!name.getText().isBlank());
			});
			setControl(area);
			name.setFocus();
		}
	}
}
