package io.twinwright.opcua.live;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * What is done with a server's certificate that is seen for the first time. Asked on a thread of the link for each message
 * that shows it; the answer must not wait for a person, since the server does not.
 */
@FunctionalInterface
public interface NewCertificate {
	/** Trusts no certificate that is not trusted already. */
	NewCertificate REFUSED = (certificate, url) -> Trust.REFUSE;
	/** Trusts each certificate from now on. */
	NewCertificate TRUSTED = (certificate, url) -> Trust.ALWAYS;

	/** How far a certificate is trusted. */
	enum Trust {
		REFUSE, ONCE, ALWAYS
	}

	/** @param url the server that showed it */
	Trust decide(X509Certificate certificate, String url);

	/**
	 * @param rejected the file of a certificate that was refused
	 * @param trusted the folder of those that are trusted
	 * @return what the user does to trust it, a sentence
	 */
	default String remedy(Path rejected, Path trusted) {
		return "If it is your server, run again with --trust, or move '%s' to '%s'.".formatted(rejected, trusted);
	}
}
