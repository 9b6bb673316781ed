import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;

/**
 * A broker of Apache Kafka on the loopback interface, in this process: publishes each line of a file, and prints each message
 * that others publish. Its arguments are the port, the port of its controller, a folder for what it keeps, the file, the topic
 * of the lines and the topics of the others.
 */
final class Broker {
	private Broker() {
	}

	public static void main(String[] arguments) throws Exception {
		String address = "127.0.0.1:" + arguments[0];
		Path folder = Path.of(arguments[2]);
		start(address, "127.0.0.1:" + arguments[1], folder);
		String topic = arguments[4];
		List<String> others = List.of(arguments).subList(5, arguments.length);
		Map<String, Object> client = Map.of("bootstrap.servers", address);
		try (Admin admin = Admin.create(client)) {
			admin.createTopics(Stream.concat(Stream.of(topic), others.stream()).map(name -> new NewTopic(name, 1, (short) 1)).toList()).all().get();
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
			for (String line : Files.readAllLines(Path.of(arguments[3]))) {
				producer.send(new ProducerRecord<>(topic, line));
			}
		}
		System.out.println("All lines are published.");
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
			List<TopicPartition> partitions = others.stream().map(name -> new TopicPartition(name, 0)).toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			for (;;) {
				consumer.poll(Duration.ofSeconds(1)).forEach(message -> System.out.println(message.value()));
			}
		}
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
