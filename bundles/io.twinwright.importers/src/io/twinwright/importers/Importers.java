package io.twinwright.importers;

import io.twinwright.importers.aas.AasImporter;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.mtp.MtpImporter;
import io.twinwright.importers.opcua.NodeSetImporter;
import io.twinwright.importers.tags.TagListImporter;
import io.twinwright.importers.wot.ThingImporter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All input formats. */
public final class Importers {
	private Importers() {
	}

	/** @return all importers; one that tells by the content of a file stands before those that take many names */
	public static List<Importer> all() {
		return List.of(new MtpImporter(), new NodeSetImporter(), new AasImporter(), new ThingImporter(), new TagListImporter());
	}

	/** @return the first importer that reads a file, empty if none does */
	public static Optional<Importer> of(Source source) throws IOException {
		String name = source.name().toLowerCase(Locale.ROOT);
		byte[] start = source.start();
		return all().stream().filter(importer -> importer.reads(name, start)).findFirst();
	}
}
