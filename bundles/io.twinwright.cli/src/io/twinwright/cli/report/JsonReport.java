package io.twinwright.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.twinwright.cli.Shown;
import io.twinwright.core.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Findings for programs. */
public final class JsonReport implements Report {
	static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	@Override
	public void write(List<Diagnostic> findings, List<Path> files, PrintWriter out) {
		JsonObject root = new JsonObject();
		JsonArray checked = new JsonArray();
		files.forEach(file -> checked.add(Shown.path(file)));
		root.add("files", checked);
		JsonArray array = new JsonArray();
		findings.forEach(finding -> array.add(finding(finding)));
		root.add("findings", array);
		out.println(GSON.toJson(root));
	}

	private static JsonObject finding(Diagnostic finding) {
		JsonObject object = new JsonObject();
		object.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
		object.addProperty("code", finding.code());
		object.addProperty("message", finding.message());
		object.addProperty("element", finding.element());
		if (finding.location() != null) {
			object.addProperty("file", Shown.path(finding.location().file()));
			object.addProperty("line", finding.location().line());
			object.addProperty("column", finding.location().column());
			object.addProperty("offset", finding.location().offset());
			object.addProperty("length", finding.location().length());
		}
		JsonArray fixes = new JsonArray();
		finding.fixes().forEach(fix -> fixes.add(fix.title()));
		object.add("fixes", fixes);
		return object;
	}
}
