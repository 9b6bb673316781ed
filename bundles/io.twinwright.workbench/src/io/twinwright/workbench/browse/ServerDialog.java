package io.twinwright.workbench.browse;

import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the URL of a server, how its messages are secured, and for whom; it remembers the last servers. */
final class ServerDialog extends TitleAreaDialog {
	private static final String BUNDLE = "io.twinwright.workbench";
	private static final String REMEMBERED = "browsedServers";
	private static final String USUAL = "opc.tcp://localhost:4840";
	private static final int MOST = 10;

	private Combo url;
	private Combo security;
	private Text user;
	private Row.Server.Served server;

	ServerDialog(Shell parent) {
		super(parent);
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.browse);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(Messages.browse);
		setMessage(Messages.serverHelp);
		Composite fields = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(fields);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
		url = combo(fields, Messages.url, SWT.DROP_DOWN, remembered());
		security = combo(fields, Messages.security, SWT.DROP_DOWN | SWT.READ_ONLY, EndpointEntry.SECURITY.words());
		new Label(fields, SWT.NONE).setText(Messages.user);
		user = new Text(fields, SWT.BORDER);
		user.setMessage(Messages.userHelp);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(user);
		return area;
	}

	private static Combo combo(Composite parent, String label, int style, List<String> items) {
		new Label(parent, SWT.NONE).setText(label);
		Combo combo = new Combo(parent, style);
		combo.setItems(items.toArray(String[]::new));
		combo.select(0);
		GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(combo);
		return combo;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.OK_ID).setEnabled(!url.getText().isBlank());
		url.addListener(SWT.Modify, event -> getButton(IDialogConstants.OK_ID).setEnabled(!url.getText().isBlank()));
	}

	@Override
	protected void okPressed() {
		server = new Row.Server.Served(url.getText().strip(), security.getText(), user.getText().strip());
		if (EndpointUrl.of(server.url()).problem().isEmpty()) {
			remember(server.url());
		}
		super.okPressed();
	}

	private static void remember(String url) {
		List<String> urls = new ArrayList<>(remembered());
		urls.remove(url);
		urls.addFirst(url);
		InstanceScope.INSTANCE.getNode(BUNDLE).put(REMEMBERED, String.join(" ", urls.subList(0, Math.min(MOST, urls.size()))));
	}

	private static List<String> remembered() {
		return List.of(InstanceScope.INSTANCE.getNode(BUNDLE).get(REMEMBERED, USUAL).split(" "));
	}

	/** @return what was asked for */
	Row.Server.Served server() {
		return server;
	}
}
