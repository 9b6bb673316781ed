package io.twinwright.workbench.live;

import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Secrets;
import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.security.storage.EncodingUtils;
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

/** Secrets in the secure storage of the platform. */
final class StoredSecrets implements Secrets {
	private static final String SECRETS = "io.twinwright.workbench/secrets";
	private static final String PASSWORDS = "io.twinwright.workbench/passwords";

	private final boolean asks;

	/** @param asks whether a secret that is not there yet is asked for */
	StoredSecrets(boolean asks) {
		this.asks = asks;
	}

	@Override
	public String secret(String name, String form) {
		String known = read(SECRETS, name);
		if (known != null) {
			return known;
		}
		String secret = asks ? ask(Messages.secret, NLS.bind(Messages.secretHelp, name, form)) : null;
		if (secret != null) {
			write(SECRETS, name, secret);
		}
		return secret;
	}

	/** {@inheritDoc} One that is asked for is kept after the server has taken it only, see {@link #keep}. */
	@Override
	public String password(String url, String user) {
		String known = read(PASSWORDS, key(url, user));
		return known == null && asks ? ask(Messages.password, NLS.bind(Messages.passwordHelp, user, url)) : known;
	}

	/** Keeps the password of a user whom a server has let in. */
	static void keep(LinkSettings server) {
		if (server.password() != null) {
			write(PASSWORDS, key(server.url(), server.user()), server.password());
		}
	}

	/** Forgets the password of a user whom a server has refused: it is asked for again. */
	static void forget(LinkSettings server) {
		if (server.user() != null) {
			write(PASSWORDS, key(server.url(), server.user()), null);
		}
	}

	private static String key(String url, String user) {
		return EncodingUtils.encodeSlashes(url + " " + user);
	}

	private static String read(String node, String key) {
		try {
			return SecurePreferencesFactory.getDefault().node(node).get(key, null);
		} catch (StorageException e) {
			ILog.of(StoredSecrets.class).warn("The secure storage could not be read.", e);
			return null;
		}
	}

	private static void write(String node, String key, String secret) {
		ISecurePreferences storage = SecurePreferencesFactory.getDefault().node(node);
		try {
			if (secret == null) {
				storage.remove(key);
			} else {
				storage.put(key, secret, true);
			}
			storage.flush();
		} catch (StorageException | IOException e) {
			ILog.of(StoredSecrets.class).warn("The secure storage could not be written.", e);
		}
	}

	private static String ask(String title, String help) {
		String[] answer = new String[1];
		Display display = PlatformUI.getWorkbench().getDisplay();
		display.syncExec(() -> {
			Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
			InputDialog dialog = new InputDialog(shell, title, help, "", text -> text.isEmpty() ? "" : null) {
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
	public String remedy(String name, String form) {
		return Messages.secretRemedy;
	}
}
