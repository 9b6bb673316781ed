package io.twinwright.importers.aas;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** Asset Administration Shells as JSON, XML and AASX. */
public final class AasImporter implements Importer {
	private static final Pattern JSON = Pattern.compile(
			"\"(assetAdministrationShells|submodels|conceptDescriptions|assetInformation|submodelElements|assets)\"\\s*:"
					+ "|\"modelType\"\\s*:\\s*\"(Submodel|AssetAdministrationShell|ConceptDescription)\"");
	private static final Pattern XML = Pattern.compile("admin-shell\\.io/aas/\\d");

	@Override
	public String name() {
		return "Asset Administration Shell";
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		String name = fileName.toLowerCase(Locale.ROOT);
		String text = new String(start, StandardCharsets.UTF_8);
		return name.endsWith(".aasx") || name.endsWith(".json") && JSON.matcher(text).find()
				|| name.endsWith(".xml") && XML.matcher(text).find();
	}

	@Override
	public void read(Source source, Draft draft) throws ImportFailure, IOException {
		for (Environment environment : new AasFile(source, draft).read()) {
			new Things(new Index(environment, draft), draft).read();
			Unread.tell(environment, draft);
		}
	}
}
