package io.twinwright.importers.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server, broker or file. */
public final class EndpointDraft extends NamedDraft {
	private static final Pattern HOST = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*://(?:[^/@]*@)?([\\p{L}\\p{N}\\-_]+)");

	/** Where it is; null or empty if the file does not say, and somebody has to fill it in. */
	public final String url;
	/** Further entries, such as {@code security} and {@code mode}; user names and passwords have no place here. */
	public final Map<String, String> entries = new LinkedHashMap<>();

	/** @return whether its file says where it is */
	public boolean isKnown() {
		return url != null && !url.isBlank();
	}

	/** @return a name for an endpoint: the first word of its host, or "server" where that says nothing */
	public static String nameOf(String url) {
		Matcher host = HOST.matcher(url == null ? "" : url);
		return !host.lookingAt() || host.group(1).equalsIgnoreCase("localhost") || Character.isDigit(host.group(1).charAt(0)) ? "server"
				: host.group(1);
	}

	/** Whether it asks for a user name and a password, which are kept elsewhere. */
	public boolean needsUser;

	EndpointDraft(String name, String url) {
		super(name);
		this.url = url;
	}
}
