package io.twinwright.importers.aas;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.SafeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.DeserializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEnvironment;

/** Reads shells in JSON: a whole environment, or one shell, submodel or concept description. What is invalid is named and left out. */
final class JsonShells {
	private static final Pattern PATH = Pattern.compile("\\(through reference chain: (.*)\\)", Pattern.DOTALL);
	private static final Pattern STEP = Pattern.compile("\\[\"?([^\"\\]]+)\"?]");
	private static final int LONGEST_REASON = 200;

	private final Limits limits;
	private final Draft draft;
	private final JsonDeserializer deserializer = new JsonDeserializer();

	JsonShells(Limits limits, Draft draft) {
		this.limits = limits;
		this.draft = draft;
	}

	Environment read(String text) throws ImportFailure {
		JsonElement root = SafeJson.read(text, limits);
		if (!(root instanceof JsonObject object)) {
			throw new ImportFailure("The JSON is a list, and no environment of Asset Administration Shells.");
		}
		if (isOlder(object)) {
			throw otherVersion("2.0 or before");
		}
		JsonObject environment = environment(object);
		if (!environment.has("assetAdministrationShells") && !environment.has("submodels") && !environment.has("conceptDescriptions")) {
			throw new ImportFailure("The JSON has no Asset Administration Shells, no submodels and no concept descriptions.");
		}
		return new DefaultEnvironment.Builder()
				.assetAdministrationShells(all(environment, "assetAdministrationShells", "Shell", AssetAdministrationShell.class))
				.submodels(all(environment, "submodels", "Submodel", Submodel.class))
				.conceptDescriptions(all(environment, "conceptDescriptions", "Concept description", ConceptDescription.class)).build();
	}

	/** What cannot be read says why a file of another metamodel is refused. */
	static ImportFailure otherVersion(String version) {
		return new ImportFailure(("The file is an Asset Administration Shell of metamodel %s. Only 3.0 and 3.1 are read; "
				+ "convert it, for instance by opening and saving it with the AASX Package Explorer.").formatted(version));
	}

	/** Before 3.0 assets stood beside shells, and identifiers were objects. */
	private static boolean isOlder(JsonObject root) {
		if (root.get("assets") instanceof JsonArray) {
			return true;
		}
		for (String list : List.of("assetAdministrationShells", "submodels", "conceptDescriptions")) {
			if (root.get(list) instanceof JsonArray array) {
				for (JsonElement each : array) {
					if (each instanceof JsonObject object && (object.has("identification") || object.get("modelType") instanceof JsonObject)) {
						return true;
					}
				}
			}
		}
		return root.has("identification") || root.get("modelType") instanceof JsonObject;
	}

	private static JsonObject environment(JsonObject root) {
		String type = root.has("modelType") && root.get("modelType").isJsonPrimitive() ? root.get("modelType").getAsString() : "";
		String list = switch (type) {
			case "AssetAdministrationShell" -> "assetAdministrationShells";
			case "Submodel" -> "submodels";
			case "ConceptDescription" -> "conceptDescriptions";
			default -> null;
		};
		if (list == null) {
			return root;
		}
		JsonArray alone = new JsonArray();
		alone.add(root);
		JsonObject environment = new JsonObject();
		environment.add(list, alone);
		return environment;
	}

	private <T> List<T> all(JsonObject environment, String list, String noun, Class<T> type) throws ImportFailure {
		List<T> all = new ArrayList<>();
		JsonElement elements = environment.get(list);
		if (elements == null || elements.isJsonNull()) {
			return all;
		}
		if (!(elements instanceof JsonArray array)) {
			throw new ImportFailure("'%s' of the JSON is no list.".formatted(list));
		}
		if (array.size() > limits.elements()) {
			throw new ImportFailure("The file has more than %d elements.".formatted(limits.elements()));
		}
		for (int i = 0; i < array.size(); i++) {
			try {
				all.add(deserializer.read(array.get(i).toString(), type));
			} catch (DeserializationException | RuntimeException e) {
				draft.remark("%s %s is invalid and left out: %s".formatted(noun, name(array.get(i), i), reason(e)));
			}
		}
		return all;
	}

	private static String name(JsonElement element, int number) {
		for (String key : List.of("idShort", "id")) {
			if (element instanceof JsonObject object && object.has(key) && object.get(key).isJsonPrimitive()) {
				return "'" + object.get(key).getAsString() + "'";
			}
		}
		return "number " + (number + 1);
	}

	/** @return what a library says is wrong, as a sentence without the names of its classes */
	static String reason(Exception problem) {
		Throwable cause = problem;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String said = cause.getMessage() == null ? "" : cause.getMessage();
		Matcher path = PATH.matcher(said);
		List<String> steps = new ArrayList<>();
		if (path.find()) {
			Matcher step = STEP.matcher(path.group(1));
			while (step.find()) {
				steps.add(step.group(1));
			}
		}
		String first = said.lines().findFirst().orElse("").replaceAll("`?[a-z]+(\\.[\\w$]+){2,}`?", "a value").replaceAll("\\s+", " ").strip();
		String sentence = first.length() > LONGEST_REASON ? first.substring(0, LONGEST_REASON) + "…" : first.isEmpty() ? "it is not as the metamodel demands" : first;
		return (steps.isEmpty() ? "" : "at '" + String.join(".", steps) + "': ") + sentence + (sentence.endsWith(".") ? "" : ".");
	}
}
