import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Service;
import org.apache.camel.util.json.JsonObject;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An edge node of Eclipse Sparkplug 3.0. It owns its connection to the broker, because births, deaths and their numbers belong to one:
 * each connection has a will with a {@code bdSeq} of its own, then a birth of the node and of each device with all metrics, then data
 * with aliases. A host that missed a birth asks for it by {@code Node Control/Rebirth}. Payloads are written here, by the fields of
 * {@code sparkplug_b.proto}.
 */
@BindToRegistry("sparkplug")
public final class SparkplugNode implements CamelContextAware, Service {
	private static final Logger LOG = LoggerFactory.getLogger(SparkplugNode.class);
	private static final String REBIRTH = "Node Control/Rebirth";
	private static final Map<String, Integer> TYPES = Map.of("Int64", 4, "UInt64", 8, "Double", 10, "Boolean", 11, "String", 12, "DateTime", 13);
	private static final int STALE = 500;
	private static final int GOOD = 192;
	private static final int BAD = 0;

	private final Map<String, Map<String, Object>> last = new LinkedHashMap<>();
	private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread thread = new Thread(task, "sparkplug");
		thread.setDaemon(true);
		return thread;
	});
	private CamelContext context;
	private JsonObject signals;
	private String group;
	private String node;
	private MqttClient client;
	private boolean born;
	private int bdSeq = -1;
	private int seq;

	@Override
	public void setCamelContext(CamelContext context) {
		this.context = context;
	}

	@Override
	public CamelContext getCamelContext() {
		return context;
	}

	/** Keeps a sample for births, and tells it at once where there is a connection. The first one opens it. */
	public synchronized void publish(Map<String, Object> sample) throws Exception {
		String name = (String) sample.get("signal");
		if (signals == null) {
			open();
		}
		last.put(name, sample);
		if (born && client.isConnected()) {
			JsonObject signal = (JsonObject) signals.get(name);
			Fields payload = payload();
			payload.message(2, metric(signal, sample, false));
			send("DDATA", signal.getString("device"), payload.number(3, next()));
		}
	}

	private void open() throws Exception {
		JsonObject table = Samples.table(context);
		group = property("twin.sparkplug.group", table.getString("group"));
		node = property("twin.sparkplug.node", table.getString("node"));
		signals = (JsonObject) table.get("signals");
		connecting.scheduleWithFixedDelay(this::connect, 0, 2, TimeUnit.SECONDS);
		context.addService(this);
	}

	private String property(String name, String otherwise) {
		return context.resolvePropertyPlaceholders("{{" + name + ":" + otherwise + "}}");
	}

	/** Connects where there is no connection; tries again later where there is no broker. */
	private synchronized void connect() {
		if (client != null && client.isConnected()) {
			return;
		}
		born = false;
		try {
			if (client != null) {
				client.close(true);
			}
			client = new MqttClient(property("twin.mqtt.url", "tcp://localhost:1883"), property("twin.mqtt.client", group + "." + node), new MemoryPersistence());
			client.setTimeToWait(TimeUnit.SECONDS.toMillis(10));
			client.setCallback(new Commands());
			bdSeq = (bdSeq + 1) % 256;
			MqttConnectOptions options = new MqttConnectOptions();
			options.setCleanSession(true);
			options.setWill(topic("NDEATH", null), death(), 1, false);
			String user = property("twin.mqtt.user", "");
			if (!user.isEmpty()) {
				options.setUserName(user);
				options.setPassword(property("twin.mqtt.password", "").toCharArray());
			}
			client.connect(options);
			client.subscribe(topic("NCMD", null), 1);
			births();
		} catch (Exception e) {
			LOG.warn("There is no connection to the broker yet: {}", e.getMessage());
		}
	}

	private byte[] death() {
		Fields payload = new Fields().number(1, System.currentTimeMillis());
		payload.message(2, new Fields().text(1, "bdSeq").number(4, TYPES.get("Int64")).number(11, bdSeq));
		return payload.bytes();
	}

	/** The birth of the node starts the count of messages; each device is born after it with all its metrics. */
	private void births() throws MqttException {
		seq = 0;
		long now = System.currentTimeMillis();
		Fields birth = payload();
		birth.message(2, new Fields().text(1, "bdSeq").number(3, now).number(4, TYPES.get("Int64")).number(11, bdSeq));
		birth.message(2, new Fields().text(1, REBIRTH).number(3, now).number(4, TYPES.get("Boolean")).number(14, 0));
		send("NBIRTH", null, birth.number(3, next()));
		Map<String, Fields> devices = new LinkedHashMap<>();
		signals.forEach((name, entry) -> devices.computeIfAbsent(((JsonObject) entry).getString("device"), key -> payload())
				.message(2, metric((JsonObject) entry, last.get(name), true)));
		for (Map.Entry<String, Fields> device : devices.entrySet()) {
			send("DBIRTH", device.getKey(), device.getValue().number(3, next()));
		}
		born = true;
	}

	private static Fields payload() {
		return new Fields().number(1, System.currentTimeMillis());
	}

	private int next() {
		int number = seq;
		seq = (seq + 1) % 256;
		return number;
	}

	/** A birth has the name of a metric and its unit, data has its alias alone; what is not known has no value. */
	private static Fields metric(JsonObject signal, Map<String, Object> sample, boolean birth) {
		Fields metric = new Fields();
		if (birth) {
			metric.text(1, signal.getString("metric"));
		}
		metric.number(2, signal.getLong("alias"));
		metric.number(3, sample == null ? System.currentTimeMillis() : Instant.parse((String) sample.get("time")).toEpochMilli());
		metric.number(4, TYPES.get(signal.getString("type")));
		Object value = sample == null ? null : sample.get("value");
		if (value == null) {
			metric.number(7, 1);
		}
		properties(metric, signal, sample == null ? STALE : value == null ? BAD : GOOD, birth);
		if (value != null) {
			switch (signal.getString("type")) {
				case "Double" -> metric.decimal(13, ((Number) value).doubleValue());
				case "Int64" -> metric.number(11, ((Number) value).longValue());
				case "Boolean" -> metric.number(14, (Boolean) value ? 1 : 0);
				case "DateTime" -> metric.number(11, Instant.parse((String) value).toEpochMilli());
				default -> metric.text(15, value.toString());
			}
		}
		return metric;
	}

	/** The quality as Sparkplug demands where it is not good, and the unit (6.4.6, 6.4.9). */
	private static void properties(Fields metric, JsonObject signal, int quality, boolean birth) {
		Fields properties = new Fields();
		boolean unit = birth && signal.containsKey("unit");
		if (unit) {
			properties.text(1, "engUnit");
		}
		if (quality != GOOD) {
			properties.text(1, "Quality");
		}
		if (unit) {
			properties.message(2, new Fields().number(1, TYPES.get("String")).text(8, signal.getString("unit")));
		}
		if (quality != GOOD) {
			properties.message(2, new Fields().number(1, 3).number(3, quality));
		}
		if (unit || quality != GOOD) {
			metric.message(9, properties);
		}
	}

	private String topic(String type, String device) {
		return "spBv1.0/" + group + "/" + type + "/" + node + (device == null ? "" : "/" + device);
	}

	private void send(String type, String device, Fields payload) throws MqttException {
		client.publish(topic(type, device), payload.bytes(), 0, false);
	}

	@Override
	public void start() {
		// the first sample opens the connection
	}

	/** Tells the death that the will would tell, since a broker drops the will of who leaves in order. */
	@Override
	public synchronized void stop() {
		connecting.shutdownNow();
		try {
			if (client != null && client.isConnected()) {
				client.publish(topic("NDEATH", null), death(), 1, false);
				client.disconnect(TimeUnit.SECONDS.toMillis(2));
			}
		} catch (MqttException e) {
			LOG.warn("The death could not be told: {}", e.getMessage());
		}
	}

	/** What comes from the broker. */
	private final class Commands implements MqttCallback {
		@Override
		public void connectionLost(Throwable cause) {
			LOG.warn("The connection to the broker is lost: {}", cause.getMessage());
		}

		@Override
		public void messageArrived(String topic, MqttMessage message) {
			if (asksForRebirth(message.getPayload())) {
				// not in the thread of the client, which waits for the answers of the broker
				connecting.execute(this::rebirth);
			}
		}

		private void rebirth() {
			synchronized (SparkplugNode.this) {
				try {
					births();
				} catch (MqttException e) {
					LOG.warn("The births could not be told: {}", e.getMessage());
				}
			}
		}

		@Override
		public void deliveryComplete(IMqttDeliveryToken token) {
			// data has no acknowledgement
		}
	}

	/** @return whether a payload has the metric that asks for a rebirth, with the value true */
	static boolean asksForRebirth(byte[] payload) {
		for (Map.Entry<Integer, byte[]> field : Fields.read(payload)) {
			if (field.getKey() == 2) {
				boolean named = false;
				boolean truth = false;
				for (Map.Entry<Integer, byte[]> inner : Fields.read(field.getValue())) {
					named |= inner.getKey() == 1 && new String(inner.getValue(), StandardCharsets.UTF_8).equals(REBIRTH);
					truth |= inner.getKey() == 14 && inner.getValue()[0] == 1;
				}
				if (named && truth) {
					return true;
				}
			}
		}
		return false;
	}

	/** The fields of a message in the encoding of Protocol Buffers. */
	static final class Fields {
		private static final int VARINT = 0;
		private static final int FIXED64 = 1;
		private static final int LENGTH = 2;
		private static final int FIXED32 = 5;

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		Fields number(int field, long value) {
			varint((long) field << 3 | VARINT);
			varint(value);
			return this;
		}

		Fields decimal(int field, double value) {
			varint((long) field << 3 | FIXED64);
			long bits = Double.doubleToLongBits(value);
			for (int i = 0; i < Long.BYTES; i++) {
				bytes.write((int) (bits >>> 8 * i));
			}
			return this;
		}

		Fields text(int field, String value) {
			return block(field, value.getBytes(StandardCharsets.UTF_8));
		}

		Fields message(int field, Fields value) {
			return block(field, value.bytes());
		}

		private Fields block(int field, byte[] value) {
			varint((long) field << 3 | LENGTH);
			varint(value.length);
			bytes.writeBytes(value);
			return this;
		}

		private void varint(long value) {
			long rest = value;
			while ((rest & ~0x7FL) != 0) {
				bytes.write((int) (rest & 0x7F | 0x80));
				rest >>>= 7;
			}
			bytes.write((int) rest);
		}

		byte[] bytes() {
			return bytes.toByteArray();
		}

		/** @return the fields up to the end or the first that is none; a number as its lowest byte */
		static List<Map.Entry<Integer, byte[]>> read(byte[] message) {
			List<Map.Entry<Integer, byte[]>> fields = new ArrayList<>();
			int[] at = {0};
			while (at[0] < message.length) {
				long key = varint(message, at);
				int type = (int) (key & 7);
				long first = type == VARINT || type == LENGTH ? varint(message, at) : 0;
				long length = type == LENGTH ? first : type == FIXED64 ? 8 : type == FIXED32 ? 4 : 0;
				if (type != VARINT && type != LENGTH && type != FIXED64 && type != FIXED32 || length < 0 || length > message.length - at[0]) {
					return fields;
				}
				fields.add(Map.entry((int) (key >>> 3), type == VARINT ? new byte[] {(byte) first}
						: Arrays.copyOfRange(message, at[0], at[0] + (int) length)));
				at[0] += (int) length;
			}
			return fields;
		}

		private static long varint(byte[] message, int[] at) {
			long value = 0;
			for (int shift = 0; shift < 64 && at[0] < message.length; shift += 7) {
				byte part = message[at[0]++];
				value |= (long) (part & 0x7F) << shift;
				if (part >= 0) {
					return value;
				}
			}
			return value;
		}
	}
}
