package io.twinwright.diagram.layout;

import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;

/** The files with positions beside the texts of a project, each read once. */
public final class LayoutFiles {
	private final Map<Path, LayoutFile> read = new HashMap<>();

	/**
	 * @param subject of a diagram
	 * @return the positions and sizes that the file beside its text gives; none where there is no such file, or no file has the text
	 * @throws IOException if the file cannot be read or is no list of positions
	 */
	public LayoutFile of(NamedElement subject) throws IOException {
		URI text = subject.eResource() == null ? null : subject.eResource().getURI();
		if (text == null || !text.isFile()) {
			return new LayoutFile();
		}
		URI beside = text.trimFileExtension();
		Path file = Path.of(beside.trimSegments(1).appendSegment(beside.lastSegment() + LayoutFile.ENDING).toFileString());
		LayoutFile known = read.get(file);
		if (known == null) {
			known = Files.exists(file) ? read(file) : new LayoutFile();
			read.put(file, known);
		}
		return known;
	}

	private static LayoutFile read(Path file) throws IOException {
		try {
			return LayoutFile.read(Files.readString(file));
		} catch (ParseException | MalformedInputException e) {
			throw new FileSystemException(file.toString(), null, "it is no list of positions; correct it, or delete it to have all placed anew");
		}
	}
}
