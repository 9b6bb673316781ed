package io.twinwright.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Diagnostic.Location;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Findings as SARIF 2.1.0 (OASIS), for code review and build servers. */
public final class SarifReport implements Report {
	private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

	@Override
	public void write(List<Diagnostic> findings, List<Path> files, PrintWriter out) {
		JsonObject root = new JsonObject();
		root.addProperty("$schema", SCHEMA);
		root.addProperty("version", "2.1.0");
		JsonObject run = new JsonObject();
		run.add("tool", tool(findings));
		JsonArray results = new JsonArray();
		findings.forEach(finding -> results.add(result(finding)));
		run.add("results", results);
		run.addProperty("columnKind", "utf16CodeUnits");
		JsonArray runs = new JsonArray();
		runs.add(run);
		root.add("runs", runs);
		out.println(JsonReport.GSON.toJson(root));
	}

	private static JsonObject tool(List<Diagnostic> findings) {
		JsonObject driver = new JsonObject();
		driver.addProperty("name", "twinwright");
		JsonArray rules = new JsonArray();
		new TreeSet<>(findings.stream().map(Diagnostic::code).toList()).forEach(code -> {
			JsonObject rule = new JsonObject();
			rule.addProperty("id", code);
			Rule.of(code).ifPresent(known -> rule.add("shortDescription", text(known.title() + ".")));
			rules.add(rule);
		});
		driver.add("rules", rules);
		JsonObject tool = new JsonObject();
		tool.add("driver", driver);
		return tool;
	}

	private static JsonObject result(Diagnostic finding) {
		JsonObject result = new JsonObject();
		result.addProperty("ruleId", finding.code());
		result.addProperty("level", finding.severity() == Severity.INFO ? "note" : finding.severity() == Severity.ERROR ? "error" : "warning");
		result.add("message", text(finding.message()));
		if (finding.location() != null) {
			JsonArray locations = new JsonArray();
			locations.add(location(finding));
			result.add("locations", locations);
			if (!finding.fixes().isEmpty()) {
				JsonArray fixes = new JsonArray();
				finding.fixes().forEach(fix -> fixes.add(fix(fix, finding.location())));
				result.add("fixes", fixes);
			}
		}
		return result;
	}

	private static JsonObject location(Diagnostic finding) {
		Location at = finding.location();
		JsonObject region = region(at.offset(), at.length());
		region.addProperty("startLine", at.line());
		region.addProperty("startColumn", at.column());
		JsonObject physical = new JsonObject();
		physical.add("artifactLocation", artifact(at));
		physical.add("region", region);
		JsonObject location = new JsonObject();
		location.add("physicalLocation", physical);
		if (!finding.element().isEmpty()) {
			JsonObject logical = new JsonObject();
			logical.addProperty("fullyQualifiedName", finding.element());
			JsonArray array = new JsonArray();
			array.add(logical);
			location.add("logicalLocations", array);
		}
		return location;
	}

	private static JsonObject artifact(Location at) {
		JsonObject artifact = new JsonObject();
		artifact.addProperty("uri", Path.of(at.file()).toUri().toASCIIString());
		return artifact;
	}

	private static JsonObject region(int offset, int length) {
		JsonObject region = new JsonObject();
		region.addProperty("charOffset", offset);
		region.addProperty("charLength", length);
		return region;
	}

	private static JsonObject fix(Fix fix, Location at) {
		JsonArray replacements = new JsonArray();
		for (Fix.Edit edit : fix.edits()) {
			JsonObject replacement = new JsonObject();
			replacement.add("deletedRegion", region(edit.offset(), edit.length()));
			if (!edit.text().isEmpty()) {
				replacement.add("insertedContent", text(edit.text()));
			}
			replacements.add(replacement);
		}
		JsonObject change = new JsonObject();
		change.add("artifactLocation", artifact(at));
		change.add("replacements", replacements);
		JsonArray changes = new JsonArray();
		changes.add(change);
		JsonObject object = new JsonObject();
		object.add("description", text(fix.title() + "."));
		object.add("artifactChanges", changes);
		return object;
	}

	private static JsonObject text(String text) {
		JsonObject message = new JsonObject();
		message.addProperty("text", text);
		return message;
	}
}
