package io.twinwright.workbench.language;

import org.eclipse.osgi.util.NLS;

/** The texts about models in the user's language. */
final class Messages extends NLS {
	public static String errors;
	public static String noFiles;
	public static String notLocal;
	public static String textChanged;
	public static String textOther;

	static {
		initializeMessages("io.twinwright.workbench.language.messages", Messages.class);
	}

	private Messages() {
	}
}
