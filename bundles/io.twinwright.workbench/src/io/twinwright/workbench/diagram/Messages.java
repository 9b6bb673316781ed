package io.twinwright.workbench.diagram;

import org.eclipse.osgi.util.NLS;

/** The texts of the diagrams in the user's language. */
final class Messages extends NLS {
	public static String changedOnDisk;
	public static String closed;
	public static String fault;
	public static String gone;
	public static String late;
	public static String loading;
	public static String noEngine;
	public static String noTwinFile;
	public static String nothingDrawn;
	public static String openInBrowser;
	public static String opening;
	public static String picture;
	public static String save;
	public static String step;

	static {
		initializeMessages("io.twinwright.workbench.diagram.messages", Messages.class);
	}

	private Messages() {
	}
}
