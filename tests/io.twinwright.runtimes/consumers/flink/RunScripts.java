import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;

/** Runs scripts of Flink SQL on a cluster in this process, to their end. Statements end with a semicolon and an empty line. */
final class RunScripts {
	private static final Pattern SET = Pattern.compile("SET '(.*)' = '(.*)'");

	private RunScripts() {
	}

	public static void main(String[] scripts) throws Exception {
		TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
		flink.getConfig().set("parallelism.default", "1");
		for (String script : scripts) {
			for (String statement : Files.readString(Path.of(script)).replaceAll("(?m)^--.*\n", "").split(";\n(\n|$)")) {
				Matcher set = SET.matcher(statement.strip());
				if (set.matches()) {
					flink.getConfig().set(set.group(1), set.group(2));
				} else {
					TableResult result = flink.executeSql(statement.startsWith("EXECUTE") ? statement + ";" : statement);
					if (result.getJobClient().isPresent()) {
						result.await();
					}
				}
			}
		}
		System.out.println("All statements are done.");
		System.exit(0);
	}
}
