package io.twinwright.workbench.view;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** A file that the user wants what is shown to be saved as. */
public final class SavedFile {
	private SavedFile() {
	}

	/** Work that writes a file. */
	public interface Writing {
		void to(Path file) throws IOException;
	}

	/**
	 * Asks where, in the dialog of the system.
	 *
	 * @param proposed with its ending; without a folder it begins in that of before
	 * @return nothing if the user does not want to
	 */
	public static Optional<Path> ask(Shell shell, Path proposed) {
		String name = proposed.getFileName().toString();
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setFilterExtensions(new String[] { "*" + name.substring(name.lastIndexOf('.')) });
		if (proposed.getParent() != null) {
			dialog.setFilterPath(proposed.getParent().toString());
		}
		dialog.setFileName(name);
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** There is a whole file or none. */
	public static void write(Path file, Writing writing) throws IOException {
		// said of the folder: the user knows nothing of the file aside
		Path folder = file.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) {
			throw new NoSuchFileException(folder.toString());
		}
		if (!Files.isWritable(folder)) {
			throw new AccessDeniedException(folder.toString());
		}
		Path aside = file.resolveSibling(file.getFileName() + ".part");
		try {
			writing.to(aside);
			Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(aside);
		}
	}
}
