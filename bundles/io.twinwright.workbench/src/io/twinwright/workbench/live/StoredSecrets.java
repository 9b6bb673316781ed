package io.twinwright.workbench.live;

import io.twinwright.opcua.live.Secrets;
import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Secrets in the secure storage of the platform. One that is not there yet is asked for, and kept there. */
final class StoredSecrets implements Secrets {
	private static final String NODE = "io.twinwright.workbench/secrets";

	@Override
	public String secret(String name, String form) {
		ISecurePreferences storage = SecurePreferencesFactory.getDefault().node(NODE);
		try {
			String known = storage.get(name, null);
			String secret = known == null ? ask(name, form) : known;
			if (known == null && secret != null) {
				storage.put(name, secret, true);
				storage.flush();
			}
			return secret;
		} catch (StorageException | IOException e) {
			ILog.of(StoredSecrets.class).warn("The secure storage could not be used.", e);
			return ask(name, form);
		}
	}

	private static String ask(String name, String form) {
		String[] answer = new String[1];
		Display display = PlatformUI.getWorkbench().getDisplay();
		display.syncExec(() -> {
			Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
			InputDialog dialog = new InputDialog(shell, Messages.secret, NLS.bind(Messages.secretHelp, name, form), "",
					text -> text.isEmpty() ? "" : null) {
				@Override
				protected int getInputTextStyle() {
					return super.getInputTextStyle() | SWT.PASSWORD;
				}
			};
			answer[0] = dialog.open() == Window.OK ? dialog.getValue() : null;
		});
		return answer[0];
	}

	@Override
	public String password(String user) {
		return secret(user, "password");
	}

	@Override
	public String remedy(String name, String form) {
		return Messages.secretRemedy;
	}
}
