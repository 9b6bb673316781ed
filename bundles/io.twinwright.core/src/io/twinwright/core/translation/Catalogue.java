package io.twinwright.core.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of translations as translators know them: {@code msgctxt}, {@code msgid} and {@code msgstr}, each on one line. */
final class Catalogue {
	private static final Pattern LINE = Pattern.compile("(msgctxt|msgid|msgstr) \"((?:[^\"\\\\]|\\\\.)*)\"");

	private Catalogue() {
	}

	/** @throws IllegalArgumentException for a line that is none of a catalogue */
	static List<Form> read(String text) {
		List<Form> forms = new ArrayList<>();
		Form.Context context = Form.Context.SENTENCE;
		String english = "";
		for (String line : text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
			Matcher matcher = LINE.matcher(line);
			if (!matcher.matches()) {
				throw new IllegalArgumentException("The line '" + line + "' is none of a catalogue of translations.");
			}
			String value = matcher.group(2).translateEscapes();
			switch (matcher.group(1)) {
				case "msgctxt" -> context = Form.Context.valueOf(value.toUpperCase(Locale.ROOT));
				case "msgid" -> english = value;
				default -> {
					forms.add(Form.of(english, value, context));
					context = Form.Context.SENTENCE;
				}
			}
		}
		return forms;
	}
}
