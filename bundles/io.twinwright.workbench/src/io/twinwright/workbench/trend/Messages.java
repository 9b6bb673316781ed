package io.twinwright.workbench.trend;

import org.eclipse.osgi.util.NLS;

/** The texts about trends in the user's language. */
final class Messages extends NLS {
	public static String clear;
	public static String empty;
	public static String export;
	public static String exportCsv;
	public static String exportPng;
	public static String noUnit;
	public static String notExported;
	public static String pause;
	public static String recorded;

	static {
		initializeMessages("io.twinwright.workbench.trend.messages", Messages.class);
	}

	private Messages() {
	}
}
