package io.twinwright.opcua.live;

import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/**
 * How a link to a server is opened: what the text says of its endpoint or the command line of a URL, with secrets that
 * are kept elsewhere.
 *
 * @param pki the folder with certificates
 * @param trust what is done with server certificates that are seen for the first time
 * @param secrets where the secrets are
 */
public record ServerSettings(Path pki, NewCertificate trust, Secrets secrets) {
	private static final String NONE = "None";
	private static final String MODE = "SignAndEncrypt";

	/**
	 * @param user the user's name, null for an anonymous session
	 * @throws IllegalArgumentException with a sentence if it is no URL of an OPC UA server, or the policy is not known
	 */
	public LinkSettings of(String url, String security, String user) {
		EndpointUrl read = EndpointUrl.of(url);
		if (read.protocol().filter(Protocol.OPC_UA::equals).isEmpty()) {
			throw new IllegalArgumentException(
					"'%s' is no OPC UA server. Write it as in 'opc.tcp://localhost:4840'.".formatted(read.withoutSecrets()));
		}
		read.problem().ifPresent(problem -> {
			throw new IllegalArgumentException("URL '%s' %s.".formatted(read.withoutSecrets(), problem));
		});
		String policy = EndpointEntry.SECURITY.words().stream().filter(security::equalsIgnoreCase).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Security policy '%s' is not known. Known are %s.".formatted(security,
						String.join(", ", EndpointEntry.SECURITY.words()))));
		return new LinkSettings(url, policy, NONE.equals(policy) ? NONE : MODE, user, user == null ? null : secrets.password(url, user),
				pki, trust, LinkSettings.TIMEOUT, LinkSettings.KEEP_ALIVE, null);
	}

	/**
	 * @throws IllegalArgumentException with a sentence if a secret is not in the environment, or the server's certificate
	 *         cannot be read
	 */
	public LinkSettings of(Endpoint server) {
		String policy = word(server, EndpointEntry.SECURITY).orElse(NONE);
		String mode = word(server, EndpointEntry.MODE).orElse(NONE.equals(policy) ? NONE : MODE);
		String user = word(server, EndpointEntry.USER).orElse(null);
		String password = null;
		Optional<String> login = secret(server, EndpointEntry.USER, "user:password");
		if (login.isPresent()) {
			int colon = login.get().indexOf(':');
			user = colon < 0 ? login.get() : login.get().substring(0, colon);
			password = colon < 0 ? null : login.get().substring(colon + 1);
		}
		password = secret(server, EndpointEntry.PASSWORD, "password").orElse(password);
		return new LinkSettings(word(server, EndpointEntry.URL).orElseThrow(), policy, mode, user, password, pki, trust,
				time(server, EndpointEntry.TIMEOUT).orElse(LinkSettings.TIMEOUT),
				time(server, EndpointEntry.KEEP_ALIVE).orElse(LinkSettings.KEEP_ALIVE), certificate(server));
	}

	/** A file is found from the folder of the text. */
	private X509Certificate certificate(Endpoint server) {
		Optional<String> name = secret(server, EndpointEntry.CERTIFICATE, "file").or(() -> word(server, EndpointEntry.CERTIFICATE));
		if (name.isEmpty()) {
			return null;
		}
		URI text = server.eResource().getURI();
		try {
			Path file = text.isFile() ? Path.of(text.toFileString()).resolveSibling(name.get()) : Path.of(name.get());
			try {
				return (X509Certificate) CertificateFactory.getInstance("X.509")
						.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
			} catch (NoSuchFileException e) {
				throw new IllegalArgumentException(("There is no certificate '%s' for endpoint '%s'. Export it from the server, or correct "
						+ "'certificate'.").formatted(file, server.getName()), e);
			} catch (CertificateException e) {
				throw new IllegalArgumentException(("'%s' is no certificate for endpoint '%s'. Export that of the server as X.509, in DER or "
						+ "PEM form.").formatted(file, server.getName()), e);
			} catch (IOException e) {
				throw new IllegalArgumentException("The certificate '%s' of endpoint '%s' cannot be read. Check that it is a file that you may read."
						.formatted(file, server.getName()), e);
			}
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException("'%s' is no name of a file. Correct 'certificate' of endpoint '%s'.".formatted(name.get(),
					server.getName()), e);
		}
	}

	private static Optional<Entry> entry(Endpoint server, EndpointEntry wanted) {
		return server.getEntries().stream().filter(entry -> wanted.key().equals(entry.getKey())).findFirst();
	}

	private static Optional<String> word(Endpoint server, EndpointEntry wanted) {
		return entry(server, wanted).filter(entry -> !entry.isSecret())
				.map(entry -> entry.getText() != null ? entry.getText() : entry.getSymbol());
	}

	private static Optional<Duration> time(Endpoint server, EndpointEntry wanted) {
		return entry(server, wanted).flatMap(entry -> Sampling.time(entry.getQuantity()))
				.map(time -> time.in(Units.of("ms")).number().longValue()).filter(millis -> millis > 0).map(Duration::ofMillis);
	}

	private Optional<String> secret(Endpoint server, EndpointEntry wanted, String form) {
		return entry(server, wanted).filter(Entry::isSecret).map(entry -> {
			String value = secrets.secret(entry.getText(), form);
			if (value == null) {
				throw new IllegalArgumentException("The secret '%s' of endpoint '%s' is not known. %s".formatted(entry.getText(),
						server.getName(), secrets.remedy(entry.getText(), form)));
			}
			return value;
		});
	}
}
