package io.twinwright.workbench.project;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.workbench.language.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** Copies the files of a Zip archive, such as an exported project. A folder that has all files is left out. */
final class ArchiveImporter implements Importer {
	/** The most that the files of an archive may have, in bytes: a small archive can unpack to more than any disk holds. */
	private static final long LIMIT = 1L << 30;

	@Override
	public String name() {
		return Messages.archiveName;
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	@Override
	public void fill(Path source, IProject project, SubMonitor monitor) throws CoreException {
		try (ZipFile archive = new ZipFile(source.toFile())) {
			List<? extends ZipEntry> files = archive.stream().filter(entry -> !entry.isDirectory()).toList();
			if (files.stream().mapToLong(ZipEntry::getSize).sum() > LIMIT) {
				throw Models.failure(NLS.bind(Messages.tooLarge, source, LIMIT >> 20), null);
			}
			int around = around(files);
			monitor.setWorkRemaining(files.size());
			for (ZipEntry file : files) {
				IPath path = IPath.fromPortableString(file.getName());
				if (file.getName().startsWith("/") || List.of(path.segments()).contains("..")) {
					throw Models.failure(NLS.bind(Messages.outside, source, file.getName()), null);
				}
				try (InputStream content = archive.getInputStream(file)) {
					CountingInputStream counted = new CountingInputStream(ByteStreams.limit(content, file.getSize() + 1));
					ProjectFiles.make(project, path.removeFirstSegments(around), counted, monitor.split(1));
					if (counted.getCount() > file.getSize()) {
						throw Models.failure(NLS.bind(Messages.noArchive, source), null);
					}
				}
			}
		} catch (ZipException | IllegalArgumentException e) {
			throw Models.failure(NLS.bind(Messages.noArchive, source), e);
		} catch (IOException e) {
			throw Models.failure(FileFailure.unreadable(e), e);
		}
	}

	/** @return 1 if all files are in one folder, else 0 */
	private static int around(List<? extends ZipEntry> files) {
		List<IPath> paths = files.stream().map(file -> IPath.fromPortableString(file.getName())).toList();
		return paths.stream().allMatch(path -> path.segmentCount() > 1) && paths.stream().map(path -> path.segment(0)).distinct().count() == 1 ? 1 : 0;
	}
}
