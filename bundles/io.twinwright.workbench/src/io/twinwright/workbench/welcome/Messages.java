package io.twinwright.workbench.welcome;

import org.eclipse.osgi.util.NLS;

/** The texts of the Welcome page in the user's language. */
final class Messages extends NLS {
	public static String about;
	public static String begin;
	public static String exampleHelp;
	public static String examples;
	public static String firstMinutes;
	public static String firstMinutesHelp;
	public static String help;
	public static String helpHelp;
	public static String newProject;
	public static String newProjectHelp;
	public static String plant;
	public static String plantHelp;
	public static String title;

	static {
		initializeMessages("io.twinwright.workbench.welcome.messages", Messages.class);
	}

	private Messages() {
	}
}
