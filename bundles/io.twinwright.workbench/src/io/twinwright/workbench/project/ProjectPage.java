package io.twinwright.workbench.project;

import io.twinwright.workbench.editor.PageView;
import io.twinwright.workbench.help.HelpSupport;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Text;

/** Asks what a new project starts from and what it is called. */
final class ProjectPage extends WizardPage {
	private static final String FIRST = "bottling";
	private static final int WIDTH = 620;
	private static final int HEIGHT = 380;

	private List examples;
	private Text name;
	private PageView page;
	/** Whether the name follows the example, as long as the user gave none. */
	private boolean follows = true;

	ProjectPage() {
		super("project");
		setTitle(Messages.newProject);
		setDescription(Messages.newProjectHelp);
	}

	@Override
	public void performHelp() {
		HelpSupport.show("start");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
		new Label(area, SWT.NONE).setText(Messages.projectName);
		name = new Text(area, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		Label from = new Label(area, SWT.NONE);
		from.setText(Messages.startFrom);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(from);
		examples = new List(area, SWT.BORDER | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(false, true).applyTo(examples);
		page = new PageView(area, SWT.BORDER, link -> { });
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(page.control());
		examples.add(Messages.nothing);
		Examples.names().forEach(examples::add);
		examples.select(Math.max(0, examples.indexOf(FIRST)));
		examples.addListener(SWT.Selection, event -> chosen());
		name.addListener(SWT.Modify, event -> {
			follows = follows && name.getText().equals(suggestion());
			check();
		});
		setControl(area);
		chosen();
		name.setFocus();
		name.selectAll();
	}

	private void chosen() {
		page.show(example() == null ? Messages.nothingHelp : Examples.page(example()));
		if (follows) {
			name.setText(suggestion());
		}
		check();
	}

	/** @return a name that no project has */
	private String suggestion() {
		return ProjectNames.free(example() == null ? "plant" : example());
	}

	private void check() {
		String problem = ProjectNames.problem(name.getText());
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	IProject project() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name.getText());
	}

	/** @return the example to copy, null for none */
	String example() {
		return examples.getSelectionIndex() <= 0 ? null : examples.getItem(examples.getSelectionIndex());
	}
}
