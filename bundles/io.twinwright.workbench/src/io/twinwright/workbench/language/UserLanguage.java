package io.twinwright.workbench.language;

import java.util.Locale;
import org.eclipse.core.runtime.Platform;

/** The language in which the workbench speaks. */
public final class UserLanguage {
	private UserLanguage() {
	}

	/** @return that of its messages */
	public static Locale locale() {
		return Locale.forLanguageTag(Platform.getNL().replace('_', '-'));
	}
}
