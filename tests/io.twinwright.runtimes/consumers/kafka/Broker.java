import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;

/**
 * A broker of Apache Kafka on the loopback interface, in this process: publishes the first half of the lines of a file, the rest
 * when nothing has come for a while after the first message of others, and prints each message that others publish, which has no
 * key. Its arguments are the port, the port of its controller, a folder for what it keeps, the file, the topic of the lines and
 * that of events.
 */
final class Broker {
	private static final Duration SILENCE = Duration.ofSeconds(8);
	private static final String OWN = "own";

	private Broker() {
	}

	public static void main(String[] arguments) throws Exception {
		String address = "127.0.0.1:" + arguments[0];
		Path folder = Path.of(arguments[2]);
		start(address, "127.0.0.1:" + arguments[1], folder);
		List<String> lines = Files.readAllLines(Path.of(arguments[3]));
		String topic = arguments[4];
		List<String> topics = List.of(topic, arguments[5]);
		Map<String, Object> client = Map.of("bootstrap.servers", address);
		try (Admin admin = Admin.create(client)) {
			admin.createTopics(topics.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList()).all().get();
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
				KafkaConsumer<String, String> consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
			int half = lines.size() / 2;
			publish(producer, topic, lines.subList(0, half));
			System.out.println("Half of the lines are published.");
			List<TopicPartition> partitions = topics.stream().map(name -> new TopicPartition(name, 0)).toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			boolean heard = false;
			boolean all = false;
			for (;;) {
				boolean silent = true;
				for (ConsumerRecord<String, String> message : consumer.poll(SILENCE)) {
					if (message.key() == null) {
						System.out.println(message.value());
						silent = false;
						heard = true;
					}
				}
				if (heard && silent && !all) {
					publish(producer, topic, lines.subList(half, lines.size()));
					all = true;
				}
			}
		}
	}

	private static void publish(KafkaProducer<String, String> producer, String topic, List<String> lines) {
		lines.forEach(line -> producer.send(new ProducerRecord<>(topic, OWN, line)));
		producer.flush();
	}

	private static void start(String address, String controller, Path folder) throws Exception {
		Properties properties = new Properties();
		properties.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters", "1@" + controller,
				"listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller, "controller.listener.names", "CONTROLLER",
				"advertised.listeners", "PLAINTEXT://" + address, "log.dirs", folder.resolve("log").toString(),
				"offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
				"transaction.state.log.min.isr", "1"));
		Path file = folder.resolve("server.properties");
		try (Writer writer = new OutputStreamWriter(Files.newOutputStream(file))) {
			properties.store(writer, null);
		}
		if (StorageTool.execute(new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, System.out) != 0) {
			throw new IllegalStateException("The folder of the broker cannot be formatted.");
		}
		new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM).startup();
	}
}
