package io.twinwright.workbench.generate;

import io.twinwright.workbench.help.HelpSupport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.CompareViewerSwitchingPane;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Shows which files would change, and how. */
final class PreviewPage extends WizardPage {
	private static final int WIDTH = 900;
	private static final int HEIGHT = 460;

	private TableViewer files;
	private CompareViewerSwitchingPane difference;
	private Button replace;
	private Draft draft;

	PreviewPage() {
		super("preview");
		setTitle(Messages.preview);
	}

	@Override
	public void performHelp() {
		HelpSupport.show("targets");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(area);
		SashForm sash = new SashForm(area, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(sash);
		files = new TableViewer(sash, SWT.BORDER | SWT.FULL_SELECTION);
		files.getTable().setHeaderVisible(true);
		files.setContentProvider(ArrayContentProvider.getInstance());
		column(Messages.change, 90, new ColumnLabelProvider() {
			@Override
			public String getText(Object item) {
				return word((Draft.Item) item);
			}
		});
		column(Messages.file, 260, new ColumnLabelProvider() {
			@Override
			public String getText(Object item) {
				return ((Draft.Item) item).path();
			}
		});
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftLabel(Messages.inFolder);
		configuration.setRightLabel(Messages.generated);
		configuration.setProperty(CompareConfiguration.MIRRORED, false);
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		difference = new CompareViewerSwitchingPane(sash, SWT.BORDER | SWT.FLAT) {
			@Override
			protected Viewer getViewer(Viewer before, Object input) {
				return CompareUI.findContentViewer(before, input, this, configuration);
			}
		};
		sash.setWeights(2, 3);
		files.addSelectionChangedListener(event -> compare((Draft.Item) event.getStructuredSelection().getFirstElement()));
		replace = new Button(area, SWT.CHECK);
		replace.setText(Messages.replace);
		replace.addListener(SWT.Selection, event -> check());
		setControl(area);
	}

	private void column(String title, int width, ColumnLabelProvider labels) {
		TableViewerColumn column = new TableViewerColumn(files, SWT.LEFT);
		column.getColumn().setText(title);
		column.getColumn().setWidth(width);
		column.setLabelProvider(labels);
	}

	private static String word(Draft.Item item) {
		String word = switch (item.state()) {
			case NEW -> Messages.isNew;
			case CHANGED -> Messages.isChanged;
			case SAME -> Messages.isSame;
			case REMOVED -> Messages.isRemoved;
		};
		return item.foreign() ? word + " !" : word;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			// when the page stands, since making the files shows progress in the wizard
			getShell().getDisplay().asyncExec(() -> {
				if (!getShell().isDisposed() && isCurrentPage()) {
					((GenerateWizard) getWizard()).prepare();
				}
			});
		}
	}

	/** @param draft the files to show, null if they could not be made */
	void show(Draft draft) {
		this.draft = draft;
		List<Draft.Item> items = draft == null ? List.of() : draft.items().stream().sorted(PreviewPage::changedFirst).toList();
		files.setInput(items);
		replace.setVisible(items.stream().anyMatch(Draft.Item::foreign));
		compare(items.isEmpty() ? null : items.getFirst());
		if (draft != null) {
			long changed = items.stream().filter(item -> item.state() != Draft.State.SAME).count();
			setDescription(NLS.bind(Messages.previewHelp, new Object[] { draft.output(), items.size(), changed }));
			if (!items.isEmpty()) {
				files.getTable().select(0);
			}
		}
		check();
	}

	private static int changedFirst(Draft.Item one, Draft.Item other) {
		return Boolean.compare(one.state() == Draft.State.SAME, other.state() == Draft.State.SAME);
	}

	private void check() {
		boolean foreign = draft != null && draft.items().stream().anyMatch(Draft.Item::foreign) && !replacesForeign();
		setErrorMessage(foreign ? Messages.foreignFiles : null);
		setPageComplete(draft != null && !foreign);
	}

	/** @return whether files that were changed by hand are to be replaced */
	boolean replacesForeign() {
		return replace.getSelection();
	}

	private void compare(Draft.Item item) {
		try {
			difference.setInput(item == null ? null : node(side(item, draft.before(item)), side(item, draft.after(item))));
		} catch (IOException e) {
			ILog.of(PreviewPage.class).warn("A file could not be compared.", e);
			difference.setInput(null);
		}
	}

	private static DiffNode node(Side before, Side after) {
		boolean text = (before == null || before.isText()) && (after == null || after.isText());
		// what shows binary files says 'added' of what is on the left only
		return text ? new DiffNode(before, after) : new DiffNode(after, before);
	}

	private static Side side(Draft.Item item, byte[] content) {
		return content == null ? null : new Side(item.path(), content);
	}

	/** One side of a comparison. */
	private record Side(String path, byte[] content) implements ITypedElement, IEncodedStreamContentAccessor {
		@Override
		public String getName() {
			return path;
		}

		@Override
		public Image getImage() {
			return CompareUI.getImage(getType());
		}

		@Override
		public String getType() {
			return isText() ? TEXT_TYPE : "binary";
		}

		private boolean isText() {
			for (byte one : content) {
				if (one == 0) {
					return false;
				}
			}
			return true;
		}

		@Override
		public InputStream getContents() {
			return new ByteArrayInputStream(content);
		}

		@Override
		public String getCharset() {
			return "UTF-8";
		}
	}
}
