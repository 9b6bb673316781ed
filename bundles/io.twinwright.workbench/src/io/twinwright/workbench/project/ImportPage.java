package io.twinwright.workbench.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks what is imported, and what the project is called. */
final class ImportPage extends WizardPage {
	private static final int COLUMNS = 4;

	private Text source;
	private Text name;
	private Label read;

	ImportPage() {
		super("import");
		setTitle(Messages.importProject);
		setDescription(Messages.importHelp);
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(area);
		new Label(area, SWT.NONE).setText(Messages.importFrom);
		source = new Text(area, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(source);
		browse(area, Messages.browseFolder, () -> new DirectoryDialog(getShell()).open());
		browse(area, Messages.browseFile, () -> new FileDialog(getShell(), SWT.OPEN).open());
		new Label(area, SWT.NONE).setText(Messages.projectName);
		name = new Text(area, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).applyTo(name);
		read = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).indent(0, 8).applyTo(read);
		source.addListener(SWT.Modify, event -> {
			name.setText(ProjectNames.free(suggestion()));
			check();
		});
		name.addListener(SWT.Modify, event -> check());
		setControl(area);
		check();
		// what is missing at first is no error
		setErrorMessage(null);
	}

	/** What a dialog gives. */
	private interface Choice {
		String open();
	}

	private void browse(Composite area, String text, Choice choice) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		button.addListener(SWT.Selection, event -> {
			String chosen = choice.open();
			if (chosen != null) {
				source.setText(chosen);
			}
		});
	}

	private String suggestion() {
		Path path = source();
		String last = path == null || path.getFileName() == null ? "" : path.getFileName().toString();
		return last.replaceFirst("(?<=.)\\.[^.]*$", "");
	}

	private void check() {
		boolean given = source() != null;
		String problem = given ? ProjectNames.problem(name.getText()) : Messages.noSource;
		if (given) {
			tellFormat(source());
		} else {
			read.setText(NLS.bind(Messages.readable, Importer.all().stream().map(Importer::name).collect(Collectors.joining(", "))));
		}
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	private void tellFormat(Path wanted) {
		Display display = read.getDisplay();
		CompletableFuture.supplyAsync(() -> Importer.of(wanted).name()).thenAccept(format -> display.asyncExec(() -> {
			if (!read.isDisposed() && wanted.equals(source())) {
				read.setText(NLS.bind(Messages.readAs, format));
			}
		}));
	}

	/** @return what is imported, null while nothing is given */
	Path source() {
		String text = source.getText().strip();
		try {
			return text.isEmpty() ? null : Path.of(text).toAbsolutePath().normalize();
		} catch (InvalidPathException e) {
			return null;
		}
	}

	IProject project() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name.getText());
	}
}
