package io.twinwright.workbench.diagram;

import io.twinwright.workbench.editor.AssetCardPage;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.IPageSite;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The properties of what is selected in a diagram, to be edited, beside the card of its asset. */
final class DiagramProperties extends Page implements IPropertySheetPage {
	private final Rows rows = new Rows();
	private final AssetCardPage card = new AssetCardPage();
	private SashForm both;

	/** The properties, in the order in which they are told. */
	private static final class Rows extends PropertySheetPage {
		Rows() {
			setSorter(new PropertySheetSorter() {
				@Override
				public int compare(IPropertySheetEntry one, IPropertySheetEntry other) {
					return 0;
				}
			});
		}
	}

	@Override
	public void init(IPageSite site) {
		super.init(site);
		rows.init(site);
		card.init(site);
	}

	@Override
	public void createControl(Composite parent) {
		both = new SashForm(parent, SWT.HORIZONTAL);
		rows.createControl(both);
		card.createControl(both);
		both.setWeights(1, 1);
	}

	@Override
	public Control getControl() {
		return both;
	}

	@Override
	public void setActionBars(IActionBars bars) {
		rows.setActionBars(bars);
	}

	@Override
	public void setFocus() {
		rows.setFocus();
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		rows.selectionChanged(part, selection);
		card.selectionChanged(part, selection);
	}

	@Override
	public void dispose() {
		rows.dispose();
		card.dispose();
		super.dispose();
	}
}
