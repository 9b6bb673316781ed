package io.twinwright.opcua.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;

/**
 * Which server we trust: the one whose certificate the settings name, else those whose certificate lies in {@code trusted/},
 * by its SHA-1 thumbprint (OPC 10000-6, 6.2.2). What is not known there is kept in {@code rejected/}, from where a person can
 * move it. Remembers why it refused.
 */
final class ServerTrust implements CertificateValidator {
	private final LinkSettings settings;
	private volatile String refusal;

	ServerTrust(LinkSettings settings) {
		this.settings = settings;
	}

	/** @return why the last certificate was refused, in whole sentences */
	Optional<String> refusal() {
		return Optional.ofNullable(refusal);
	}

	@Override
	public void validateCertificateChain(List<X509Certificate> chain, String applicationUri, String[] hostNames)
			throws UaException {
		X509Certificate certificate = chain.getFirst();
		String name = certificate.getSubjectX500Principal().getName();
		try {
			if (settings.certificate() == null) {
				requireTrusted(certificate, name);
			} else {
				requireNamed(certificate, name);
			}
		} catch (CertificateExpiredException | CertificateNotYetValidException e) {
			throw refuse(StatusCodes.Bad_CertificateTimeInvalid, ("This program refused the server's certificate '%s': it is valid from "
					+ "%s until %s only. Renew it on the server, or set the clock.").formatted(name,
							certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()));
		} catch (GeneralSecurityException | IOException e) {
			throw refuse(StatusCodes.Bad_CertificateInvalid, "This program could not keep the server's certificate '%s' in '%s': %s."
					.formatted(name, settings.pki(), e.getMessage()));
		}
	}

	private void requireNamed(X509Certificate certificate, String name) throws UaException, GeneralSecurityException {
		if (!certificate.equals(settings.certificate())) {
			throw refuse(StatusCodes.Bad_CertificateUntrusted, ("This program refused the server's certificate '%s' (SHA-1 %s): the "
					+ "endpoint trusts '%s' (SHA-1 %s) only. If the server has a new one, put that into the file of 'certificate'.")
							.formatted(name, thumbprint(certificate), settings.certificate().getSubjectX500Principal().getName(),
									thumbprint(settings.certificate())));
		}
		certificate.checkValidity();
	}

	private void requireTrusted(X509Certificate certificate, String name)
			throws UaException, GeneralSecurityException, IOException {
		String thumbprint = thumbprint(certificate);
		Path trusted = settings.pki().resolve("trusted").resolve(thumbprint + ".der");
		boolean known = Files.exists(trusted);
		NewCertificate.Trust decision = known ? NewCertificate.Trust.ALWAYS : settings.trust().decide(certificate, settings.url());
		if (decision == NewCertificate.Trust.REFUSE) {
			Path rejected = keep("rejected", thumbprint, certificate);
			throw refuse(StatusCodes.Bad_CertificateUntrusted, "This program refused the server's certificate '%s' (SHA-1 %s): it is not trusted yet. %s"
					.formatted(name, thumbprint, settings.trust().remedy(rejected, trusted.getParent())));
		}
		certificate.checkValidity();
		if (!known && decision == NewCertificate.Trust.ALWAYS) {
			keep("trusted", thumbprint, certificate);
			Files.deleteIfExists(settings.pki().resolve("rejected").resolve(thumbprint + ".der"));
		}
	}

	private UaException refuse(long status, String sentences) {
		refusal = sentences;
		return new UaException(status, sentences);
	}

	private Path keep(String folder, String thumbprint, X509Certificate certificate)
			throws IOException, CertificateEncodingException {
		return Files.write(Files.createDirectories(settings.pki().resolve(folder)).resolve(thumbprint + ".der"), certificate.getEncoded());
	}

	static String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
	}
}
