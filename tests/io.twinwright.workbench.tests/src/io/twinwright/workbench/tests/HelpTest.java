package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.editor.PageView;
import io.twinwright.workbench.help.HelpView;
import io.twinwright.workbench.project.NewProjectWizard;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.activities.IWorkbenchActivitySupport;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The help: its pages, the way to them from a finding, and its search. */
@ExtendWith(NoErrors.class)
class HelpTest {
	private static final Pattern LINK = Pattern.compile("href=\"help:([^\"]+)\"");
	private static final String TEXT = """
			namespace tank
			type Tank {
			  sensor level : [%] range 100..0 every 1 [s]
			}
			""";

	@AfterEach
	void close() {
		Workbench.ui(() -> {
			Workbench.page().closeAllEditors(false);
			IViewPart view = Workbench.page().findView(HelpView.ID);
			if (view != null) {
				Workbench.page().hideView(view);
			}
			return null;
		});
	}

	@Test
	void opensTheRuleOfAFinding() throws CoreException {
		IMarker finding = finding();
		ITextEditor editor = Workbench.edit((IFile) finding.getResource());
		Workbench.ui(() -> {
			editor.selectAndReveal(TEXT.indexOf("100..0"), 0);
			return null;
		});
		assertEquals("F1", Workbench.ui(() -> Workbench.window().getService(IBindingService.class)
				.getBestActiveBindingFormattedFor("org.eclipse.ui.help.dynamicHelp")));
		run("org.eclipse.ui.help.dynamicHelp");
		HelpView help = help();
		Workbench.until("the page of the rule is shown", () -> help.shown().equals("TW203"));
		Workbench.until("it is drawn", () -> page().contains("A range is empty"));
		assertTrue(Workbench.ui(HelpTest::page).contains("<mark>"), "The place of the finding is marked.");
		Workbench.screenshot("help-rule");
	}

	@Test
	void isOfferedAmongTheFixes() throws CoreException {
		IMarker finding = finding();
		IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(finding));
		IMarkerResolution last = fixes[fixes.length - 1];
		assertEquals("Explain TW203: A range is empty", last.getLabel());
		Workbench.ui(() -> {
			last.run(finding);
			return null;
		});
		HelpView help = help();
		Workbench.until("the page of the rule is shown", () -> help.shown().equals("TW203"));
	}

	@Test
	void isOfferedWhereNoFixesCanBeComputed() throws CoreException {
		IMarker finding = finding();
		finding.setAttribute(IMarker.CHAR_START, 10 * TEXT.length());
		finding.setAttribute(IMarker.CHAR_END, 10 * TEXT.length());
		IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(finding));
		assertEquals(List.of("Explain TW203: A range is empty"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
	}

	@Test
	void leadsFromPageToPageAndBack() throws ParseException {
		run("org.eclipse.ui.help.helpContents");
		HelpView help = help();
		Workbench.until("it begins", () -> help.shown().equals("start") && page().contains("Getting started"));
		Workbench.screenshot("help");
		List<String> links = LINK.matcher(Workbench.ui(HelpTest::page)).results().map(found -> found.group(1)).distinct().toList();
		assertTrue(links.containsAll(List.of("language", "library", "rules", "commands", "targets")), links::toString);
		for (String link : links) {
			open(help, link);
		}
		open(help, "language/meaning");
		Workbench.until("it is drawn", () -> page().contains("Hot swap"));
		open(help, "library/functions.twin");
		run("org.eclipse.ui.navigate.backwardHistory");
		assertEquals("language/meaning", Workbench.ui(help::shown));
		run("org.eclipse.ui.navigate.forwardHistory");
		assertEquals("library/functions.twin", Workbench.ui(help::shown));
		open(help, "commands");
		String key = KeySequence.getInstance("M1+M2+T").format();
		Workbench.until("commands have their keys", () -> page().contains("Open Twin Element") && page().contains(key));
		Workbench.screenshot("help-commands");
	}

	@Test
	void followsALink() {
		run("org.eclipse.ui.help.helpContents");
		HelpView help = help();
		open(help, "rules/2");
		Workbench.until("it is drawn", () -> page().contains("help:TW203"));
		Workbench.ui(() -> browser().setUrl("help:TW203"));
		Workbench.until("the rule is shown", () -> help.shown().equals("TW203"));
	}

	@Test
	void findsPages() {
		run("org.eclipse.ui.help.helpSearch");
		HelpView help = help();
		Workbench.ui(() -> {
			help.search("deadband range");
			return null;
		});
		Workbench.until("the pages are found", () -> found().contains("TW213 A deadband swallows the whole range"));
		assertTrue(Workbench.ui(HelpTest::found).contains("Clauses and functions"), "The language reference is searched too.");
		assertEquals("TW213 A deadband swallows the whole range", Workbench.ui(HelpTest::found).getFirst(), "Titles count more.");
		Workbench.ui(() -> {
			tree().select(tree().getItem(0));
			tree().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
			return null;
		});
		Workbench.until("the first is shown", () -> help.shown().equals("TW213"));
		Workbench.screenshot("help-search");
	}

	@Test
	void isAWindowOfItsOwnWhereADialogIsOpen() {
		WizardDialog wizard = Workbench.open(new NewProjectWizard());
		try {
			Workbench.ui(() -> {
				wizard.getCurrentPage().performHelp();
				return null;
			});
			Shell help = Workbench.shell("Help");
			Workbench.until("its page is drawn", () -> Workbench.find(help, Browser.class).getFirst().getText().contains("Getting started"));
			Workbench.screenshot("help-window");
		} finally {
			Workbench.ui(wizard::close);
		}
	}

	@Test
	void isTheOnlyHelp() {
		IWorkbenchActivitySupport activities = Workbench.ui(() -> Workbench.window().getWorkbench().getActivitySupport());
		assertFalse(activities.getActivityManager().getIdentifier("org.eclipse.help.ui/org.eclipse.help.ui.HelpView").isEnabled());
		assertTrue(activities.getActivityManager().getIdentifier("io.twinwright.workbench/" + HelpView.ID).isEnabled());
	}

	@Test
	void isReadableWithoutABrowserEngine() {
		Shell shell = Workbench.ui(() -> new Shell(Workbench.window().getShell()));
		try {
			StyledText text = Workbench.ui(() -> {
				PageView page = PageView.plain(shell, SWT.NONE);
				page.show("# Title\n\nWords.");
				return (StyledText) page.control();
			});
			assertEquals("# Title\n\nWords.", Workbench.ui(text::getText));
		} finally {
			Workbench.ui(() -> {
				shell.dispose();
				return null;
			});
		}
	}

	private static IMarker finding() throws CoreException {
		IProject project = Workbench.project("help");
		IFile file = Workbench.file(project, "tank.twin", TEXT);
		Workbench.until("the file is checked", () -> !Workbench.findings(file).isEmpty());
		return Arrays.stream(file.findMarkers("io.twinwright.workbench.problem", true, IResource.DEPTH_ZERO)).findFirst().orElseThrow();
	}

	private static void open(HelpView help, String page) {
		Workbench.ui(() -> {
			help.open(page);
			return null;
		});
		Workbench.until("'" + page + "' is shown", () -> help.shown().equals(page));
	}

	private static HelpView help() {
		Workbench.until("the help is open", () -> Workbench.page().findView(HelpView.ID) != null);
		return Workbench.ui(() -> (HelpView) Workbench.page().findView(HelpView.ID));
	}

	private static Browser browser() {
		return Workbench.find(Workbench.window().getShell(), Browser.class).stream().filter(Browser::isVisible).findFirst().orElseThrow();
	}

	private static String page() {
		return browser().getText();
	}

	private static Tree tree() {
		return Workbench.find(browser().getParent().getParent(), Tree.class).getFirst();
	}

	private static List<String> found() {
		return Arrays.stream(tree().getItems()).map(TreeItem::getText).toList();
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}
}
