package io.twinwright.workbench.welcome;

import io.twinwright.workbench.language.UserLanguage;
import io.twinwright.workbench.project.Examples;
import io.twinwright.workbench.project.NewProjectWizard;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;

/** What a new workspace shows: the ways to begin, and the examples. It is drawn without a browser engine. */
public final class WelcomePart extends IntroPart {
	private static final String BUNDLE = "io.twinwright.workbench";
	private static final String EXAMPLE = "io.twinwright.workbench.openExample(example=%s)";
	private static final String PLANT = "io.twinwright.workbench.openExample(example=bottling,start=true)";
	private static final int WIDEST = 1180;
	private static final int MARGIN = 28;

	private final Map<String, Image> icons = new HashMap<>();
	private ScrolledComposite scroller;
	private Composite page;
	private Tile first;

	@Override
	public void createPartControl(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		page = new Composite(scroller, SWT.NONE);
		page.setLayout(new GridLayout());
		say(Messages.title, 12, SWT.BOLD);
		say(Messages.about, 1, SWT.NORMAL);
		say(Messages.begin, 4, SWT.BOLD);
		Composite ways = tiles();
		first = tile(ways, "guide", Messages.firstMinutes, Messages.firstMinutesHelp, () -> run("io.twinwright.workbench.firstMinutes"));
		tile(ways, "start", Messages.plant, Messages.plantHelp, () -> run(PLANT));
		tile(ways, "file", Messages.newProject, Messages.newProjectHelp, this::newProject);
		tile(ways, "help", Messages.help, Messages.helpHelp, () -> run("org.eclipse.ui.help.helpContents"));
		say(Messages.examples, 4, SWT.BOLD);
		Composite examples = tiles();
		for (String example : Examples.names()) {
			String[] title = Examples.title(example, UserLanguage.locale()).split(": ", 2);
			String sentence = title.length < 2 ? Messages.exampleHelp : title[1].substring(0, 1).toUpperCase(UserLanguage.locale()) + title[1].substring(1);
			tile(examples, "project", title[0], sentence, () -> run(EXAMPLE.formatted(example)));
		}
		scroller.setContent(page);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.getVerticalBar().setIncrement(40);
		scroller.addListener(SWT.Resize, event -> fit());
		fit();
	}

	private void fit() {
		int width = scroller.getClientArea().width;
		int margin = Math.max(MARGIN, (width - WIDEST) / 2);
		GridLayoutFactory.fillDefaults().margins(margin, MARGIN).spacing(0, 8).applyTo(page);
		scroller.setMinSize(page.computeSize(width, SWT.DEFAULT));
		page.layout(true, true);
	}

	private void say(String words, int larger, int style) {
		Label label = new Label(page, SWT.WRAP);
		label.setText(words);
		Font font = FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(larger).setStyle(style).createFont(label.getDisplay());
		label.setFont(font);
		label.addListener(SWT.Dispose, event -> font.dispose());
		GridDataFactory.fillDefaults().grab(true, false).indent(0, larger == 4 ? 16 : 0).applyTo(label);
	}

	private Composite tiles() {
		Composite tiles = new Composite(page, SWT.NONE);
		tiles.setLayout(new TileLayout());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles);
		return tiles;
	}

	private Tile tile(Composite in, String icon, String name, String sentence, Runnable action) {
		Tile tile = new Tile(in, icons.computeIfAbsent(icon, key -> image(in.getDisplay(), key)), name, sentence, action);
		tile.addListener(SWT.FocusIn, event -> scroller.showControl(tile));
		return tile;
	}

	/** @return an icon at twice its size */
	private Image image(Display display, String icon) {
		Image image = new Image(display, ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".svg").orElseThrow().getImageData(200));
		page.addListener(SWT.Dispose, event -> image.dispose());
		return image;
	}

	private void newProject() {
		IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
		NewProjectWizard wizard = new NewProjectWizard();
		wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
		if (new WizardDialog(window.getShell(), wizard).open() == Window.OK) {
			close();
		}
	}

	/** Closes the page and runs a command with its parameters. */
	private void run(String command) {
		IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
		close();
		try {
			window.getService(IHandlerService.class).executeCommand(window.getService(ICommandService.class).deserialize(command), null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		}
	}

	private void close() {
		getIntroSite().getWorkbenchWindow().getWorkbench().getIntroManager().closeIntro(this);
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// it looks the same beside the editor
	}

	@Override
	public void setFocus() {
		first.setFocus();
	}

	/** @return the whole page */
	public Control control() {
		return scroller;
	}
}
