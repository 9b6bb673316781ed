package io.twinwright.importers.input;

import io.twinwright.importers.ImportFailure;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP archive, and what is made of one: AASX, XLSX, MTP. Entries are named with slashes, whatever the archive has, and by
 * names that lead nowhere else. Nothing is unpacked to disk.
 */
public final class Archive implements Closeable {
	private static final long SMALL = 1L << 20;

	private final ZipFile zip;
	private final Limits limits;
	private final Path own;
	private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
	private long unpacked;

	private Archive(ZipFile zip, Limits limits, Path own) {
		this.zip = zip;
		this.limits = limits;
		this.own = own;
	}

	/** @return an archive; the caller closes it */
	public static Archive open(Source source) throws ImportFailure, IOException {
		if (Files.size(source.path()) > source.limits().bytes()) {
			throw new ImportFailure("The file has more than %s. Divide it.".formatted(Sizes.of(source.limits().bytes())));
		}
		return open(source.path(), source.limits(), null);
	}

	/** @return the archive that is an entry of this one, with what is left of its limits; the caller closes it before this one */
	public Archive inner(String name) throws ImportFailure, IOException {
		if (limits.depth() <= 1) {
			throw new ImportFailure("Archives are nested too deeply.");
		}
		Path copy = Files.createTempFile("twinwright", ".zip");
		try {
			Files.write(copy, read(name));
			return open(copy, new Limits(limits.bytes(), limits.unpacked() - unpacked, limits.ratio(), limits.entries(), Math.min(limits.depth(), 4) - 1,
					limits.elements()), copy);
		} catch (ImportFailure | IOException e) {
			Files.deleteIfExists(copy);
			throw e;
		}
	}

	private static Archive open(Path file, Limits limits, Path own) throws ImportFailure, IOException {
		ZipFile zip;
		try {
			zip = new ZipFile(file.toFile());
		} catch (ZipException e) {
			throw new ImportFailure("The file is no ZIP archive, or a broken one.", e);
		}
		Archive archive = new Archive(zip, limits, own);
		try {
			archive.list();
			return archive;
		} catch (ImportFailure e) {
			zip.close();
			throw e;
		}
	}

	private void list() throws ImportFailure {
		if (zip.size() > limits.entries()) {
			throw new ImportFailure("The archive has more than %d entries.".formatted(limits.entries()));
		}
		for (ZipEntry entry : Collections.list(zip.entries())) {
			String name = plain(entry.getName());
			if (!entry.isDirectory() && !name.endsWith("/") && entries.put(name, entry) != null) {
				throw new ImportFailure("The archive has two entries named '%s'.".formatted(name));
			}
		}
	}

	/** @return a name with slashes that stays inside of the archive */
	private static String plain(String name) throws ImportFailure {
		String plain = name.replace('\\', '/');
		while (plain.startsWith("./")) {
			plain = plain.substring(2);
		}
		boolean leaves = plain.startsWith("/") || plain.matches("[A-Za-z]:.*") || plain.indexOf('\0') >= 0;
		for (String segment : plain.split("/")) {
			leaves |= segment.equals("..");
		}
		if (leaves) {
			throw new ImportFailure("The archive has an entry named '%s', which leads out of it.".formatted(name));
		}
		return plain;
	}

	/** @return the names of all files, in the order of the archive */
	public Set<String> names() {
		return Collections.unmodifiableSet(entries.keySet());
	}

	/** @return the name as the archive has it, in any case of letters and with or without a first slash; empty if there is none */
	public Optional<String> find(String name) {
		String wanted = name.replace('\\', '/').replaceFirst("^/+", "");
		return entries.containsKey(wanted) ? Optional.of(wanted) : entries.keySet().stream().filter(wanted::equalsIgnoreCase).findFirst();
	}

	/** @return all bytes of an entry */
	public byte[] read(String name) throws ImportFailure, IOException {
		try (InputStream stream = stream(name)) {
			return stream.readAllBytes();
		} catch (TooLargeException e) {
			throw e.failure();
		} catch (ZipException e) {
			throw new ImportFailure("'%s' in the archive cannot be unpacked.".formatted(name), e);
		}
	}

	/** @return the bytes of an entry; the caller closes it; where there are too many it fails with {@link TooLargeException} */
	public InputStream stream(String name) throws ImportFailure, IOException {
		ZipEntry entry = entries.get(name);
		if (entry == null) {
			throw new ImportFailure("The archive has no entry '%s'.".formatted(name));
		}
		long most = Math.max(SMALL, entry.getCompressedSize() * limits.ratio());
		return new BoundedStream(new BufferedInputStream(zip.getInputStream(entry)), new BoundedStream.Meter() {
			private long sum;

			@Override
			public void read(long bytes) throws IOException {
				sum += bytes;
				unpacked += bytes;
				if (unpacked > limits.unpacked()) {
					throw new TooLargeException("The archive has more than %s unpacked.".formatted(Sizes.of(limits.unpacked())));
				}
				if (sum > most) {
					throw new TooLargeException("'%s' in the archive is more than %d times larger unpacked, which no honest file is."
							.formatted(name, limits.ratio()));
				}
			}
		});
	}

	@Override
	public void close() throws IOException {
		zip.close();
		if (own != null) {
			Files.deleteIfExists(own);
		}
	}
}
