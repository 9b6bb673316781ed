package io.twinwright.tests.product;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** What an archive of the workbench holds; each is read once. */
final class ProductArchive {
	private static final Map<Packed, ProductArchive> READ = new EnumMap<>(Packed.class);
	/** The same bundles are in many archives; by file name, which has the version. */
	private static final Map<String, ShippedBundle> KNOWN = new HashMap<>();
	private static final int EXECUTABLE = 0100;
	private static final int LONGEST_TEXT = 200_000;

	private final Packed packed;
	private final Map<String, Integer> modes = new TreeMap<>();
	private final Map<String, String> texts = new HashMap<>();
	private final Map<String, ShippedBundle> bundles = new TreeMap<>();

	private ProductArchive(Packed packed) {
		this.packed = packed;
	}

	static synchronized ProductArchive of(Packed packed) {
		return READ.computeIfAbsent(packed, ProductArchive::read);
	}

	private static ProductArchive read(Packed packed) {
		ProductArchive archive = new ProductArchive(packed);
		try (InputStream file = new BufferedInputStream(Files.newInputStream(packed.archive()));
				ArchiveInputStream<?> content = packed == Packed.WINDOWS ? new ZipArchiveInputStream(file)
						: new TarArchiveInputStream(new GZIPInputStream(file), StandardCharsets.UTF_8.name())) {
			for (ArchiveEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
				if (!entry.isDirectory()) {
					archive.add(entry, content);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return archive;
	}

	private void add(ArchiveEntry entry, InputStream content) throws IOException {
		String path = entry.getName();
		modes.put(path, entry instanceof TarArchiveEntry unix ? unix.getMode() : 0);
		String[] steps = path.startsWith(packed.folder()) ? path.substring(packed.folder().length()).split("/", 3) : new String[] { path };
		if (!steps[0].equals("plugins")) {
			byte[] text = content.readNBytes(LONGEST_TEXT);
			texts.put(path, new String(text, StandardCharsets.UTF_8));
		} else if (steps.length == 3) {
			bundles.computeIfAbsent(steps[1], name -> new ShippedBundle()).add(steps[2], content.readAllBytes());
		} else if (KNOWN.containsKey(steps[1])) {
			bundles.put(steps[1], KNOWN.get(steps[1]));
		} else {
			bundles.put(steps[1], jar(content.readAllBytes()));
			KNOWN.put(steps[1], bundles.get(steps[1]));
		}
	}

	private static ShippedBundle jar(byte[] jar) throws IOException {
		ShippedBundle bundle = new ShippedBundle();
		try (ZipInputStream content = new ZipInputStream(new ByteArrayInputStream(jar))) {
			for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
				bundle.add(entry.getName(), content.readAllBytes());
			}
		}
		return bundle;
	}

	/** @return the bundles by the names of their files */
	Map<String, ShippedBundle> files() {
		return bundles;
	}

	Collection<ShippedBundle> bundles() {
		return bundles.values();
	}

	boolean has(String path) {
		return modes.containsKey(path);
	}

	boolean canBeStarted(String path) {
		return (modes.getOrDefault(path, 0) & EXECUTABLE) != 0;
	}

	/** @return a file outside of bundles, by its path below the folder with the plug-ins; empty if there is none */
	String text(String path) {
		return texts.getOrDefault(packed.folder() + path, "");
	}
}
