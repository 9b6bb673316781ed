import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/**
 * Makes samples of what OPC UA servers say: the value in the unit that the text declares, a state by its name, with the time at its
 * source and its quality.
 */
@BindToRegistry("samples")
public final class Samples implements CamelContextAware {
	private CamelContext context;
	private JsonObject signals;

	@Override
	public void setCamelContext(CamelContext context) {
		this.context = context;
	}

	@Override
	public CamelContext getCamelContext() {
		return context;
	}

	/** @return the table of a file beside the routes, which {@code twin.signals} names */
	static JsonObject table(CamelContext context) throws Exception {
		String place = context.resolvePropertyPlaceholders("{{twin.signals:file:signals.json}}");
		try (InputStream file = ResourceHelper.resolveMandatoryResourceAsInputStream(context, place)) {
			return (JsonObject) Jsoner.deserialize(new InputStreamReader(file, StandardCharsets.UTF_8));
		}
	}

	/** Replaces a value of the property {@code signal} by its sample. */
	public synchronized void sample(Exchange exchange) throws Exception {
		if (signals == null) {
			signals = (JsonObject) table(context).get("signals");
		}
		String name = exchange.getProperty("signal", String.class);
		JsonObject signal = (JsonObject) signals.get(name);
		DataValue read = exchange.getMessage().getBody(DataValue.class);
		boolean good = read.getStatusCode() == null || read.getStatusCode().isGood();
		Object value = good && read.getValue() != null ? meant(read.getValue().getValue(), signal) : null;
		Map<String, Object> sample = new LinkedHashMap<>();
		sample.put("signal", name);
		sample.put("value", value);
		if (signal.containsKey("unit")) {
			sample.put("unit", signal.getString("unit"));
		}
		sample.put("quality", value != null ? "good" : "bad");
		DateTime time = read.getSourceTime() != null ? read.getSourceTime() : read.getServerTime();
		sample.put("time", (time == null ? Instant.now() : time.getJavaInstant()).toString());
		exchange.getMessage().setBody(sample);
	}

	/** @return the value as its type of Sparkplug has it; null for one that is none of the signal */
	private static Object meant(Object raw, JsonObject signal) {
		JsonObject states = (JsonObject) signal.get("states");
		if (states != null) {
			return raw instanceof Number ? states.get(raw.toString()) : states.containsValue(raw) ? raw : null;
		}
		return switch (signal.getString("type")) {
			case "Double" -> raw instanceof Number number ? scaled(number.doubleValue(), signal) : null;
			case "Int64" -> raw instanceof Number number ? (Object) number.longValue() : null;
			case "Boolean" -> raw instanceof Boolean ? raw : null;
			case "DateTime" -> raw instanceof DateTime time ? time.getJavaInstant().toString() : null;
			default -> raw == null ? null : raw.toString();
		};
	}

	private static Double scaled(double raw, JsonObject signal) {
		double value = signal.containsKey("factor")
				? raw * ((Number) signal.get("factor")).doubleValue() + ((Number) signal.get("offset")).doubleValue() : raw;
		return Double.isFinite(value) ? value : null;
	}
}
