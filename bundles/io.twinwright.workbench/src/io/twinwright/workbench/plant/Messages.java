package io.twinwright.workbench.plant;

import org.eclipse.osgi.util.NLS;

/** The texts about simulated plants in the user's language. */
final class Messages extends NLS {
	public static String console;
	public static String late;
	public static String notRunning;
	public static String projectGone;
	public static String running;
	public static String starting;
	public static String stopped;
	public static String stopping;

	static {
		initializeMessages("io.twinwright.workbench.plant.messages", Messages.class);
	}

	private Messages() {
	}
}
