package io.twinwright.workbench.generate;

import org.eclipse.osgi.util.NLS;

/** The texts about generating in the user's language. */
final class Messages extends NLS {
	public static String change;
	public static String checking;
	public static String file;
	public static String folder;
	public static String foreign;
	public static String foreignFiles;
	public static String formOf2019;
	public static String formatOnSave;
	public static String generateOnSave;
	public static String generated;
	public static String generating;
	public static String inFolder;
	public static String isChanged;
	public static String isNew;
	public static String isRemoved;
	public static String isSame;
	public static String log;
	public static String logged;
	public static String noFolder;
	public static String noForm;
	public static String noTarget;
	public static String nothingWritten;
	public static String preview;
	public static String previewHelp;
	public static String remember;
	public static String replace;
	public static String settings;
	public static String targets;
	public static String targetsHelp;
	public static String title;

	static {
		initializeMessages("io.twinwright.workbench.generate.messages", Messages.class);
	}

	private Messages() {
	}
}
