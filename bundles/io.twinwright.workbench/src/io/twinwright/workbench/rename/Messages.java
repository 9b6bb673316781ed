package io.twinwright.workbench.rename;

import org.eclipse.osgi.util.NLS;

/** The texts of the renaming in the user's language. */
final class Messages extends NLS {
	public static String failed;
	public static String newName;
	public static String noName;
	public static String renaming;
	public static String title;

	static {
		initializeMessages("io.twinwright.workbench.rename.messages", Messages.class);
	}

	private Messages() {
	}
}
