package io.twinwright.workbench.about;

import org.eclipse.osgi.util.NLS;

/** The texts about the parts of the workbench in the user's language. */
final class Messages extends NLS {
	public static String licence;
	public static String part;
	public static String plugin;
	public static String unlisted;
	public static String unread;
	public static String version;

	static {
		initializeMessages("io.twinwright.workbench.about.messages", Messages.class);
	}

	private Messages() {
	}
}
