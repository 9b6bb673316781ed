import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.json.JsonSchemaVersion;
import org.eclipse.ditto.connectivity.model.ConnectivityModelFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.things.model.ThingsModelFactory;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/**
 * Parses what was generated with the model of Ditto and writes its answers; runs the script of a connection as Ditto does.
 * Arguments: {@code parse} and pairs of a folder and one for its answers, or {@code map CONNECTION} and pairs of a topic and a text.
 */
final class Parse {
	private static final Map<String, Function<JsonObject, JsonObject>> MODEL = Map.of(
			"things", json -> ThingsModelFactory.newThing(json).toJson(JsonSchemaVersion.V_2),
			"policies", json -> PoliciesModelFactory.newPolicy(json).toJson(JsonSchemaVersion.V_2),
			"connections", json -> ConnectivityModelFactory.connectionFromJson(json).toJson(JsonSchemaVersion.V_2));
	/** What Ditto gives its scripts, as far as it is needed here. */
	private static final String DITTO = """
			var Ditto = {
			  buildDittoProtocolMsg: function (namespace, name, group, channel, criterion, action, path, headers, value) {
			    return [namespace, name, group, channel, criterion, action].join('/') + ' ' + path + ' ' + JSON.stringify(value);
			  },
			  arrayBufferToString: function (bytes) { return String(bytes); }
			};
			""";

	public static void main(String[] arguments) throws Exception {
		if (arguments[0].equals("parse")) {
			for (int i = 1; i < arguments.length; i += 2) {
				parse(Path.of(arguments[i]), Path.of(arguments[i + 1]));
			}
		} else {
			for (int i = 2; i < arguments.length; i += 2) {
				System.out.println(map(Path.of(arguments[1]), arguments[i], arguments[i + 1]));
			}
		}
	}

	private static void parse(Path folder, Path answers) throws Exception {
		try (Stream<Path> all = Files.walk(folder)) {
			List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
			for (Path file : files) {
				String kind = folder.relativize(file).getName(0).toString();
				Path answer = answers.resolve(folder.relativize(file).toString());
				Files.createDirectories(answer.getParent());
				Files.writeString(answer, MODEL.get(kind).apply(JsonObject.of(Files.readString(file))).toString());
			}
		}
	}

	private static String map(Path connection, String topic, String text) throws Exception {
		String script = ConnectivityModelFactory.connectionFromJson(JsonObject.of(Files.readString(connection))).getPayloadMappingDefinition()
				.getDefinitions().get("twin").getOptionsAsJson().getValue("incomingScript").orElseThrow().asString();
		try (Context context = Context.enter()) {
			context.setLanguageVersion(Context.VERSION_ES6);
			Scriptable scope = context.initStandardObjects();
			context.evaluateString(scope, DITTO + script, "incomingScript", 1, null);
			scope.put("topic", scope, topic);
			scope.put("text", scope, text);
			return String.valueOf(context.evaluateString(scope, "mapToDittoProtocolMsg({'mqtt.topic': topic}, text, null, 'text/plain')", "call", 1, null));
		}
	}
}
