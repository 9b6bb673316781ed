package io.twinwright.workbench.live;

import org.eclipse.osgi.util.NLS;

/** The texts about attached plants in the user's language. */
final class Messages extends NLS {
	public static String adoptRange;
	public static String adoptUnit;
	public static String allowWriting;
	public static String atOnce;
	public static String bad;
	public static String certificate;
	public static String certificateHelp;
	public static String certificateRemedy;
	public static String certificateText;
	public static String certificatesHelp;
	public static String closed;
	public static String condition;
	public static String confirmWrite;
	public static String connecting;
	public static String connectingTo;
	public static String disconnecting;
	public static String dismiss;
	public static String doForget;
	public static String doRefuse;
	public static String doTrust;
	public static String doView;
	public static String drifts;
	public static String filter;
	public static String high;
	public static String highhigh;
	public static String issuer;
	public static String late;
	public static String leftOut;
	public static String lost;
	public static String low;
	public static String lowlow;
	public static String name;
	public static String noAccount;
	public static String noNode;
	public static String noPlant;
	public static String noValue;
	public static String notHeard;
	public static String notMoved;
	public static String notRecorded;
	public static String notReplaced;
	public static String notWritable;
	public static String notRunning;
	public static String nothingBound;
	public static String nothingConnected;
	public static String nothingToRecord;
	public static String online;
	public static String outOfRange;
	public static String password;
	public static String passwordHelp;
	public static String pauseReplay;
	public static String place;
	public static String play;
	public static String projectGone;
	public static String range;
	public static String rebind;
	public static String record;
	public static String recorded;
	public static String recording;
	public static String recordingEnded;
	public static String recordingTo;
	public static String refuse;
	public static String refused;
	public static String replay;
	public static String replayOf;
	public static String replayed;
	public static String replaying;
	public static String secret;
	public static String secretHelp;
	public static String secretRemedy;
	public static String speed;
	public static String status;
	public static String step;
	public static String stopRecording;
	public static String stopReplay;
	public static String time;
	public static String times;
	public static String trust;
	public static String trustAlways;
	public static String trustOnce;
	public static String trusted;
	public static String unit;
	public static String validUntil;
	public static String value;
	public static String who;
	public static String write;
	public static String writeHelp;
	public static String writing;
	public static String writingOff;

	static {
		initializeMessages("io.twinwright.workbench.live.messages", Messages.class);
	}

	private Messages() {
	}
}
