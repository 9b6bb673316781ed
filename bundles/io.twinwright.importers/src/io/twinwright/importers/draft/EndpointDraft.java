package io.twinwright.importers.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** A server, broker or file. */
public final class EndpointDraft extends NamedDraft {
	/** Where it is; null if the file does not say, and somebody has to fill it in. */
	public final String url;
	/** Further entries, such as {@code security} and {@code mode}; user names and passwords have no place here. */
	public final Map<String, String> entries = new LinkedHashMap<>();

	EndpointDraft(String name, String url) {
		super(name);
		this.url = url;
	}
}
