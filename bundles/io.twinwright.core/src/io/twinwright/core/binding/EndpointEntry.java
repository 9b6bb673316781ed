package io.twinwright.core.binding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The entries that an endpoint can have. The checker, completion and everything that connects read this list. */
public enum EndpointEntry {
	/** Where it is. */
	URL("url", Form.TEXT, EnumSet.allOf(Protocol.class)),
	/** The security policy (OPC 10000-7). */
	SECURITY("security", Form.WORD, EnumSet.of(Protocol.OPC_UA), "None", "Basic256Sha256", "Aes128_Sha256_RsaOaep",
			"Aes256_Sha256_RsaPss"),
	/** What is done with each message (OPC 10000-4, 7.20). */
	MODE("mode", Form.WORD, EnumSet.of(Protocol.OPC_UA), "None", "Sign", "SignAndEncrypt"),
	/** The name to log in with, or the secret that holds name and password. */
	USER("user", Form.TEXT, Sets.REMOTE),
	/** The secret that holds the password. */
	PASSWORD("password", Form.SECRET, Sets.REMOTE),
	/** The secret that holds a bearer token. */
	TOKEN("token", Form.SECRET, EnumSet.of(Protocol.MQTT, Protocol.MQTTS, Protocol.HTTP, Protocol.HTTPS, Protocol.KAFKA)),
	/** The file with the certificate of the server that is trusted. */
	CERTIFICATE("certificate", Form.TEXT, EnumSet.of(Protocol.OPC_UA, Protocol.MQTTS, Protocol.HTTPS, Protocol.KAFKA)),
	/** How long an answer may take. */
	TIMEOUT("timeout", Form.TIME, Sets.REMOTE),
	/** The fastest interval at which it samples and publishes. */
	SAMPLING("sampling", Form.TIME, EnumSet.allOf(Protocol.class)),
	/** After how long silence means that the link is lost. */
	KEEP_ALIVE("keepAlive", Form.TIME, EnumSet.of(Protocol.OPC_UA, Protocol.MQTT, Protocol.MQTTS, Protocol.KAFKA)),
	/** The name under which a broker knows this client. */
	CLIENT_ID("clientId", Form.TEXT, EnumSet.of(Protocol.MQTT, Protocol.MQTTS, Protocol.KAFKA)),
	/** The quality of service, 0 to 2 (MQTT 5.0, 4.3). */
	QOS("qos", Form.NUMBER, EnumSet.of(Protocol.MQTT, Protocol.MQTTS)),
	/** The topic before those of the bindings. */
	TOPIC("topic", Form.TEXT, EnumSet.of(Protocol.MQTT, Protocol.MQTTS, Protocol.KAFKA)),
	/** The consumer group. */
	GROUP("group", Form.TEXT, EnumSet.of(Protocol.KAFKA)),
	/** How a message or file is written. */
	FORMAT("format", Form.WORD, EnumSet.complementOf(EnumSet.of(Protocol.OPC_UA)), "json", "csv", "text"),
	/** What stands between two columns. */
	SEPARATOR("separator", Form.TEXT, EnumSet.of(Protocol.FILE)),
	/** What stands before the decimals. */
	DECIMAL("decimal", Form.TEXT, EnumSet.of(Protocol.FILE)),
	/** The column or field that holds the time. */
	TIME("time", Form.TEXT, EnumSet.complementOf(EnumSet.of(Protocol.OPC_UA))),
	/** The time zone of times without one. */
	ZONE("zone", Form.TEXT, EnumSet.complementOf(EnumSet.of(Protocol.OPC_UA))),
	/** The character encoding of a file. */
	ENCODING("encoding", Form.TEXT, EnumSet.of(Protocol.FILE));

	/** What stands behind the word. */
	public enum Form {
		/** A text in quotes, or the name of a secret. */
		TEXT,
		/** One of a few words. */
		WORD,
		/** A number. */
		NUMBER,
		/** A time with its unit. */
		TIME,
		/** The name of a secret, never the secret itself. */
		SECRET
	}

	private static final class Sets {
		static final Set<Protocol> REMOTE = EnumSet.complementOf(EnumSet.of(Protocol.FILE));
		/** How people call entries that hold a secret, in lower case. */
		static final Set<String> SECRETS = Set.of("password", "passwd", "pwd", "passphrase", "token", "accesstoken", "secret",
				"clientsecret", "apikey", "api_key", "accesskey", "secretkey", "privatekey", "credential", "credentials");
	}

	private final String key;
	private final Form form;
	private final Set<Protocol> protocols;
	private final List<String> words;

	EndpointEntry(String key, Form form, Set<Protocol> protocols, String... words) {
		this.key = key;
		this.form = form;
		this.protocols = protocols;
		this.words = List.of(words);
	}

	/** @return the word with which it begins */
	public String key() {
		return key;
	}

	/** @return what stands behind the word */
	public Form form() {
		return form;
	}

	/** @return whether endpoints of that kind read it */
	public boolean isReadBy(Protocol protocol) {
		return protocols.contains(protocol);
	}

	/** @return the words it can have as value; empty unless it is of {@link Form#WORD} */
	public List<String> words() {
		return words;
	}

	/** @return the entry of that word */
	public static Optional<EndpointEntry> of(String key) {
		return Arrays.stream(values()).filter(entry -> entry.key.equals(key)).findFirst();
	}

	/** @return the words of the entries that endpoints of a kind read */
	public static List<String> keys(Protocol protocol) {
		return Arrays.stream(values()).filter(entry -> entry.isReadBy(protocol)).map(EndpointEntry::key).toList();
	}

	/** @return whether what people write under that word is a secret, known entry or not */
	public static boolean holdsSecret(String key) {
		return Sets.SECRETS.contains(key.toLowerCase(Locale.ROOT));
	}
}
