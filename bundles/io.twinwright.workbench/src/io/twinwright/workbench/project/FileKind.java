package io.twinwright.workbench.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a new twin file can begin with. */
public enum FileKind {
	EMPTY, TYPES, LINE, SITE, BINDING, RECIPE, CONTRACT;

	/** @return its name for the user */
	String label() {
		return switch (this) {
			case EMPTY -> Messages.kindEmpty;
			case TYPES -> Messages.kindTypes;
			case LINE -> Messages.kindLine;
			case SITE -> Messages.kindSite;
			case BINDING -> Messages.kindBinding;
			case RECIPE -> Messages.kindRecipe;
			case CONTRACT -> Messages.kindContract;
		};
	}

	/**
	 * @param file the name of the file, which becomes that of the namespace as far as it can
	 * @return the first text of the file
	 */
	public String text(String file) {
		try (InputStream template = FileKind.class.getResourceAsStream("/templates/" + name().toLowerCase(Locale.ROOT) + ".twin")) {
			return new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("namespace NAME", "namespace " + namespace(file));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String namespace(String file) {
		String name = file.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}_]+", "_").replaceAll("^[\\p{N}_]+|_+$", "");
		return name.isEmpty() ? "model" : name;
	}

	static String[] labels() {
		return Arrays.stream(values()).map(FileKind::label).toArray(String[]::new);
	}
}
