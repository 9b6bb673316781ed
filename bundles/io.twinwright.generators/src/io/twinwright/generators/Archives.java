package io.twinwright.generators;

import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/** Archives that have the same bytes each time. */
public final class Archives {
	/** For the first moment that an archive can hold, the runtime adds a time stamp that depends on the time zone. */
	private static final LocalDateTime EARLY = LocalDateTime.of(1980, 2, 1, 0, 0);

	private Archives() {
	}

	/** @return an entry that says nothing of when it was made */
	public static ZipEntry entry(String name) {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(EARLY);
		return entry;
	}
}
