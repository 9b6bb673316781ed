package io.twinwright.importers.mtp;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Module type packages, packed as {@code .mtp} or {@code .zip}, and their manifests alone. */
public final class MtpImporter implements Importer {
	@Override
	public String name() {
		return "Module type package";
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		String name = fileName.toLowerCase(Locale.ROOT);
		String text = new String(start, StandardCharsets.ISO_8859_1);
		if (name.endsWith(".zip")) {
			return text.toLowerCase(Locale.ROOT).contains(".aml");
		}
		return name.endsWith(".mtp") || name.endsWith(".aml") || name.endsWith(".xml") && text.contains("<CAEXFile");
	}

	@Override
	public void read(Source source, Draft draft) throws ImportFailure, IOException {
		Manifest manifest = new Manifest(MtpFile.read(source, draft));
		List<CaexElement> packages = manifest.elements().filter(MtpImporter::isModule).toList();
		if (packages.isEmpty()) {
			throw new ImportFailure("The file is AutomationML but has no module type package. "
					+ "Export the module as MTP (VDI/VDE/NAMUR 2658).");
		}
		Variables variables = new Variables(manifest, draft);
		for (CaexElement module : packages) {
			new Module(module, manifest, variables, draft).read();
		}
		variables.report(draft);
		manifest.others().ifPresent(others -> draft.remark("Elements of these kinds are not imported: %s.".formatted(others)));
	}

	/** A module has a communication set directly in it; its own class was called in several ways. */
	private static boolean isModule(CaexElement element) {
		return element.kind() == CaexElement.Kind.INTERNAL
				&& element.children().stream().anyMatch(child -> child.className().equals("CommunicationSet"));
	}
}
