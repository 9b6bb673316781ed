package io.twinwright.opcua.live;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;

/**
 * How a link is opened.
 *
 * @param url the server, {@code opc.tcp://host:port/path}
 * @param security the name of a security policy (OPC 10000-7), {@code None} for none
 * @param mode {@code None}, {@code Sign} or {@code SignAndEncrypt}
 * @param user the user's name, null for an anonymous session
 * @param password the user's password, null for none
 * @param pki the folder with our certificate and those that we trust; made where it is missing
 * @param trust what is done with a server's certificate that is seen for the first time
 * @param timeout how long one request may take
 * @param keepAlive how long the server may be silent before the link is lost
 * @param certificate the only one of the server that is trusted, null where {@code pki} and {@code trust} decide
 */
public record LinkSettings(String url, String security, String mode, String user, String password, Path pki, NewCertificate trust,
		Duration timeout, Duration keepAlive, X509Certificate certificate) {
	/** How long a request may take where nothing else is said. */
	public static final Duration TIMEOUT = Duration.ofSeconds(10);

	/** How long silence may last where nothing else is said. */
	public static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

	/** @return settings for a server on this machine, without security and anonymous */
	public static LinkSettings local(String url, Path pki) {
		return new LinkSettings(url, "None", "None", null, null, pki, NewCertificate.REFUSED, TIMEOUT, KEEP_ALIVE, null);
	}

	/** @return whether messages are signed or encrypted */
	public boolean isSecure() {
		return !"None".equals(security);
	}
}
