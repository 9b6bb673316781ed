package io.twinwright.workbench.tests;

import io.twinwright.workbench.diagram.DiagramEditor;
import java.io.IOException;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.intro.IIntroManager;

/**
 * What a workbench does that a test has started, as its command line wants it after {@code -second}: opens diagrams, or says which
 * are open. Then it is closed as by the user.
 */
public final class SecondWorkbench implements IStartup {
	/** What comes before the name of what is to be done. */
	static final String OPTION = "-second";
	/** How a line begins that is for the test. */
	static final String SAYS = "second: ";
	static final String GONE = "namespace gone\n\nasset Gone { part one : One }\ntype One { }\n";
	static final String OLD = "namespace old\n\nasset Old { part one : Another }\ntype Another { }\n";

	@Override
	public void earlyStartup() {
		List<String> arguments = List.of(Platform.getApplicationArgs());
		int at = arguments.indexOf(OPTION);
		if (at >= 0) {
			Thread.ofPlatform().daemon().name("second").start(() -> run(arguments.get(at + 1)));
		}
	}

	private static void run(String wanted) {
		try {
			switch (wanted) {
				case "open" -> open();
				case "look" -> look();
				default -> throw new IllegalArgumentException(wanted);
			}
		} catch (Exception | LinkageError | AssertionError e) {
			e.printStackTrace();
		} finally {
			Workbench.begin(PlatformUI.getWorkbench()::close);
		}
	}

	/** A diagram that is not the first one of its file, and those of three other files. */
	private static void open() throws CoreException, IOException {
		IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
		Workbench.until("the Welcome page is closed", () -> welcome.getIntro() == null || welcome.closeIntro(welcome.getIntro()));
		IProject project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		Workbench.file(project, "gone.twin", GONE);
		Workbench.file(project, "old.twin", OLD);
		DiagramPage.open(project.getFile("gone.twin"));
		DiagramPage.open(project.getFile("old.twin"));
		DiagramPage.open(project.getFile("business.twin"));
		DiagramPage site = DiagramPage.open(project.getFile("plant.twin"));
		site.press("Backspace", false);
		Workbench.until("the site around the line is shown", () -> site.editor().getTitle().equals("Pohang"));
		look();
	}

	/** Says of each editor what a user sees of it who goes through them. */
	private static void look() {
		for (IEditorReference editor : Workbench.ui(() -> Workbench.page().getEditorReferences())) {
			IEditorPart part = Workbench.ui(() -> {
				IEditorPart restored = editor.getEditor(true);
				Workbench.page().activate(restored);
				return restored;
			});
			System.out.println(SAYS + (part instanceof DiagramEditor diagram ? shown(diagram) : Workbench.ui(editor::getTitle) + " | " + sentence()));
		}
		Workbench.screenshot("diagram-restarted");
	}

	private static String shown(DiagramEditor editor) {
		DiagramPage page = new DiagramPage(editor);
		Workbench.until("something is drawn or said", () -> page.isDrawn() || page.hasBanner() || !sentence().isEmpty());
		return Workbench.ui(() -> {
			XMLMemento memento = XMLMemento.createWriteRoot("editor");
			editor.saveState(memento);
			return String.join(" | ", editor.getTitle(), memento.getString("uri"), page.drawn(), page.hasBanner() ? page.banner() : sentence());
		});
	}

	/** @return what is said where a diagram would be; empty for nothing */
	private static String sentence() {
		return Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Label.class).stream().filter(Label::isVisible).map(Label::getText)
				.filter(text -> text.contains(" any more")).findFirst().orElse(""));
	}
}
