package io.twinwright.workbench.live;

import io.twinwright.workbench.live.Certificates.Known;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Lists the certificates of servers, to trust, refuse or forget them. */
public final class CertificatesPage extends PreferencePage implements IWorkbenchPreferencePage {
	private final Certificates certificates = new Certificates(LiveSessions.PKI);
	private TableViewer table;
	private Button view;
	private Button trust;
	private Button refuse;
	private Button forget;

	/** Work on a certificate that may fail. */
	private interface Work {
		void on(Known known) throws IOException;
	}

	@Override
	public void init(IWorkbench workbench) {
		setDescription(NLS.bind(Messages.certificatesHelp, LiveSessions.PKI));
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		table = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION);
		table.getTable().setHeaderVisible(true);
		table.setContentProvider(ArrayContentProvider.getInstance());
		GridDataFactory.fillDefaults().grab(true, true).hint(560, 260).span(1, 5).applyTo(table.getControl());
		column(Messages.trust, 70, known -> known.trusted() ? Messages.trusted : Messages.refused);
		column(Messages.who, 200, known -> known.certificate().getSubjectX500Principal().getName());
		column(Messages.issuer, 160, known -> known.certificate().getIssuerX500Principal().getName());
		column(Messages.validUntil, 110, known -> CertificateDialog.day(known.certificate().getNotAfter()));
		column("SHA-1", 380, known -> CertificateDialog.fingerprint(known.certificate(), "SHA-1"));
		view = button(area, Messages.doView, known -> MessageDialog.openInformation(getShell(), Messages.who, CertificateDialog.text(known.certificate())));
		trust = button(area, Messages.doTrust, known -> certificates.trust(known, true));
		refuse = button(area, Messages.doRefuse, known -> certificates.trust(known, false));
		forget = button(area, Messages.doForget, certificates::forget);
		table.addSelectionChangedListener(event -> enable());
		show();
		return area;
	}

	private void column(String title, int width, Function<Known, String> text) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(title);
		column.getColumn().setWidth(width);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((Known) element);
			}
		});
	}

	private Button button(Composite area, String text, Work work) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(button);
		button.addListener(SWT.Selection, event -> {
			Known known = chosen();
			if (known != null) {
				try {
					work.on(known);
				} catch (IOException e) {
					setErrorMessage(NLS.bind(Messages.notMoved, known.file(), e.getMessage()));
				}
				show();
			}
		});
		return button;
	}

	private Known chosen() {
		return (Known) table.getStructuredSelection().getFirstElement();
	}

	private void show() {
		try {
			table.setInput(certificates.all());
		} catch (IOException e) {
			table.setInput(List.of());
			setErrorMessage(NLS.bind(Messages.notMoved, LiveSessions.PKI, e.getMessage()));
		}
		enable();
	}

	private void enable() {
		Known known = chosen();
		view.setEnabled(known != null);
		trust.setEnabled(known != null && !known.trusted());
		refuse.setEnabled(known != null && known.trusted());
		forget.setEnabled(known != null);
	}
}
