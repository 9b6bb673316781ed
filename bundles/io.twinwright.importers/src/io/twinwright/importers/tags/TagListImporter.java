package io.twinwright.importers.tags;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.input.Texts;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tag lists: any table with a column of names, the exports of Kepware and TIA Portal among them. */
public final class TagListImporter implements Importer {
	private static final List<String> TEXTS = List.of(".csv", ".tsv", ".txt");

	@Override
	public String name() {
		return "Tag list";
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		String name = fileName.toLowerCase(Locale.ROOT);
		boolean text = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") && Texts.decode(start).matches("(?s).*[\\t;,].*");
		return text || name.endsWith(".xlsx") || name.endsWith(".xlsm");
	}

	@Override
	public void read(Source source, Draft draft) throws ImportFailure, IOException {
		String name = source.name();
		boolean text = TEXTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
		List<Table> tables = text ? List.of(SeparatedText.read(source.text(), source.limits())) : Workbook.read(source);
		TagTree tree = new TagTree(draft, name.substring(0, name.lastIndexOf('.')));
		Set<List<String>> seen = new HashSet<>();
		for (Table table : tables) {
			Optional<Header> header = Header.of(table);
			if (header.isPresent()) {
				new Rows(table, header.get(), draft, seen).tags().forEach(tree::add);
			} else if (tables.size() > 1) {
				draft.remark("Sheet '%s' is no tag list: no row of it names a column 'name' and another one.".formatted(table.name()));
			}
		}
		if (seen.isEmpty()) {
			throw new ImportFailure("The file is no tag list: no row names a column 'name', 'tag name' or 'symbol' with names below it."
					+ " Give its first row the headers name, type, unit, range, node.");
		}
		tree.fill();
	}
}
