package io.twinwright.workbench.help;

import org.eclipse.osgi.util.NLS;

/** The texts of the help in the user's language. */
final class Messages extends NLS {
	public static String back;
	public static String command;
	public static String commands;
	public static String commandsHelp;
	public static String effect;
	public static String error;
	public static String fixable;
	public static String forward;
	public static String groupBehaviour;
	public static String groupBusiness;
	public static String groupCapabilities;
	public static String groupFiles;
	public static String groupGenerators;
	public static String groupLive;
	public static String groupNames;
	public static String groupQuantities;
	public static String groupTopology;
	public static String help;
	public static String home;
	public static String info;
	public static String key;
	public static String language;
	public static String languageNote;
	public static String library;
	public static String libraryHelp;
	public static String libraryNote;
	public static String otherCommands;
	public static String output;
	public static String rules;
	public static String rulesHelp;
	public static String search;
	public static String target;
	public static String targets;
	public static String targetsHelp;
	public static String warning;

	static {
		initializeMessages("io.twinwright.workbench.help.messages", Messages.class);
	}

	private Messages() {
	}
}
