package io.twinwright.generators;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that one process at a time has locked. The system frees it when the process ends, however that may be. */
final class FolderLock {
	private static final int TRIES = 5;

	private FolderLock() {
	}

	/**
	 * @param file the file to lock, made where there is none; whoever has it removes it before giving it back
	 * @param folder what it stands for, for the sentence of the failure
	 * @param around makes the folders that it is in
	 * @return what holds the lock until it is closed
	 * @throws FileSystemException if another run has it
	 */
	static FileChannel take(Path file, Path folder, MadeFolders around) throws IOException {
		for (int i = 0; i < TRIES; i++) {
			around.make(file.getParent());
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			// a file that was removed meanwhile is locked for nobody else
			if (isLocked(channel) && Files.exists(file)) {
				return channel;
			}
			channel.close();
		}
		throw new FileSystemException(folder.toString(), null, "another run is writing there; wait until it has ended");
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		} catch (OverlappingFileLockException e) {
			return false;
		}
	}
}
