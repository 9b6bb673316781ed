package io.twinwright.workbench.project;

import org.eclipse.osgi.util.NLS;

/** The texts about projects and files in the user's language. */
final class Messages extends NLS {
	public static String archiveName;
	public static String browseFile;
	public static String browseFolder;
	public static String folderName;
	public static String folderThere;
	public static String importFrom;
	public static String importHelp;
	public static String importProject;
	public static String importing;
	public static String kind;
	public static String kindBinding;
	public static String kindContract;
	public static String kindEmpty;
	public static String kindLine;
	public static String kindRecipe;
	public static String kindSite;
	public static String kindTypes;
	public static String making;
	public static String newFile;
	public static String newFileHelp;
	public static String newProject;
	public static String newProjectHelp;
	public static String noArchive;
	public static String noDescription;
	public static String noFolder;
	public static String noProject;
	public static String noProjectHelp;
	public static String noSource;
	public static String noTwins;
	public static String notReadable;
	public static String notShown;
	public static String notStored;
	public static String nothing;
	public static String nothingHelp;
	public static String outside;
	public static String projectElsewhere;
	public static String projectExists;
	public static String projectName;
	public static String readAs;
	public static String readable;
	public static String startFrom;
	public static String tooLarge;

	static {
		initializeMessages("io.twinwright.workbench.project.messages", Messages.class);
	}

	private Messages() {
	}
}
