package io.twinwright.workbench.live;

import io.twinwright.opcua.live.NewCertificate;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the user says of new certificates. A server waits some seconds only, a person may read longer: so a certificate that
 * was not asked about is refused at first, and connecting is tried again after the answer.
 */
final class AskedTrust implements NewCertificate {
	private final Map<X509Certificate, Trust> answers = new ConcurrentHashMap<>();
	private volatile X509Certificate open;
	private volatile String url;

	@Override
	public Trust decide(X509Certificate certificate, String server) {
		Trust answer = answers.get(certificate);
		if (answer == null) {
			open = certificate;
			url = server;
			return Trust.REFUSE;
		}
		return answer;
	}

	@Override
	public String remedy(Path rejected, Path trusted) {
		return Messages.certificateRemedy;
	}

	/** @return whether a certificate was refused that the user, asked now, trusts */
	boolean ask() {
		X509Certificate certificate = open;
		if (certificate == null) {
			return false;
		}
		open = null;
		Trust answer = CertificateDialog.ask(certificate, url);
		answers.put(certificate, answer);
		return answer != Trust.REFUSE;
	}
}
