package io.twinwright.workbench.browse;

import org.eclipse.osgi.util.NLS;

/** The texts about the nodes of servers in the user's language. */
final class Messages extends NLS {
	public static String access;
	public static String browse;
	public static String changed;
	public static String close;
	public static String connectingTo;
	public static String dataType;
	public static String empty;
	public static String failed;
	public static String filter;
	public static String insert;
	public static String inserted;
	public static String loading;
	public static String name;
	public static String noEditor;
	public static String noVariable;
	public static String nodeId;
	public static String onlyFirst;
	public static String range;
	public static String refresh;
	public static String security;
	public static String serverHelp;
	public static String severalServers;
	public static String signal;
	public static String unit;
	public static String url;
	public static String user;
	public static String userHelp;
	public static String value;

	static {
		initializeMessages("io.twinwright.workbench.browse.messages", Messages.class);
	}

	private Messages() {
	}
}
