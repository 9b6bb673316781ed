package io.twinwright.workbench.about;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.about.InstallationPage;
import org.eclipse.ui.statushandlers.StatusManager;

/** Lists the versions and licences of all parts, among the installation details. */
public final class LicencesPage extends InstallationPage {
	private TableViewer table;

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		table = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.getTable().setHeaderVisible(true);
		table.setContentProvider(ArrayContentProvider.getInstance());
		GridDataFactory.fillDefaults().grab(true, true).hint(790, 360).applyTo(table.getControl());
		column(Messages.part, 220, Part::name);
		column(Messages.plugin, 340, Part::plugin);
		column(Messages.version, 90, part -> "%d.%d.%d".formatted(part.version().getMajor(), part.version().getMinor(), part.version().getMicro()));
		column(Messages.licence, 130, Part::licence);
		setControl(area);
		CompletableFuture.supplyAsync(Part::installed).whenCompleteAsync(this::show, parent.getDisplay()::asyncExec);
	}

	private void column(String title, int width, Function<Part, String> text) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(title);
		column.getColumn().setWidth(width);
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(part -> text.apply((Part) part)));
	}

	private void show(List<Part> parts, Throwable failure) {
		if (failure != null) {
			StatusManager.getManager().handle(Status.error(Messages.unread, failure), StatusManager.SHOW | StatusManager.LOG);
		} else if (!table.getControl().isDisposed()) {
			table.setInput(parts);
		}
	}
}
