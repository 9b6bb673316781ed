package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The structure of a text. It follows the caret, and the caret follows it. */
public final class TwinOutline extends ContentOutlinePage {
	private static final int DELAY_MS = 400;
	/** Of its context menu. */
	private static final String MENU = "io.twinwright.workbench.outline";

	private final ITextEditor editor;
	private final IDocument text;
	private final IDocumentListener changes = new Changed();
	private final ISelectionChangedListener caret = this::followCaret;
	private List<DocumentSymbol> symbols = List.of();
	private boolean following;
	private int latest;

	TwinOutline(ITextEditor editor) {
		this.editor = editor;
		this.text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setContentProvider(new Content());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		tree.setAutoExpandLevel(1);
		tree.addSelectionChangedListener(this::followTree);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
		getSite().registerContextMenu(MENU, menu, tree);
		text.addDocumentListener(changes);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
			selections.addPostSelectionChangedListener(caret);
		}
		ask();
	}

	private void ask() {
		Texts.identifier(text).ifPresent(file -> TwinLanguage.get()
				.ask(server -> server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(file)))
				.thenAccept(found -> PlatformUI.getWorkbench().getDisplay().asyncExec(
						() -> show(found.stream().map(Either::getRight).toList()))));
	}

	private void show(List<DocumentSymbol> found) {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed() || found.equals(symbols)) {
			return;
		}
		List<String> open = new ArrayList<>();
		for (TreePath path : tree.getExpandedTreePaths()) {
			open.add(names(path));
		}
		symbols = found;
		tree.getControl().setRedraw(false);
		tree.setInput(found);
		expand(tree, new TreePath(new Object[0]), found, open);
		tree.getControl().setRedraw(true);
	}

	private static void expand(TreeViewer tree, TreePath outer, List<DocumentSymbol> symbols, List<String> open) {
		for (DocumentSymbol symbol : symbols) {
			TreePath path = outer.createChildPath(symbol);
			if (open.contains(names(path))) {
				tree.setExpandedState(path, true);
				expand(tree, path, symbol.getChildren(), open);
			}
		}
	}

	private static String names(TreePath path) {
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < path.getSegmentCount(); i++) {
			names.append('/').append(((DocumentSymbol) path.getSegment(i)).getName());
		}
		return names.toString();
	}

	private void followTree(SelectionChangedEvent event) {
		if (!following && event.getStructuredSelection().getFirstElement() instanceof DocumentSymbol symbol) {
			following = true;
			Jump.select(editor, symbol.getSelectionRange());
			following = false;
		}
	}

	private void followCaret(SelectionChangedEvent event) {
		if (!following && event.getSelection() instanceof ITextSelection selection && !getControl().isDisposed()) {
			try {
				List<Object> path = path(Texts.position(text, selection.getOffset()));
				following = true;
				getTreeViewer().setSelection(path.isEmpty() ? StructuredSelection.EMPTY : new TreeSelection(new TreePath(path.toArray())),
						true);
			} catch (BadLocationException e) {
				// the text is shorter by now
			} finally {
				following = false;
			}
		}
	}

	private List<Object> path(Position place) {
		List<Object> path = new ArrayList<>();
		for (Optional<DocumentSymbol> at = at(symbols, place); at.isPresent(); at = at(at.get().getChildren(), place)) {
			path.add(at.get());
		}
		return path;
	}

	private static Optional<DocumentSymbol> at(List<DocumentSymbol> symbols, Position place) {
		return symbols.stream().filter(symbol -> contains(symbol.getRange(), place)).findFirst();
	}

	private static boolean contains(Range range, Position place) {
		return compare(range.getStart(), place) <= 0 && compare(place, range.getEnd()) <= 0;
	}

	private static int compare(Position one, Position other) {
		int lines = Integer.compare(one.getLine(), other.getLine());
		return lines != 0 ? lines : Integer.compare(one.getCharacter(), other.getCharacter());
	}

	@Override
	public void dispose() {
		text.removeDocumentListener(changes);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
			selections.removePostSelectionChangedListener(caret);
		}
		super.dispose();
	}

	/** Asks anew when the author rests. */
	private final class Changed implements IDocumentListener {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// afterwards
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			int number = ++latest;
			editor.getSite().getShell().getDisplay().timerExec(DELAY_MS, () -> {
				if (number == latest && getControl() != null && !getControl().isDisposed()) {
					ask();
				}
			});
		}
	}

	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object element) {
			return ((DocumentSymbol) element).getChildren().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((DocumentSymbol) element).getChildren().isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {
		@Override
		public StyledString getStyledText(Object element) {
			DocumentSymbol symbol = (DocumentSymbol) element;
			return new StyledString(symbol.getName()).append("  " + symbol.getDetail(), StyledString.DECORATIONS_STYLER);
		}

		@Override
		public Image getImage(Object element) {
			return Icons.of(((DocumentSymbol) element).getKind());
		}
	}
}
