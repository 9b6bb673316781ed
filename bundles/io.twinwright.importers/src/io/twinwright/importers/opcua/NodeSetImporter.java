package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import io.twinwright.nodeset.xml.UAObjectType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Node sets of OPC UA (OPC 10000-6, annex F). Those of one import are read together, since types and objects stand in
 * different documents; the first by its path stands for all.
 */
public final class NodeSetImporter implements Importer {
	@Override
	public String name() {
		return "OPC UA node set";
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		return start.length == 0 ? fileName.matches("(?i).*nodeset2?\\.xml") : new String(start, StandardCharsets.ISO_8859_1).contains("UANodeSet");
	}

	@Override
	public void read(Source source, Draft draft) throws ImportFailure, IOException {
		List<Source> together = new ArrayList<>(List.of(source));
		for (Path other : source.others()) {
			Source beside = source.beside(other);
			if (!other.equals(source.path()) && reads(beside.name(), beside.start())) {
				together.add(beside);
			}
		}
		together.sort(Comparator.comparing(one -> one.path().toString()));
		if (together.getFirst().path().equals(source.path())) {
			read(together, draft);
		}
	}

	private static void read(List<Source> sources, Draft draft) throws ImportFailure, IOException {
		Documents documents = Documents.read(sources);
		NodeIndex index = new NodeIndex(documents.all());
		if (index.entries().size() > sources.getFirst().limits().elements()) {
			throw new ImportFailure("The node sets have more than %d nodes. Divide them.".formatted(sources.getFirst().limits().elements()));
		}
		documents.remarks().forEach(draft::remark);
		ServedSpace space = new NodeSetReader(index).read();
		Set<NodeAddress> wanted = index.entries().stream().filter(entry -> entry.own() && entry.node() instanceof UAObjectType)
				.map(NodeIndex.Entry::address).collect(Collectors.toCollection(LinkedHashSet::new));
		draft.count("node", (int) index.entries().stream().filter(NodeIndex.Entry::own).count());
		SpaceImport.into(draft, space, wanted, draft.endpoint(null, "server"));
	}
}
