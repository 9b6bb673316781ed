package io.twinwright.importers.wot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.SafeJson;
import io.twinwright.importers.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Thing Descriptions and Thing Models; a file may have one or a list of them. */
public final class ThingImporter implements Importer {
	private static final List<String> NAMES = List.of(".td.json", ".tm.json", ".td.jsonld", ".tm.jsonld");

	@Override
	public String name() {
		return "Thing Description";
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		String name = fileName.toLowerCase(Locale.ROOT);
		boolean json = name.endsWith(".json") || name.endsWith(".jsonld");
		return NAMES.stream().anyMatch(name::endsWith) || json && new String(start, StandardCharsets.ISO_8859_1).contains("/wot/td");
	}

	@Override
	public void read(Source source, Draft draft) throws ImportFailure, IOException {
		JsonElement json = SafeJson.read(source.text(), source.limits());
		List<JsonElement> things = json.isJsonArray() ? json.getAsJsonArray().asList() : List.of(json);
		for (JsonElement thing : things) {
			if (!(thing instanceof JsonObject object) || !Json.texts(object, "@context").stream().anyMatch(context -> context.contains("/wot/td"))) {
				throw new ImportFailure("It is no Thing Description: its '@context' does not name 'https://www.w3.org/2022/wot/td/v1.1' or an older one.");
			}
			String file = source.name().replaceFirst("(?i)(\\.t[dm])?\\.json(ld)?$", "");
			new ThingReader(object, draft, source.limits()).read(file);
		}
	}
}
