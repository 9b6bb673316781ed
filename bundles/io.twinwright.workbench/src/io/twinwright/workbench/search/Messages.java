package io.twinwright.workbench.search;

import org.eclipse.osgi.util.NLS;

/** The texts of the search in the user's language. */
final class Messages extends NLS {
	public static String openElement;
	public static String openElementHelp;
	public static String searchFailed;
	public static String uses;
	public static String usesOf;

	static {
		initializeMessages("io.twinwright.workbench.search.messages", Messages.class);
	}

	private Messages() {
	}
}
