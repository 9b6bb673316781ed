package io.twinwright.importers.aas;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Archive;
import io.twinwright.importers.input.SafeXml;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.input.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Finds the environments in a file: the file itself, or the parts of an AASX package that are shells (IDTA 01005). */
final class AasFile {
	private static final String ORIGIN = "/aasx-origin";
	private static final String SHELLS = "/aas-spec";

	private final Source source;
	private final Draft draft;

	AasFile(Source source, Draft draft) {
		this.source = source;
		this.draft = draft;
	}

	/** @return the environments of the file, at least one */
	List<Environment> read() throws ImportFailure, IOException {
		byte[] start = source.start();
		if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
			return List.of(environment(source.bytes()));
		}
		try (Archive archive = Archive.open(source)) {
			Set<String> parts = new LinkedHashSet<>();
			for (String origin : targets(archive, "_rels/.rels", ORIGIN)) {
				int slash = origin.lastIndexOf('/') + 1;
				parts.addAll(targets(archive, origin.substring(0, slash) + "_rels/" + origin.substring(slash) + ".rels", SHELLS));
			}
			if (parts.isEmpty()) {
				throw new ImportFailure("The archive is no AASX package, or has no shells: its relationships name none.");
			}
			List<Environment> environments = new ArrayList<>();
			for (String part : parts) {
				environments.add(environment(archive.read(part)));
			}
			long others = archive.names().stream().filter(name -> !parts.contains(name) && !isOfPackage(name)).count();
			if (others > 0) {
				draft.remark("%d files in the package, such as documents and pictures, are not imported.".formatted(others));
			}
			return environments;
		}
	}

	private static boolean isOfPackage(String name) {
		return name.endsWith(".rels") || name.equals("[Content_Types].xml") || name.endsWith("aasx-origin") || name.startsWith("docProps/");
	}

	/** @return the parts to which relationships of a kind lead, as names of the archive */
	private List<String> targets(Archive archive, String relationships, String kind) throws ImportFailure, IOException {
		List<String> targets = new ArrayList<>();
		if (archive.find(relationships).isEmpty()) {
			return targets;
		}
		String name = archive.find(relationships).get();
		Document document = SafeXml.document(new ByteArrayInputStream(archive.read(name)), source.limits());
		NodeList nodes = document.getElementsByTagNameNS("*", "Relationship");
		for (int i = 0; i < nodes.getLength(); i++) {
			Element relationship = (Element) nodes.item(i);
			String target = relationship.getAttribute("Target");
			if (relationship.getAttribute("Type").endsWith(kind)) {
				String folder = name.substring(0, name.indexOf("_rels/"));
				targets.add(archive.find(target).or(() -> archive.find(folder + target)).orElseThrow(() ->
						new ImportFailure("The package names '%s', which is not in it.".formatted(target))));
			}
		}
		return targets;
	}

	private Environment environment(byte[] bytes) throws ImportFailure {
		String text = Texts.decode(bytes);
		String start = text.stripLeading();
		if (start.startsWith("<")) {
			return new XmlShells(source.limits()).read(bytes);
		}
		if (start.startsWith("{") || start.startsWith("[")) {
			return new JsonShells(source.limits(), draft).read(text);
		}
		throw new ImportFailure("The file is neither JSON nor XML nor an AASX package, so it has no Asset Administration Shells. "
				+ "It begins with '%s'.".formatted(start.substring(0, Math.min(12, start.length())).toLowerCase(Locale.ROOT)));
	}
}
