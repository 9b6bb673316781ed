package io.twinwright.opcua.plant;

import io.twinwright.opcua.security.OwnCertificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;

/**
 * Trusts every client, because the plant is simulated and listens on this machine only, and says once of each which
 * certificate it has.
 */
final class AcceptingValidator implements CertificateValidator {
	private final Consumer<String> log;
	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	AcceptingValidator(Consumer<String> log) {
		this.log = log;
	}

	@Override
	public void validateCertificateChain(List<X509Certificate> chain, String applicationUri, String[] hostnames) {
		X509Certificate certificate = chain.getFirst();
		String thumbprint = OwnCertificate.thumbprint(certificate);
		if (seen.add(thumbprint)) {
			log.accept("Accepted the client certificate of '%s' with the SHA-1 thumbprint %s."
					.formatted(certificate.getSubjectX500Principal().getName(), thumbprint));
		}
	}
}
