package io.twinwright.importers.mtp;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Archive;
import io.twinwright.importers.input.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the AutomationML in a file: the file itself, or the manifest of an archive and the documents beside it. */
final class MtpFile {
	private static final String AML = ".aml";

	/** The name under which twins are written. */
	private static final String OWN = "Twinwright";
	private static final String OF_A_TWIN = "The package is that of a twin, and says nothing of its formulas, feedback, ports, connections and identity, nor of sites, recipes, "
			+ "orders, contracts and offers. What its text has of these is left out.";

	private MtpFile() {
	}

	/** @return the instance hierarchies of all documents, those of the manifest first */
	static List<CaexElement> read(Source source, Draft draft) throws ImportFailure, IOException {
		byte[] start = source.start();
		if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
			return parse(source.bytes(), source, draft);
		}
		try (Archive archive = Archive.open(source)) {
			List<String> documents = new ArrayList<>(archive.names().stream().filter(MtpFile::isDocument).toList());
			if (documents.isEmpty()) {
				throw new ImportFailure("The archive has no AutomationML (.aml), so it is no module type package.");
			}
			archive.find("Manifest" + AML).filter(documents::remove).ifPresent(manifest -> documents.add(0, manifest));
			List<CaexElement> hierarchies = new ArrayList<>();
			for (String document : documents) {
				hierarchies.addAll(parse(archive.read(document), source, draft));
			}
			archive.names().stream().filter(name -> !isDocument(name))
					.forEach(name -> draft.remark("'%s' in the package is not imported.".formatted(name)));
			return hierarchies;
		}
	}

	private static boolean isDocument(String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(AML);
	}

	private static List<CaexElement> parse(byte[] document, Source source, Draft draft) throws ImportFailure {
		return CaexReader.read(new ByteArrayInputStream(document), source.limits(), writer -> {
			if (writer.equals(OWN) && !draft.remarks().contains(OF_A_TWIN)) {
				draft.remark(OF_A_TWIN);
			}
		});
	}
}
