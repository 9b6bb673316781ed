package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.editor.Definitions;
import io.twinwright.workbench.editor.TwinContentAssist;
import io.twinwright.workbench.editor.TwinHover;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.rename.Renaming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.CreateChangeOperation;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the editor knows about names: completion, description, declaration, uses, renaming, structure. */
@ExtendWith(NoErrors.class)
class NamesTest {
	private IProject project;
	private IFile plant;
	private IFile machines;
	private ITextEditor editor;
	private IDocument text;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		plant = project.getFile("plant.twin");
		machines = project.getFile("machines.twin");
		editor = Workbench.edit(plant);
		text = Workbench.ui(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void completesWithDescriptions() {
		int offset = after("asset FX17 : ");
		ICompletionProposal[] found = new TwinContentAssist().computeCompletionProposals(viewer(), offset);
		ICompletionProposal filler = Arrays.stream(found).filter(proposal -> proposal.getDisplayString().equals("Filler")).findFirst()
				.orElseThrow();
		assertTrue(filler.getAdditionalProposalInfo().contains("type Filler extends Machine"), filler.getAdditionalProposalInfo());
	}

	@Test
	void describesANameUnderThePointer() {
		String page = new TwinHover().getHoverInfo(viewer(), new Region(after("asset FX"), 0));
		assertTrue(page.contains("<strong>Fills:</strong> <code>Juice1.fill</code>"), page);
	}

	@Test
	void showsTheCardOfTheAssetAtTheCaret() {
		IViewPart properties = Workbench.show(IPageLayout.ID_PROP_SHEET);
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			editor.selectAndReveal(after("asset FX"), 0);
			return null;
		});
		Workbench.until("the card is shown", () -> card(properties).contains("<strong>SerialNumber:</strong> FX12-0017"));
		Workbench.ui(() -> {
			editor.selectAndReveal(after("part cap    : Cap"), 0);
			return null;
		});
		Workbench.until("the card follows", () -> card(properties).replaceAll("<[^>]*>", "").contains("type Capper"));
		assertTrue(Workbench.ui(() -> card(properties)).contains("</span> Capper <span"), "Words are coloured, the ends of names are not.");
		Workbench.screenshot("asset-card");
	}

	private static String card(IViewPart properties) {
		return ((PropertySheet) properties).getCurrentPage().getControl() instanceof Browser browser ? browser.getText() : "";
	}

	@Test
	void opensTheDeclarationInAnotherFile() {
		IHyperlink[] links = new Definitions().detectHyperlinks(viewer(), new Region(after("asset FX17 : Fil"), 0), false);
		assertEquals(1, links.length);
		Workbench.ui(() -> {
			links[0].open();
			return null;
		});
		assertEquals("machines.twin", Workbench.ui(() -> Workbench.page().getActiveEditor().getTitle()));
	}

	@Test
	void opensTheDeclarationInTheLibrary() {
		IHyperlink[] links = new Definitions().detectHyperlinks(viewer(), new Region(after("asset Juice1 : Li"), 0), false);
		Workbench.ui(() -> {
			links[0].open();
			return null;
		});
		assertEquals("equipment.twin", Workbench.ui(() -> Workbench.page().getActiveEditor().getTitle()));
	}

	@Test
	void showsUsesInTheSearchView() throws IOException {
		caret(after("asset FX1"));
		command("org.eclipse.ui.genericeditor.findReferences");
		Workbench.until("uses are found", () -> NewSearchUI.getQueries().length > 0
				&& ((AbstractTextSearchResult) NewSearchUI.getQueries()[0].getSearchResult()).getMatchCount() > 3);
		AbstractTextSearchResult result = (AbstractTextSearchResult) NewSearchUI.getQueries()[0].getSearchResult();
		assertTrue(result.getElements().length > 1, result.getLabel());
		assertTrue(result.getLabel().startsWith("'FX17'"), result.getLabel());
		Workbench.until("the view is shown", () -> NewSearchUI.getSearchResultView() != null);
		Workbench.screenshot("references");
	}

	@Test
	void renamesInOpenAndClosedFiles() throws CoreException, BadLocationException {
		Renaming renaming = renaming("asset FX1");
		renaming.setWanted("Filler17");
		assertTrue(perform(renaming).isOK());
		String changed = Workbench.ui(text::get);
		assertFalse(changed.contains("FX17"));
		assertTrue(changed.contains("asset Filler17 : Filler"));
		assertFalse(project.getFile("business.twin").readString().contains("FX17"));
		Workbench.ui(() -> {
			editor.getSite().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
			return null;
		});
		Workbench.until("it is undone", () -> text.get().contains("asset FX17 : Filler"));
	}

	@Test
	void saysWhyAnElementCannotBeRenamed() throws CoreException, BadLocationException {
		Renaming taken = renaming("asset FX1");
		taken.setWanted("FX33");
		assertTrue(perform(taken).getMessageMatchingSeverity(RefactoringStatus.FATAL).contains("has that name"));
		Renaming library = renaming("asset Juice1 : Li");
		assertTrue(perform(library).getMessageMatchingSeverity(RefactoringStatus.FATAL).contains("belongs to the library"));
	}

	@Test
	void showsTheStructureAndFollowsTheCaret() throws IOException {
		IViewPart outline = Workbench.show(IPageLayout.ID_OUTLINE);
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			return null;
		});
		Workbench.until("the outline is filled", () -> items(outline).contains("Juice1  asset : Line"));
		caret(after("part fill"));
		Workbench.until("the part is chosen", () -> tree(outline).getSelection().length == 1
				&& tree(outline).getSelection()[0].getText().startsWith("fill"));
		Workbench.screenshot("outline");
	}

	@Test
	void marksUsesOfTheNameAtTheCaret() {
		caret(after("asset FX1"));
		Workbench.until("uses are marked", () -> annotations("io.twinwright.workbench.occurrence") > 2
				&& annotations("io.twinwright.workbench.declaration") == 1);
	}

	@Test
	void laysTheTextOut() {
		Workbench.ui(() -> {
			text.set(text.get().replace("asset FX17 : Filler", "asset    FX17:Filler"));
			Workbench.page().activate(editor);
			return null;
		});
		command("io.twinwright.workbench.layOut");
		Workbench.until("it is laid out", () -> text.get().contains("asset FX17 : Filler"));
	}

	private Renaming renaming(String before) throws BadLocationException {
		int offset = after(before);
		TextDocumentIdentifier file = Texts.identifier(text).orElseThrow();
		return new Renaming(file, Texts.position(text, offset), Texts.name(text, offset));
	}

	/** @return what the conditions say; the change is made if they are fine */
	private static RefactoringStatus perform(Renaming renaming) throws CoreException {
		CheckConditionsOperation conditions = new CheckConditionsOperation(renaming, CheckConditionsOperation.ALL_CONDITIONS);
		conditions.run(new NullProgressMonitor());
		if (conditions.getStatus().isOK()) {
			Workbench.ui(() -> {
				new PerformChangeOperation(new CreateChangeOperation(renaming)).run(new NullProgressMonitor());
				return null;
			});
		}
		return conditions.getStatus();
	}

	private ITextViewer viewer() {
		return Workbench.ui(() -> editor.getAdapter(ITextViewer.class));
	}

	private int after(String part) {
		return Workbench.ui(text::get).indexOf(part) + part.length();
	}

	private void caret(int offset) {
		Workbench.ui(() -> {
			editor.selectAndReveal(offset, 0);
			return null;
		});
	}

	private void command(String id) {
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			editor.setFocus();
			assertFalse(editor.getSite().getService(IContextService.class).getActiveContextIds().isEmpty());
			return editor.getSite().getService(IHandlerService.class).executeCommand(id, null);
		});
	}

	private static Tree tree(IViewPart view) {
		return Workbench.find((Composite) view.getAdapter(org.eclipse.ui.views.contentoutline.ContentOutline.class).getCurrentPage()
				.getControl().getParent(), Tree.class).getFirst();
	}

	private static List<String> items(IViewPart view) {
		try {
			List<String> texts = new ArrayList<>();
			for (TreeItem item : tree(view).getItems()) {
				texts.add(item.getText());
			}
			return texts;
		} catch (RuntimeException notYet) {
			return List.of();
		}
	}

	private long annotations(String type) {
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		long count = 0;
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			count += all.next().getType().equals(type) ? 1 : 0;
		}
		return count;
	}
}
