package io.twinwright.workbench.discover;

import org.eclipse.osgi.util.NLS;

/** The texts about discovered machines in the user's language. */
final class Messages extends NLS {
	public static String asBefore;
	public static String brokenOff;
	public static String cancelling;
	public static String changes;
	public static String close;
	public static String confirmPlant;
	public static String confirmResumed;
	public static String confirmSafe;
	public static String discover;
	public static String discovered;
	public static String discovering;
	public static String done;
	public static String failed;
	public static String filled;
	public static String free;
	public static String hosts;
	public static String hostsHelp;
	public static String insert;
	public static String insertHelp;
	public static String inserting;
	public static String known;
	public static String late;
	public static String machine;
	public static String match;
	public static String noPlace;
	public static String noPosition;
	public static String noType;
	public static String not;
	public static String notConnected;
	public static String notAsBefore;
	public static String notSwapped;
	public static String nothingSafe;
	public static String position;
	public static String running;
	public static String server;
	public static String standsIn;
	public static String start;
	public static String stepComeUp;
	public static String stepFit;
	public static String stepRebind;
	public static String stepResume;
	public static String stepSafe;
	public static String swap;
	public static String swapHelp;
	public static String swapTitle;
	public static String swapped;
	public static String swapping;
	public static String takenBack;
	public static String textChanged;
	public static String type;

	static {
		NLS.initializeMessages("io.twinwright.workbench.discover.messages", Messages.class);
	}

	private Messages() {
	}
}
